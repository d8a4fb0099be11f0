"""Who has the pen of a presentation, and what it draws: in memory that all workers of a server share, and nowhere else.

The memory is made before gunicorn's workers part. Whoever draws nothing for a while has put the pen down.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap
from time import monotonic
from typing import Any

from .process_lock import ProcessLock

SIZE = 64 * 1024  # bytes: 4000 numbers of five digits, and what is around them
LENGTH = 4  # bytes that say how much of it is used
IDLE = 20.0  # s without a new line until the pen is free for others
NOBODY: dict[str, Any] = {"on": False, "holder": None, "drawn": 0.0, "strokes": [], "live": False}

Strokes = list[list[int]]  # x, y, x, y … each


class PenMemory:
    """One pen, which one phone has at a time."""

    def __init__(self) -> None:
        self._memory = mmap(-1, SIZE)
        self._lock = ProcessLock()
        self._write(NOBODY)

    def switch(self, is_on: bool) -> None:
        """Let phones have the pen, or none."""
        with self._changing() as state:
            state.update(NOBODY, on=is_on)

    def take_away(self) -> None:
        """Free the pen, and the sheet of what it drew."""
        with self._changing() as state:
            state.update(NOBODY, on=state["on"])

    def draw(self, key: str, strokes: Strokes, is_live: bool, asks: bool) -> str:
        """Return whether the pen is "yours", was ("gone"), is another's ("wait") or nobody's ("off").

        Who asks takes a pen that is free; what the holder draws is shown.
        """
        with self._changing() as state:
            if not state["on"]:
                return "off"
            if state["holder"] is None and asks:
                state.update(holder=key, drawn=monotonic())
            if state["holder"] != key:
                return "wait" if asks else "gone"
            if (strokes, is_live) != (state["strokes"], state["live"]):
                state.update(strokes=strokes, live=is_live, drawn=monotonic())
            return "yours"

    def look(self) -> dict[str, Any]:
        """Return what the big screen shows: `state` ("off", "free" or "held"), `strokes`, and whether one is `live`."""
        with self._changing() as state:
            said = "off" if not state["on"] else "free" if state["holder"] is None else "held"
            return {"state": said, "strokes": state["strokes"], "live": state["live"]}

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Any]]:
        """Yield what is known just now; what is changed in it is known to all workers behind the block."""
        with self._lock:
            state = self._read()
            if state["holder"] is not None and monotonic() > state["drawn"] + IDLE:
                state.update(NOBODY, on=state["on"])
            yield state
            self._write(state)

    def _read(self) -> dict[str, Any]:
        """Return what is known; nothing where a worker was killed while it wrote."""
        length = int.from_bytes(self._memory[:LENGTH], "big")
        try:
            state: dict[str, Any] = json.loads(self._memory[LENGTH : LENGTH + length])
        except ValueError:
            return dict(NOBODY)
        return state

    def _write(self, state: dict[str, Any]) -> None:
        data = json.dumps(state, separators=(",", ":")).encode()
        self._memory[: LENGTH + len(data)] = len(data).to_bytes(LENGTH, "big") + data
