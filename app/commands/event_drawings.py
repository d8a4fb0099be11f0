"""The kept drawings of events, as a model may learn them."""

from __future__ import annotations

from typing import NamedTuple

import click

from ..config import Settings
from ..errors import InputError
from ..learning.visitors import EventDrawing, prepared
from .events import open_the_store

FEWEST_LETTERS = 4  # of a drawing's name: whoever leaves one out must mean that one


class Found(NamedTuple):
    """What there is to learn from."""

    events: list[str]  # names
    drawings: list[EventDrawing]
    passed_over: int  # of no known visitor, or unreadable


def find(settings: Settings, event: str | None) -> Found:
    """Return the kept drawings of the events of a name, or of all. Raise ClickException, StoreAway."""
    from ..store.labelled import labelled, named

    store = open_the_store(settings)
    events, drawings, passed_over = named(store, event), list[EventDrawing](), 0
    if not events:
        raise click.ClickException("There is no such event.")
    for kept in (kept for event in events for kept in labelled(store, event)):
        try:
            if not kept.visitor:
                raise InputError
            drawings.append(prepared(kept.key, kept.label, kept.visitor, kept.picture))
        except InputError:
            passed_over += 1
    store.close()
    return Found([event.name for event in events], drawings, passed_over)


def without(found: Found, keys: tuple[str, ...]) -> Found:
    """Return the same but for drawings whose names begin so. Raise BadParameter for what is no beginning of any."""
    for key in keys:
        if len(key) < FEWEST_LETTERS or not any(one.key.startswith(key) for one in found.drawings):
            raise click.BadParameter(f"no drawing's name begins with {key}.", param_hint="--leave-out")
    return found._replace(drawings=[one for one in found.drawings if not one.key.startswith(keys or ("-",))])
