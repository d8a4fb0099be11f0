"""What the presenter's page says: of the event that is on, of those before, and of the model at work."""

from __future__ import annotations

from ..store import archive, events, shown, tallies
from ..store.tables import Event
from .event_state import get_state, get_store
from .extensions import get_served, get_serving
from .languages import translate

SHOWN = 60  # drawings to hide: two walls full, the oldest of which is long gone from it
LEAST = 3  # drawings of a digit until it may be called the hardest


def live_facts() -> dict[str, object]:
    """Return what the page says of the event that is on; nothing where none is."""
    store, event = get_store(), get_state().now()
    if event is None:
        return {}
    table = tallies.matrix(store, event.id)
    return {
        "table": table,
        "score": tallies.score_of(table),
        "group_score": tallies.score_of(tallies.matrix(store, event.id, event.group_number)),
        "hardest": tallies.hardest(table, LEAST),
        "sheets": shown.latest(store, event, SHOWN, and_hidden=True),
    }


def model_facts() -> dict[str, object]:
    """Return what the page says of the model at work, and why another was not taken, if so."""
    served, refused = get_served(), get_serving().refused
    return {
        "model": served.reader.card.fingerprint,
        "learnt": served.learnt,
        "refused": translate(refused) if refused else None,
    }


def past_events() -> list[tuple[Event, tallies.Score, int]]:
    """Return each event, newest first, with its score and the number of drawings that are kept of it."""
    store = get_store()
    return [
        (one, tallies.score_of(tallies.matrix(store, one.id)), archive.count(store, one)) for one in events.every(store)
    ]
