"""Where the wall's drawings lie on its map, also once another model, with a map of its own, has taken the place of one.

A drawing is stored with its place on the map of the model that read it. Places on another map mean nothing, so that a
thread reads these drawings again; until it has, they are not on the map. Each server remembers what it found itself:
two servers of one database need not have the same model at work.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from threading import Lock, Thread
from typing import cast

from flask import Flask, current_app

from ..errors import InputError, StoreAway
from ..lesson.digit_map import DigitMap
from ..reading.arrays import GRID
from ..reading.reader import Reader
from ..store import Store, shown
from ..store.shown import Spot
from ..store.tables import Event

POINTS = 300  # drawings on the map: more hide each other, and what is sent stays small

log = logging.getLogger(__name__)


class WallMap:
    """Places on the map of the model that is at work."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._placing: Thread | None = None
        self._found: dict[tuple[str, int], tuple[float, float] | None] = {}  # by map and id; None cannot be placed

    def spots(self, event: Event, digit_map: DigitMap, reader: Reader) -> list[Spot]:
        """Return the newest drawings of the wall that can be placed, the newest first. Raise StoreAway."""
        name, every = digit_map.fingerprint, shown.spots(self._store, event, POINTS)
        foreign = [one.id for one in every if one.map_name != name]
        known = {id: self._found[name, id] for id in foreign if (name, id) in self._found}
        if len(known) < len(foreign):
            self._place_later([id for id in foreign if id not in known], digit_map, reader)
        placed = [one if one.map_name == name else _at(one, known.get(one.id)) for one in every]
        return [one for one in placed if one.x is not None]

    def _place_later(self, ids: list[int], digit_map: DigitMap, reader: Reader) -> None:
        """Let a thread read these drawings again, unless one does; return at once."""
        with self._lock:
            if self._placing is None or not self._placing.is_alive():
                self._placing = Thread(target=self._place, args=(ids, digit_map, reader), name="map", daemon=True)
                self._placing.start()

    def _place(self, ids: list[int], digit_map: DigitMap, reader: Reader) -> None:
        found: dict[tuple[str, int], tuple[float, float] | None] = {(digit_map.fingerprint, id): None for id in ids}
        try:
            for id, picture, counts in shown.pictures(self._store, ids):
                with suppress(InputError):
                    found[digit_map.fingerprint, id] = _place_of(picture, counts, digit_map, reader)
        except StoreAway as error:
            log.warning("The wall's drawings are not placed anew: %s", error)
            return
        kept = {place: where for place, where in self._found.items() if place[0] == digit_map.fingerprint}
        self._found = dict([*kept.items(), *found.items()][-2 * POINTS :])


def init_app(app: Flask, store: Store) -> None:
    """Give an app what its wall asks."""
    app.extensions["wall_map"] = WallMap(store)


def get_wall_map() -> WallMap:
    """Return where the running app's drawings lie."""
    return cast(WallMap, current_app.extensions["wall_map"])


def _at(spot: Spot, place: tuple[float, float] | None) -> Spot:
    """Return a drawing at a place of its own, or at none."""
    return spot._replace(x=place and place[0], y=place and place[1])


def _place_of(picture: bytes, counts: bytes, digit_map: DigitMap, reader: Reader) -> tuple[float, float]:
    """Return where a kept drawing lies: as it was drawn, or, where its maker filled squares, as these are."""
    answer = reader.read(picture)
    rows = [list(counts[start : start + GRID]) for start in range(0, GRID * GRID, GRID)]
    if [list(row) for row in answer.pixels] != rows:
        answer = reader.read_pixels(rows)
    place = digit_map.place(answer)
    return place.x, place.y
