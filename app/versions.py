"""The versions of the model that lie beside the one that is shipped with the program, and which of them is at work.

`DATA_DIR/models/<version>/` has all the files that `models/` has. `DATA_DIR/models/active` names the versions that were
made active, one a line, the last of them at work; without it the program's own model is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from .errors import AlteredModel, UnknownVersion

FOLDER = "models"  # in DATA_DIR
ACTIVE = "active"  # in that folder
SHIPPED = "shipped"  # what the model in MODELS_DIR is called, whose numbers a `make model` may change
CARD = "card.json"
LEARNT = "learnt"  # on a version's card: what it learnt besides, and how well it reads
NAME = re.compile(r"[0-9a-f]{12}")  # of a version: the fingerprint of its numbers
REMEMBERED = 50  # versions that were active before

Signature = tuple[object, ...]  # changes whenever a file does


class Shares(NamedTuple):
    """The shares, 0..1, that the model before and this version read right."""

    before: float
    after: float


class Learnt(NamedTuple):
    """What a version learnt from an event, and what came of it."""

    made: str  # the day, as 2026-11-26
    base: str  # the version before
    events: list[str]  # their names
    drawings: int  # that it learnt
    visitors: int  # who drew these
    held_drawings: int  # of others, that it never saw
    held_visitors: int
    held: Shares  # of those
    gain: tuple[float, float]  # the 95 % interval of after - before, over visitors
    exam: Shares  # of the notebook's test
    weight: int  # variations that were made of each drawing


class Versions:
    """The models of one DATA_DIR. Nothing is kept in memory: several servers look at the same files."""

    def __init__(self, shipped: Path, data: Path) -> None:
        self.shipped = shipped
        self.folder = data / FOLDER

    def names(self) -> list[str]:
        """Return all versions, the program's own first, the others by the day they were made."""
        found = [path.parent.name for path in self.folder.glob(f"*/{CARD}") if NAME.fullmatch(path.parent.name)]
        return [SHIPPED, *sorted(found, key=lambda name: (self.folder / name / CARD).stat().st_mtime)]

    def folder_of(self, name: str) -> Path:
        """Return the folder of a version. Raise UnknownVersion."""
        if name == SHIPPED:
            return self.shipped
        if not NAME.fullmatch(name) or not (self.folder / name).is_dir():
            raise UnknownVersion(name=name[:40])
        return self.folder / name

    def active(self) -> str:
        """Return the version that is to be at work; it need not be there."""
        return (self._history() or [SHIPPED])[-1]

    def activate(self, name: str) -> None:
        """Have a version at work. Raise UnknownVersion."""
        self.folder_of(name)
        self._remember([*self._history(), name])

    def roll_back(self) -> str:
        """Return the version that was active before and is again: the program's own where there was none."""
        self._remember(self._history()[:-1])
        return self.active()

    def remove(self, name: str) -> None:
        """Delete a version's files; it is active no longer. Raise UnknownVersion, also for the program's own."""
        if name == SHIPPED:
            raise UnknownVersion(name=name)
        folder = self.folder_of(name)
        if name in self._history():
            self._remember([one for one in self._history() if one != name])
        shutil.rmtree(folder)

    def signature(self) -> Signature:
        """Return what changes whenever another version is active, or a file of the active one changes."""
        name = self.active()
        try:
            files = sorted(
                (one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in os.scandir(self.folder_of(name))
            )
        except (OSError, UnknownVersion) as error:  # it is gone, or just now another takes its place
            return name, type(error)
        return name, *files

    def _history(self) -> list[str]:
        try:
            return (self.folder / ACTIVE).read_text(encoding="utf-8", errors="replace").split()
        except FileNotFoundError:
            return []

    def _remember(self, names: list[str]) -> None:
        """Write the file anew in one step: whoever reads it meanwhile finds the old one or the new one.

        What is at work twice running stands there once, lest a step back leads to where one is.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        written = self.folder / f"{ACTIVE}.{os.getpid()}"
        kept = [name for name, _ in groupby(names)]
        written.write_text("".join(f"{name}\n" for name in kept[-REMEMBERED:]), encoding="utf-8")
        written.replace(self.folder / ACTIVE)


def read_learnt(folder: Path) -> Learnt | None:
    """Return what the card of a folder says it learnt from an event; None of a model that learnt from none.

    Raise AlteredModel.
    """
    path = folder / CARD
    try:
        kept: dict[str, Any] | None = json.loads(path.read_text(encoding="utf-8")).get(LEARNT)
        if kept is None:
            return None
        facts = {**kept, "held": Shares(*kept["held"]), "exam": Shares(*kept["exam"]), "gain": tuple(kept["gain"])}
        return Learnt(**facts)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise AlteredModel(path=path) from error
