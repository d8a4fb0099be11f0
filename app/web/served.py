"""The model at work, and how another takes its place while drawings are read.

At most every other second a request looks whether another version is active, or a file has changed. If so, a thread
opens what is there now; until it is open, and for good where it may not be trusted, the one in memory goes on. A
request that has begun ends with the model it began with.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from time import monotonic
from typing import NamedTuple

from ..errors import N_, AlteredModel, ForeignModel, MissingModel, ModelError, StaleModel, UnknownVersion
from ..lesson.data import Lesson, open_lesson
from ..lesson.digit_map import DigitMap, open_map
from ..reading.reader import Reader
from ..versions import SHIPPED, Learnt, Signature, Versions, read_learnt
from .turns import quick_reader

LOOK = 2.0  # s between two looks
UNFORESEEN = N_("opening it fails")
WHY = {
    MissingModel: N_("its file %(file)s is missing"),
    AlteredModel: N_("its file %(file)s is not as it was written"),
    ForeignModel: N_("it belongs to another version of scikit-learn"),
    StaleModel: N_("it learnt from pictures that were prepared in another way"),
    UnknownVersion: N_("there is no such version"),
}

log = logging.getLogger(__name__)


class Served(NamedTuple):
    """A model with all that belongs to it: one takes the place of another as a whole."""

    folder: Path
    reader: Reader
    quick_reader: Reader  # the same for small pictures
    lesson: Lesson
    digit_map: DigitMap | None
    learnt: Learnt | None


class Serving:
    """Has the model at work. `now` is replaced in one step, and read by all threads."""

    def __init__(self, versions: Versions, open_reader: Callable[[Path], Reader]) -> None:
        """Open the active version; the program's own where that may not be trusted. Raise ModelError."""
        self._versions = versions
        self._open_reader = open_reader
        self._lock = Lock()
        self._opening: Thread | None = None
        self._seen = self._signature()
        self._next = monotonic() + LOOK
        self.refused: ModelError | None = None  # why the active version is not at work: a part of a sentence
        self.now = self._opened(SHIPPED) if self._seen[0] == SHIPPED else self._first()

    def look(self) -> None:
        """Let a thread open what is there now, if it has changed; return at once."""
        if monotonic() < self._next or not self._lock.acquire(blocking=False):
            return
        try:
            self._next = monotonic() + LOOK
            if (self._opening is None or not self._opening.is_alive()) and self._has_changed():
                self._opening = Thread(target=self._take_active, name="model", daemon=True)
                self._opening.start()
        finally:
            self._lock.release()

    def _has_changed(self) -> bool:
        before, self._seen = self._seen, self._signature()
        return self._seen != before

    def _signature(self) -> Signature:
        try:
            return self._versions.signature()
        except OSError as error:
            return (error.errno,)

    def _first(self) -> Served:
        self._take_active()
        taken: Served | None = getattr(self, "now", None)
        return taken or self._opened(SHIPPED)

    def _take_active(self) -> None:
        """Put the active version in the place of the one at work, or note why not."""
        try:
            self.now = self._opened(self._versions.active())
            self.refused = None
        except ModelError as error:
            log.warning("The active model is not taken: %s", error)
            path = error.facts.get("path")
            self.refused = ModelError(WHY[type(error)], file=path.name if isinstance(path, Path) else "")
        except Exception:  # whatever lies there: drawings are read on
            log.exception("The active model is not taken.")
            self.refused = ModelError(UNFORESEEN)

    def _opened(self, name: str) -> Served:
        """Return a version, opened. Raise ModelError."""
        folder = self._versions.folder_of(name)
        reader = self._open_reader(folder)
        if name not in (SHIPPED, reader.card.fingerprint):
            raise AlteredModel(path=folder / "card.json")
        lesson, digit_map = open_lesson(folder), open_map(folder, reader)
        return Served(folder, reader, quick_reader(reader), lesson, digit_map, read_learnt(folder))
