"""`python -m tests.reading.road`: write down the features of every test drawing, after a change that is meant."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from app.reading.reader import preprocess
from tests.drawings import DRAWINGS

KEPT = Path(__file__).parent / "road.json"


def pictures() -> list[str]:
    """Return the names of the test drawings that have ink."""
    expected = json.loads((DRAWINGS / "expected.json").read_text())
    return [name for name, what in expected.items() if "digit" in what]


def features_of(name: str) -> np.ndarray:
    """Return the (320,) features of a test drawing."""
    return preprocess((DRAWINGS / name).read_bytes()).astype(int)


def kept() -> dict[str, list[int]]:
    """Return the features that were written down, by the drawing's name."""
    return json.loads(KEPT.read_text())


if __name__ == "__main__":
    lines = [f" {json.dumps(name)}: {json.dumps(features_of(name).tolist())}" for name in pictures()]
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n")
