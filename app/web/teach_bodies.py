"""What a visitor teaches by -> rows of features: those of earlier drawings come as numbers, new ones as pictures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from flask import Request

from ..errors import N_, BadExamples, BadRequest
from ..reading.answer import Answer
from ..reading.arrays import WholeRows
from ..teaching.exam import STEPS
from ..teaching.examples import MOST, TOO_MANY_EXAMPLES, Examples, checked_rows, is_label, row_of
from .bodies import from_data_url, refuse_constant
from .extensions import get_quick_reader
from .turns import let_others, take_turn

FEW_PICTURES = 4  # read at once: more of them wait for their turn
BAD_TEACHING = N_(
    'Send JSON like {"examples": [{"label": "A", "row": [0, …]}, …], "drawing": "data:image/png;base64,…"}.'
)
BAD_MORE = N_("Of the data set it can be given 0, 10, 100 or 1347 digits.")


@dataclass(frozen=True)
class Drawing:
    """A drawing as the road prepared it."""

    row: WholeRows  # (320,) features
    answer: Answer | None  # the served reader's, where it came as a picture


def read_teaching(request: Request) -> dict[str, Any]:
    """Return what a request's JSON says. Raise BadRequest unless it is an object."""
    try:
        sent = json.loads(request.get_data(), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest(BAD_TEACHING) from error
    if not isinstance(sent, dict):
        raise BadRequest(BAD_TEACHING)
    return sent


def examples_in(sent: dict[str, Any]) -> Examples | None:
    """Return the examples, None where there are none yet. Raise BadRequest, BadExamples, and as a reader does."""
    given = sent.get("examples", [])
    if not isinstance(given, list) or not all(isinstance(one, dict) and "label" in one for one in given):
        raise BadRequest(BAD_TEACHING)
    if len(given) > MOST:  # before any picture is read
        raise BadExamples(TOO_MANY_EXAMPLES)
    return Examples.checked(_rows(given), [one["label"] for one in given]) if given else None


def rows_in(sent: dict[str, Any]) -> tuple[str, WholeRows]:
    """Return the one sign that examples show, and their rows, (n, 320). Raise BadRequest, BadExamples."""
    given, sign = sent.get("examples"), sent.get("sign")
    if not isinstance(given, list) or not given or not is_label(sign) or not isinstance(sign, str):
        raise BadRequest(BAD_TEACHING)
    if len(given) > MOST:
        raise BadExamples(TOO_MANY_EXAMPLES)
    return sign, checked_rows(given)


def drawing_in(sent: dict[str, Any]) -> Drawing | None:
    """Return the drawing to be read, None where there is none. Raise BadExamples, and as a reader does."""
    given = sent.get("drawing")
    if given is None:
        return None
    if isinstance(given, list):
        return Drawing(checked_rows([given])[0], None)
    answer = get_quick_reader().read(from_data_url(given))
    return Drawing(row_of(answer), answer)


def more_in(sent: dict[str, Any]) -> int | None:
    """Return how many of the data set's digits are asked for besides. Raise BadRequest for another number."""
    more = sent.get("more")
    if more is not None and (type(more) is not int or more not in STEPS):
        raise BadRequest(BAD_MORE)
    return more


def _rows(given: list[dict[str, Any]]) -> list[Any]:
    pictures = [one for one in given if "row" not in one]
    if len(pictures) > FEW_PICTURES:
        take_turn()
    read = {id(one): _read(one) for one in pictures}
    return [one["row"] if "row" in one else read[id(one)] for one in given]


def _read(example: dict[str, Any]) -> list[int]:
    row: list[int] = row_of(get_quick_reader().read(from_data_url(example.get("image")))).tolist()
    let_others()
    return row
