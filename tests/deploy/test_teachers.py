"""Twenty who teach at once on a real server: each is answered, and whoever draws on the pad meanwhile too.

With `-s` it prints the figures of docs/performance.md.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from itertools import count
from statistics import median
from threading import Event, Thread
from time import monotonic, sleep

import pytest

from tests.running import PATIENCE, SEVEN, Running
from tests.teaching.conftest import written

TEACHERS = 20
PACE = 0.5  # s between a teacher's strokes
STROKES = 8  # of a drawing and its naming, after which what was learnt is asked for
FOR = 15  # s

pytestmark = pytest.mark.deploy


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    server = Running(RATE_LIMITS="off")
    deadline = monotonic() + PATIENCE
    while post(server, "/teach", lesson())[0] == 503 and monotonic() < deadline:
        sleep(0.2)
    yield server
    server.end()


def lesson() -> bytes:
    """Three drawings of each digit, and one to be read."""
    hands = written()
    chosen = [i for i, hand in enumerate(hands.hands) if hand < 3]
    examples = [{"label": str(hands.labels[i]), "row": hands.rows[i].tolist()} for i in chosen]
    return json.dumps({"examples": examples, "drawing": hands.rows[60].tolist()}).encode()


def post(server: Running, path: str, body: bytes, kind: str = "application/json") -> tuple[int, float]:
    """The status, and the s until the reply was there."""
    began = monotonic()
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as line:
        line.request("POST", path, body, {"Content-Type": kind})
        reply = line.getresponse()
        reply.read()
        return reply.status, monotonic() - began


def predict(server: Running, n: int = 100) -> float:
    """The usual time of a drawing on the pad, in s, of which each is read."""
    times = []
    for _ in range(n):
        status, seconds = post(server, "/predict", SEVEN, "image/png")
        assert status == 200
        times.append(seconds)
        sleep(0.02)
    return median(times)


def test_each_is_answered_and_so_is_the_pad(server: Running) -> None:
    alone, body, end = predict(server), lesson(), Event()
    answers: list[tuple[int, float]] = []

    def teach(number: int) -> None:
        sleep(PACE * number / TEACHERS)
        for stroke in count(number):
            answers.append(post(server, "/teach" if stroke % STROKES else "/teach?explain=learnt", body))
            if end.wait(PACE):
                break

    teachers = [Thread(target=teach, args=(number,)) for number in range(TEACHERS)]
    for one in teachers:
        one.start()
    among, began = [], monotonic()
    while monotonic() < began + FOR:
        among.append(predict(server, 20))
    end.set()
    for one in teachers:
        one.join()
    times = sorted(seconds for _, seconds in answers)
    late = times[int(0.99 * len(times))]
    print(f"{len(times)} lessons, p99 {late:.3f} s; pad {alone:.4f} s, then {median(among):.4f} s")
    assert Counter(status for status, _ in answers) == {200: len(times)}
    assert len(times) > TEACHERS
