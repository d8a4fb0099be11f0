"""`make bench`: how long reading takes, step by step, as ratios in one run. Nothing here is asserted.

One drawing, as PNGs of several sizes, grey by Pillow and as a browser's canvas writes it; medians of many rounds.
Beside our road stands the recipe of most tutorials (scikit-image's resize of the whole canvas, then scikit-learn's own
SVC), measured in the same run.
"""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PIL import Image
from skimage.transform import resize
from sklearn.datasets import load_digits
from sklearn.svm import SVC
from werkzeug.test import create_environ

from app import create_app
from app.config import Settings
from app.errors import InputError
from app.learning.pen import draw, fit
from app.reading.arrays import FULL_BLOCK, GRID
from app.reading.normalise import normalise
from app.reading.picture import read_ink
from app.reading.reader import Reader
from tests import cases
from tests.pictures import chunk, encoded, header, png

ROUNDS = 300  # of each measurement
SLOW_ROUNDS = 40  # of the tutorial's recipe
FEW_ROUNDS = 3  # of each named case
DEAREST = 6  # of the named cases are shown
WARM_UP = 20
FILES = 1000  # pictures for the command line
UP, RGBA, FASTEST = 2, 6, 1  # a PNG's numbers for "less the row above" and for its colours, and zlib's least effort
FIVE = [
    [(0.3, 0.1), (0.28, 0.45), (0.5, 0.4), (0.7, 0.6), (0.55, 0.85), (0.25, 0.85)],
    [(0.3, 0.1), (0.7, 0.08)],
]
SIDES = (160, 280, 560)  # px: what the pad posts, and what other clients do
WHITE = 255
STEPS = ("decode", "normalise", "classify", "novelty", "the rest", "all")


def five(side: int) -> Image.Image:
    """Return a five on a canvas, 'L'."""
    pen = 0.05 * side
    return draw(fit(FIVE, side, pen, 0.7), side, pen)


def by_pillow(picture: Image.Image) -> bytes:
    """Return the PNG that a Python program posts: grey, every row by the filter that suits it best."""
    return encoded(picture)


def by_canvas(picture: Image.Image) -> bytes:
    """Return the PNG that a browser's canvas posts, as Chromium writes it: RGBA, every row less the one above it."""
    rows = np.asarray(picture.convert("RGBA")).reshape(picture.height, -1)
    less = np.diff(rows, axis=0, prepend=np.zeros_like(rows[:1]))
    lines = np.insert(less, 0, UP, axis=1).tobytes()
    return png(header(*picture.size, colour=RGBA), chunk(b"IDAT", zlib.compress(lines, FASTEST)), chunk(b"IEND"))


def pictures() -> dict[str, bytes]:
    """Return what is posted, by its name."""
    fives = {side: five(side) for side in SIDES}
    return {f"grey {side}": by_pillow(picture) for side, picture in fives.items()} | {
        f"canvas {side}": by_canvas(picture) for side, picture in fives.items()
    }


