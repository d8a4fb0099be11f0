"""What a request for a border says -> which digits of the map, how strictly, and where the visitor's lies."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from flask import Request

from ..errors import N_, BadRequest
from ..lesson.digit_map import DigitMap
from ..teaching.border import USUAL, At, Strictness
from .bodies import refuse_constant

LEAST, MOST = Strictness(C=0.01, gamma=0.1), Strictness(C=1000.0, gamma=1000.0)  # fit and picture take 41 ms at most
BAD_BORDER = N_('Send JSON like {"digits": [4, 9], "C": 1, "gamma": 20, "without": [57], "at": [0.4, 0.5]}.')
SAME_DIGIT = N_("A border lies between two different digits, 0 to 9.")
OUT_OF_RANGE = N_("C goes from 0.01 to 1000, and gamma from 0.1 to 1000.")
UNKNOWN_POINT = N_("What is to be left out must be digits of these two, by their numbers.")
NONE_LEFT = N_("Leave at least one digit on each side of the border.")
NO_PLACE = N_("A place on the map has two numbers, 0 to 1.")


class Wanted(NamedTuple):
    """A border that is asked for."""

    digits: tuple[int, int]
    members: list[int]  # all digits of the map that belong to the two
    kept: list[int]  # those of them that nobody took away
    strictness: Strictness
    at: At  # where the visitor's digit lies


def read_wanted(request: Request, found: DigitMap) -> Wanted:
    """Return what a request's JSON asks of this map. Raise BadRequest."""
    sent = _object_in(request)
    first, second = _digits(sent.get("digits"))
    members = [number for number, label in enumerate(found.labels) if label in (first, second)]
    without = _without(sent.get("without", []), members)
    kept = [number for number in members if number not in without]
    if len({found.labels[number] for number in kept}) < 2:
        raise BadRequest(NONE_LEFT)
    return Wanted((first, second), members, kept, _strictness(sent), _place(sent.get("at")))


def _object_in(request: Request) -> dict[str, Any]:
    try:
        sent = json.loads(request.get_data(), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest(BAD_BORDER) from error
    if not isinstance(sent, dict):
        raise BadRequest(BAD_BORDER)
    return sent


def _digits(given: object) -> tuple[int, int]:
    if not isinstance(given, list) or len(given) != 2:
        raise BadRequest(BAD_BORDER)
    first, second = given
    if not all(type(one) is int and 0 <= one <= 9 for one in given) or first == second:
        raise BadRequest(SAME_DIGIT)
    return first, second


def _without(given: object, members: list[int]) -> set[int]:
    if not isinstance(given, list):
        raise BadRequest(BAD_BORDER)
    if not all(type(one) is int for one in given) or not set(given) <= set(members):
        raise BadRequest(UNKNOWN_POINT)
    return set(given)


def _strictness(sent: dict[str, Any]) -> Strictness:
    given: list[Any] = [sent.get(name, usual) for name, usual in USUAL._asdict().items()]
    for one, least, most in zip(given, LEAST, MOST, strict=True):
        if type(one) not in (int, float) or not least <= one <= most:
            raise BadRequest(OUT_OF_RANGE)
    return Strictness(*map(float, given))


def _place(given: object) -> At:
    if given is None:
        return None
    if not isinstance(given, list) or len(given) != 2 or not all(_is_share(one) for one in given):
        raise BadRequest(NO_PLACE)
    return float(given[0]), float(given[1])


def _is_share(one: object) -> bool:
    return isinstance(one, int | float) and type(one) is not bool and 0 <= one <= 1
