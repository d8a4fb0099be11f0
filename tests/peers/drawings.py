"""The project's own drawings: the named cases that are digits, and whole hands as the pad draws them."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO

import numpy as np

from app.learning.pen import PEN, SIZE, draw
from app.paths import PROJECT

FOLDER = PROJECT / "tests" / "drawings"


@cache
def drawings() -> tuple[tuple[int, bytes], ...]:
    """Return each digit with its picture's file."""
    expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    named = [(one["digit"], (FOLDER / name).read_bytes()) for name, one in expected.items() if "digit" in one]
    hands = [line for path in sorted((FOLDER / "hands").glob("*.jsonl")) for line in path.read_text().splitlines()]
    return (*named, *(_drawn(json.loads(line)) for line in hands))


def _drawn(drawing: dict[str, object]) -> tuple[int, bytes]:
    file = BytesIO()
    draw([np.array(stroke) * SIZE for stroke in drawing["strokes"]], SIZE, PEN).save(file, "PNG")
    return int(drawing["label"]), file.getvalue()
