"""`python -m tests.deploy.stored`: how fast wall, presenter's page and export are with 100 000 drawings stored."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from urllib.parse import urlencode
from zipfile import ZipFile

import click
from sqlalchemy import insert, select

from app.store import Store, events, open_store, tallies
from app.store.tables import NO_DIGIT, Drawing, Tally
from tests.deploy.scale import processor_seconds
from tests.running import Running
from tests.web.event import PASSCODE, TOKEN

MANY = 100_000
SLICE = 1000  # rows that are inserted at once
PIECE = 1_000_000  # bytes that are read at once
ROUNDS = 50
GROUPS = 20  # of the event, of as many drawings each; the last is there just now
WRONG = 0.05  # of the drawings
SEED = 19
PLACES = ("event_id", "group_number", "label", "guess")  # of a tally
PICTURES = [Path(f"tests/drawings/{digit}.png").read_bytes() for digit in range(10)]
# What is asked of each figure.
WALL, PAGE, RATE, GROWTH = 10, 200, 5000, 8  # ms, ms, drawings a second, MiB in the second half of an export


class Presenter:
    """A browser that knows the passcode, on one connection."""

    def __init__(self, port: int) -> None:
        self._line = HTTPConnection("127.0.0.1", port)
        self._cookie = ""
        self._token = ""

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = "image/png") -> bytes:
        return b"".join(self.pieces(method, path, body, kind))

    def press(self, path: str, **form: str) -> None:
        """Send one of the page's forms."""
        self._token = TOKEN.search(self.ask("GET", "/presenter").decode())[1]  # type: ignore[index]
        data = urlencode({"csrf_token": self._token, **form}).encode()
        self.ask("POST", f"/presenter{path}", data, "application/x-www-form-urlencoded")

    def hang_up(self) -> None:
        """Connect anew next time."""
        self._line.close()

    def pieces(self, method: str, path: str, body: bytes | None = None, kind: str = "image/png") -> Iterator[bytes]:
        self._line.request(method, path, body, {"Content-Type": kind, "Cookie": self._cookie})
        reply = self._line.getresponse()
        assert reply.status < 400, f"{path}: {reply.status}"
        if found := re.match("[^;]+", reply.headers.get("Set-Cookie", "")):
            self._cookie = found[0]
        while piece := reply.read(PIECE):
            yield piece


def fill(store: Store, many: int) -> None:
    """Copy the kept drawings of the event that is on until there are so many."""
    rng = Random(SEED)
    columns = [column for column in Drawing.__table__.columns if column.name != "id"]
    with store.writing() as session:
        event = events.running(session)
        event.group_number = GROUPS
        models = [dict(row._mapping) for row in session.execute(select(*columns))]
        for start in range(len(models), many, SLICE):
            rows = [copied(models, number, many, rng) for number in range(start, min(start + SLICE, many))]
            session.execute(insert(Drawing.__table__), rows)
            for places, n in Counter(tuple(row[name] for name in PLACES) for row in rows).items():
                tallies.add(session, Tally(n=n, **dict(zip(PLACES, places, strict=True))))


def copied(models: list[dict[str, Any]], number: int, many: int, rng: Random) -> dict[str, Any]:
    """Return a drawing like one that was kept, somewhere else on the map, by somebody else, sometimes read wrong."""
    model = models[number % len(models)]
    guess = rng.randint(0, NO_DIGIT) if rng.random() < WRONG else model["guess"]
    return model | {
        "key": f"{rng.getrandbits(128):032x}",
        "visit": f"{rng.getrandbits(128):032x}",
        "group_number": 1 + number * GROUPS // many,
        "guess": guess,
        "map_x": rng.random(),
        "map_y": rng.random(),
    }


def each_ms(presenter: Presenter, server: Running, path: str) -> float:
    """Return how long the processor works on a page."""
    presenter.ask("GET", path)
    before = processor_seconds(server.process.pid)
    for _ in range(ROUNDS):
        presenter.ask("GET", path)
    return (processor_seconds(server.process.pid) - before) / ROUNDS * 1000


class Export(NamedTuple):
    """What was seen of an export."""

    n: int  # drawings
    rate: float  # a second of the processor
    first: float  # MiB that the server grew by in the first half of it
    second: float  # and how much more in the second

    @classmethod
    def of(cls, presenter: Presenter, server: Running) -> Export:
        """Have the event's drawings sent, and look at the server's memory after each piece."""
        event = re.search(r"export/(\d+)\.zip", presenter.ask("GET", "/presenter").decode())
        assert event
        whole, sizes, before = BytesIO(), [server.resident()], processor_seconds(server.process.pid)
        for piece in presenter.pieces("GET", f"/presenter/export/{event[1]}.zip"):
            whole.write(piece)
            sizes.append(server.resident())
        span = processor_seconds(server.process.pid) - before
        with ZipFile(whole) as archive:
            n = sum(name.endswith(".png") for name in archive.namelist())
        half = len(sizes) // 2
        return cls(n, n / span, max(sizes[: half + 1]) - sizes[0], max(sizes[half:]) - max(sizes[: half + 1]))


def measure(server: Running, store: Store, many: int, slack: float) -> bool:
    """Print the figures; return whether each is what is asked of it, or so many times as bad."""
    presenter = Presenter(server.port)
    presenter.press("", passcode=PASSCODE)
    presenter.press("/begin", name="Open day")
    presenter.press("/settings", keep="on", wall="on", ask="45", ring="15", pen="2")
    for digit, picture in enumerate(PICTURES):
        presenter.ask("POST", f"/drawings?label={digit}&keep=1&visit={'0' * 32}", picture)
    fill(store, many)
    presenter.hang_up()  # the server has, too, if it took long
    wall, page, live = (each_ms(presenter, server, path) for path in ("/wall.json", "/presenter", "/presenter/live"))
    export = Export.of(presenter, server)
    assert export.n == many
    click.echo(f"wall.json {wall:.1f} ms, presenter's page {page:.0f} ms, what changes on it {live:.0f} ms")
    click.echo(f"export of {many} drawings: {export.rate:.0f} a second; the server grew by {export.first:.0f} MiB")
    click.echo(f"in its first half, and by {export.second:.0f} MiB in its second")
    are_quick = wall <= slack * WALL and page <= slack * PAGE and slack * export.rate >= RATE
    return are_quick and export.second <= slack * GROWTH


@click.command()
@click.option("--many", default=MANY, show_default=True)
@click.option("--address", default="", help="A DATABASE_URL, of an empty database; a SQLite file otherwise.")
@click.option("--slack", default=1.0, help="How many times as bad as is asked is good enough.")
def main(many: int, address: str, slack: float) -> None:
    """Print the figures; the exit code is 1 where one is not what is asked of it."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(address, Path(folder))
        settings = {"PRESENTER": "on", "PRESENTER_PASSCODE": PASSCODE, "RATE_LIMITS": "off"}
        server = Running(DATA_DIR=folder, DATABASE_URL=address, **settings)
        try:
            is_good = measure(server, store, many, slack)
        finally:
            server.end()
            store.close()
    raise SystemExit(0 if is_good else 1)


if __name__ == "__main__":
    main()
