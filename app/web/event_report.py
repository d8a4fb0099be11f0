"""`GET /report?of=event&event=<id>`: one sheet of paper about an event, for its presenter."""

from __future__ import annotations

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from ..errors import BadRequest
from ..lesson.evaluation import metrics
from ..reading.arrays import N_DIGITS
from ..store import events, shown, tallies
from .event_state import get_store
from .report import NO_REPORT
from .sign_in import is_presenter, require_presenter

FUNNIEST = 10  # slips on the sheet
LAST = 2**31 - 1  # the highest number that an event can have


def page() -> ResponseReturnValue:
    """Return the page about the event of `?event=`, or the way to the passcode. Raise BadRequest."""
    if not is_presenter():
        return require_presenter() or ""
    number = request.args.get("event", "")
    event = (
        events.find(get_store(), int(number)) if number.isascii() and number.isdigit() and len(number) < 10 else None
    )
    if event is None:
        raise BadRequest(NO_REPORT)
    table = tallies.matrix(get_store(), event.id)
    facts = {
        "of": event,
        "table": table,
        "score": tallies.score_of(table),
        "digits": [metrics(table, digit) for digit in range(N_DIGITS)],
        "slips": shown.slips(get_store(), event.id, FUNNIEST),
    }
    response = make_response(render_template("presenter/report.html", **facts))
    response.cache_control.no_store = True
    return response
