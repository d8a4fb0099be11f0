"""The model card: what lies in models/, from what it was made, how well it reads."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from app.reading.guard import CARD, FILES, NUMBERS, checksum, road_print


def write_card(models: Path, *, served: Any, notebook: Any) -> None:
    card = {
        "version": 1,
        "fingerprint": checksum(models / NUMBERS)[:12],
        "sha256": {name: checksum(models / name) for name in FILES},
        "versions": {"python": platform.python_version(), **{n: version(n) for n in ("numpy", "scikit-learn", "pillow")}},
        "road": road_print(),
        "report": {
            "served": report_entry("served", "SVC on normalised digits", served),
            "notebook": report_entry("notebook", "SVC() on the raw 64 numbers", notebook),
        },
    }
    (models / CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def report_entry(name: str, title: str, table: Any) -> dict[str, Any]:
    return {"name": name, "title": title, "confusion": table.tolist(), "accuracy": float(table.trace() / table.sum()), "n": int(table.sum())}
