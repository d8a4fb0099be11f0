"""What the presenter sets for the stands of an event: how long they wait, and the languages that they offer."""

from __future__ import annotations

from flask import request

from ..errors import N_, BadRequest
from ..store.events import Stand
from .event_state import get_state
from .kiosk import times
from .languages import names

BOUNDS = {"ask": (0, 3600), "ring": (5, 120), "pen": (1, 600)}  # s
BAD_TIME = N_("Give whole seconds from %(low)s to %(high)s.")


def stand_settings() -> Stand:
    """Return what the form says of stands; None for what it leaves empty. Raise BadRequest."""
    chosen = [code for code in names() if code in request.form.getlist("languages")]
    are_all = len(chosen) in (0, len(names()))
    return Stand(_seconds("ask"), _seconds("ring"), _seconds("pen"), None if are_all else ",".join(chosen))


def stand_facts() -> dict[str, object]:
    """Return what the form shows; nothing while no event is on."""
    event = get_state().now()
    if event is None:
        return {}
    offered = event.stand_languages.split(",") if event.stand_languages else list(names())
    return {"times": times(), "bounds": BOUNDS, "offered": offered}


def _seconds(name: str) -> int | None:
    text = request.form.get(name, "").strip()
    low, high = BOUNDS[name]
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6 and low <= int(text) <= high):
        raise BadRequest(BAD_TIME, low=low, high=high)
    return int(text)