def timed(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Return the median milliseconds of one call."""
    for _ in range(min(WARM_UP, rounds)):
        work()
    spans = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return median(spans) * 1000


def reading(reader: Reader, picture: bytes) -> dict[str, float]:
    """Return milliseconds of each step of the road, and of the whole."""
    ink = read_ink(picture)
    row, classifier = normalise(ink).features[None, :], reader.classifier
    parts = {
        "decode": timed(lambda: read_ink(picture)),
        "normalise": timed(lambda: normalise(ink)),
        "classify": timed(lambda: classifier.probabilities(row)),
        "novelty": timed(lambda: classifier.novelty.familiarity(classifier.to_prototypes(row[0]), 5, 1.0)),
    }
    everything = timed(lambda: reader.read(picture))
    return {**parts, "the rest": everything - sum(parts.values()), "all": everything}


def tutorial(picture: bytes, fitted: SVC) -> float:
    """Return milliseconds of the tutorials' recipe."""
    return timed(lambda: fitted.predict(shrunk(picture)[None, :]), SLOW_ROUNDS)


def shrunk(picture: bytes) -> np.ndarray:
    """Return (64,) numbers as tutorials make them: not by our lesson's quicker way to the same."""
    with Image.open(BytesIO(picture)) as opened:
        grey = np.asarray(opened.convert("L"))
    return resize(1 - grey / WHITE, (GRID, GRID), anti_aliasing=True).ravel() * FULL_BLOCK


def opened() -> None:
    """Print what the dearest of the named cases take to open, and the dearest refusals."""
    every = {"opened": cases.same_digit(), "refused": cases.no_picture() | cases.foreign() | cases.too_large()}
    for what, files in every.items():
        spans = {name: timed(lambda data=data: _ink_or_refusal(data), FEW_ROUNDS) for name, data in files.items()}
        for name in sorted(spans, key=spans.__getitem__)[-DEAREST:]:
            print(f"{what:9}{name:44}{spans[name]:8.1f} ms")


def _ink_or_refusal(data: bytes) -> None:
    with suppress(InputError):
        read_ink(data)


def applied(pictures: dict[str, bytes]) -> None:
    """Print the median time that the application takes for POST /predict, between the server's call and its reply."""
    app = create_app(Settings(rate_limits=False))
    for name, picture in pictures.items():
        request = {"path": "/predict", "method": "POST", "data": picture, "content_type": "image/png"}
        requests = iter([create_environ(**request) for _ in range(WARM_UP + ROUNDS)])
        span = timed(lambda requests=requests: b"".join(app(next(requests), lambda *_: None)))
        print(f"in the application {name:12}{span:8.2f} ms")


class Wire:
    """A kept-alive connection that does no more than HTTP asks for: what remains is the server's time."""

    def __init__(self, address: str) -> None:
        """`address`: host and port, with a colon."""
        host, port = address.split(":")
        self.address = address
        self._socket = socket.create_connection((host, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def post(self, picture: bytes) -> bytes:
        """Return the body of the reply to POST /predict."""
        lines = "POST /predict HTTP/1.1", f"Host: {self.address}", "Content-Type: image/png"
        head = "\r\n".join([*lines, f"Content-Length: {len(picture)}", "", ""])
        self._socket.sendall(head.encode() + picture)
        reply = b""
        while not (whole := re.search(rb"content-length: *(\d+)\r\n(?:.*\r\n)*?\r\n", reply, re.IGNORECASE)):
            reply += self._received()
        while len(reply) < whole.end() + int(whole[1]):
            reply += self._received()
        return reply[whole.end() :]

    def _received(self) -> bytes:
        received = self._socket.recv(1 << 16)
        assert received, "the server hung up"
        return received


def served(pictures: dict[str, bytes]) -> None:
    """Print the same over a kept-alive connection to a real server, bare and as http.client sees it, and the start."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "app", "serve", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "RATE_LIMITS": "off"})
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split("//")[1].strip().rstrip("/")
        link, wire = http.client.HTTPConnection(address), Wire(address)

        def post(picture: bytes) -> bytes:
            link.request("POST", "/predict", picture, {"Content-Type": "image/png"})
            return link.getresponse().read()

        post(next(iter(pictures.values())))
        print(f"start to first answer          {(time.perf_counter() - start) * 1000:8.0f} ms")
        for name, picture in pictures.items():
            bare = timed(lambda picture=picture: wire.post(picture))
            python = timed(lambda picture=picture: post(picture))
            print(f"POST /predict      {name:12}{bare:8.2f} ms, {python:.2f} ms through Python's http.client")
    finally:
        server.terminate()
        server.wait()


def from_the_command_line(picture: bytes) -> None:
    """Print how many pictures a second `python -m app predict` reads, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            Path(folder, f"5-{number}.png").write_bytes(picture)
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "app", "predict", folder], check=True, stdout=subprocess.DEVNULL)
        print(f"python -m app predict {FILES / (time.perf_counter() - start):8.0f} pictures/s")


def main() -> None:
    """Print all figures."""
    reader, fitted = Reader.open(Settings.from_env().models_dir), SVC().fit(*load_digits(return_X_y=True))
    posted = pictures()
    print(f"{'':12}" + "".join(f"{step:>13}" for step in STEPS))
    for name, picture in posted.items():
        spans = reading(reader, picture)
        print(f"{name:12}" + "".join(f"{spans[step]:10.3f} ms" for step in STEPS))
        print(f"{'':12}" + "".join(f"{spans[step] / spans['all']:12.0%} " for step in STEPS))
        naive = tutorial(picture, fitted)
        print(f"{'':12}the tutorials' recipe takes {naive:.2f} ms, {naive / spans['all']:.1f} times as long")
    opened()
    applied(posted)
    served(posted)
    from_the_command_line(posted["grey 280"])


if __name__ == "__main__":
    main()
