"""The model card: what lies in models/, from what it was made, how well it reads."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..reading.model import CARD, FILES, NUMBERS, checksum, preprocessing_fingerprint
from ..reading.reader import preprocess
from .samples import SEED, Labels
from .searching import found

FORMAT = 1  # of the card
PACKAGES = ("numpy", "scikit-learn", "pillow")
NAME_LENGTH = 12  # hex digits of the fingerprint: enough to tell models apart, short enough to read out


def write_card(models: Path, **facts: Any) -> None:
    """Write models/card.json for the files that lie there; `facts` are added as they are."""
    card = {
        "version": FORMAT,
        "fingerprint": checksum(models / NUMBERS)[:NAME_LENGTH],
        "sha256": {name: checksum(models / name) for name in FILES},
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "seed": SEED,
        **facts,
        "search": found(models),
        "road": preprocessing_fingerprint(preprocess),
    }
    (models / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def report_entry(name: str, title: str, table: Labels) -> dict[str, Any]:
    """Return one model's confusion matrix (10, 10), accuracy and n, as the card keeps them."""
    return {
        "name": name,
        "title": title,
        "confusion": table.tolist(),
        "accuracy": float(table.trace() / table.sum()),
        "n": int(table.sum()),
    }
