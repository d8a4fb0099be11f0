"""`make bench`: how long reading takes, step by step, as ratios in one run. Nothing here is asserted.

One drawing, posted as a PNG of several sizes; medians of many rounds. Beside our road stands the recipe of most
tutorials (scikit-image's resize of the whole canvas, then scikit-learn's own SVC), measured in the same run.
"""

from __future__ import annotations

import http.client
import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import joblib

from app.config import Settings
from app.learning.naive import notebook_counts
from app.learning.pen import draw, fit
from app.reading.bitmap import normalise
from app.reading.features import block_counts
from app.reading.guard import FITTED
from app.reading.ink import Limits, read_ink
from app.reading.reader import Reader

ROUNDS = 300  # of each measurement
SLOW_ROUNDS = 40  # of the tutorial's recipe
WARM_UP = 20
FILES = 1000  # pictures for the command line
FIVE = [
    [(0.3, 0.1), (0.28, 0.45), (0.5, 0.4), (0.7, 0.6), (0.55, 0.85), (0.25, 0.85)],
    [(0.3, 0.1), (0.7, 0.08)],
]
CANVASES = (("L", 280), ("RGBA", 160), ("RGBA", 280), ("RGBA", 560))


def png(mode: str, side: int) -> bytes:
    """Return the PNG of a five on a canvas."""
    pen = 0.05 * side
    out = io.BytesIO()
    draw(fit(FIVE, side, pen, 0.7), side, pen).convert(mode).save(out, "PNG")
    return out.getvalue()


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
    counts = block_counts(normalise(ink).bitmap)
    machine, calibration = reader.classifier.machine, reader.classifier.calibration
    return {
        "decode": timed(lambda: read_ink(picture)),
        "normalise": timed(lambda: block_counts(normalise(ink).bitmap)),
        "classify": timed(lambda: calibration.probabilities(machine.decisions(counts[None, :]))),
        "familiarity": timed(lambda: reader.classifier.familiarity.of(counts)),
        "all": timed(lambda: reader.read(picture)),
    }


def tutorial(picture: bytes, fitted: Any) -> float:
    """Return milliseconds of the tutorials' recipe."""
    return timed(lambda: fitted.predict(notebook_counts(picture, Limits())[None, :]), SLOW_ROUNDS)


def served(pictures: dict[str, bytes]) -> None:
    """Print the median time of POST /predict over a kept-alive connection to a real server, and its start."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "app", "serve", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "RATE_LIMITS": "off"})
    try:
        assert server.stdout is not None
        link = http.client.HTTPConnection(server.stdout.readline().split("//")[1].strip().rstrip("/"))

        def post(picture: bytes) -> bytes:
            link.request("POST", "/predict", picture, {"Content-Type": "image/png"})
            return link.getresponse().read()

        post(pictures["L 280"])
        print(f"start to first answer  {(time.perf_counter() - start) * 1000:8.0f} ms")
        for name, picture in pictures.items():
            print(f"POST /predict {name:9}{timed(lambda picture=picture: post(picture)):8.2f} ms")
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
    models = Settings.from_env().models_dir
    reader, fitted = Reader.open(models), joblib.load(models / FITTED)
    pictures = {f"{mode} {side}": png(mode, side) for mode, side in CANVASES}
    print(
        f"{'canvas':10}" + "".join(f"{step:>13}" for step in ("decode", "normalise", "classify", "familiarity", "all"))
    )
    for name, picture in pictures.items():
        spans = reading(reader, picture)
        print(f"{name:10}" + "".join(f"{ms:10.3f} ms" for ms in spans.values()))
        print(f"{'':10}" + "".join(f"{ms / spans['all']:12.0%} " for ms in spans.values()))
        naive = tutorial(picture, fitted)
        print(f"{'':10}the tutorials' recipe takes {naive:.2f} ms, {naive / spans['all']:.1f} times as long")
    served(pictures)
    from_the_command_line(pictures["L 280"])


if __name__ == "__main__":
    main()
