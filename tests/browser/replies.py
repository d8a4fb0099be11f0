"""A server's replies, made up: what the pad hears from one that is quick, slow, broken or wrong."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Route

from tests.browser.sheet import Sheet

PREDICT = "**/predict**"
FLAT = [0.1] * 10
ANSWER = {"digit": 0, "confidence": 0.1, "is_digit": True, "familiarity": 1.0, "probabilities": FLAT}
ANSWER |= {"pixels": [[0] * 8] * 8}


def reply(digit: int = 0, first: float = 0.99, second: tuple[int, float] | None = None, **more: object) -> str:
    """The body of a 200, with the first and second share as given."""
    shares = [0.0] * 10
    shares[digit] = first
    if second:
        shares[second[0]] = second[1]
    return json.dumps(ANSWER | {"digit": digit, "confidence": first, "probabilities": shares, **more})


def says(body: str, status: int = 200, **headers: str) -> Callable[[Route], None]:
    """A server that always replies so."""
    return lambda route: route.fulfill(
        status=status, body=body, headers={"Content-Type": "application/json", **headers}
    )


def release(sheet: Sheet, held: list[Route], body: str) -> None:
    """Let a server go that held its replies back: it answers those, and from now on, with this body."""
    sheet.page.route(PREDICT, says(body))
    for route in held:
        route.fulfill(body=body)
