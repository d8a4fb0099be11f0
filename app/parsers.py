"""The text of a setting -> its value. Each raises ValueError with half a sentence that says what to give instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from .paths import BASE

SHORTEST = 6  # characters of a passcode: ten tries in ten minutes leave a guesser a year
NAME = re.compile(r"(\*\.)?[\w-]+(\.[\w-]+)*|[0-9a-f:.]+")  # of a host, of all below one, or an address
ORIGIN = re.compile(  # of another site's pages; without TLS only this machine's own are who they say
    r"https://([a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?|http://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?"
)
ANYBODY = "*"
USUAL_PORTS = {"https": ":443", "http": ":80"}  # which browsers leave out
CODE = re.compile(r"[0-9]{4,12}")  # a tablet's keys are the page's own ten
SWITCHES = {"on": True, "yes": True, "true": True, "1": True, "off": False, "no": False, "false": False, "0": False}


def switch(text: str) -> bool:
    """Return True for on, False for off."""
    try:
        return SWITCHES[text.strip().lower()]
    except KeyError:
        raise ValueError("say on or off") from None


def number(low: int, high: int) -> Callable[[str], int]:
    """Return what parses a whole number from `low` to `high`."""

    def parse(text: str) -> int:
        given = int(text) if text.strip().isdecimal() else -1
        if not low <= given <= high:
            raise ValueError(f"give a whole number from {low} to {high}")
        return given

    return parse


def name(text: str) -> str:
    """Return one name or address."""
    if not text.strip() or any(letter.isspace() for letter in text.strip()):
        raise ValueError("give one name or address")
    return text.strip()


def names(text: str) -> tuple[str, ...]:
    """Return the names between commas, in small letters: of hosts, *. before one for all below it, or addresses."""
    given = tuple(one.strip().lower() for one in text.split(",") if one.strip())
    if any(one != ANYBODY and not NAME.fullmatch(one) for one in given):
        raise ValueError("give names like demo.example or *.demo.example, without ports and paths")
    return given


def origins(text: str) -> tuple[str, ...]:
    """Return the origins between commas, in small letters and without the usual ports."""
    given = tuple(one.strip().lower() for one in text.split(",") if one.strip())
    if not all(ORIGIN.fullmatch(one) for one in given):
        raise ValueError("give origins like https://school.example, without paths; http:// only for localhost")
    return tuple(one.removesuffix(USUAL_PORTS[one.partition(":")[0]]) for one in given)


def ancestors(text: str) -> tuple[str, ...]:
    """Return the origins between commas, or ANYBODY alone."""
    return (ANYBODY,) if text.strip() == ANYBODY else origins(text)


def code(text: str) -> str:
    """Return the digits of a code; none for no code."""
    if text.strip() and not CODE.fullmatch(text.strip()):
        raise ValueError("give 4 to 12 digits")
    return text.strip()


def store(text: str) -> str:
    """Return the address of a store of limits."""
    if text.strip() != "memory://" and urlsplit(text.strip()).scheme not in ("redis", "rediss"):
        raise ValueError("give memory:// or an address like redis://127.0.0.1:6379")
    return text.strip()


def passcode(text: str) -> str:
    """Return a passcode; none for one that is random."""
    if 0 < len(text.strip()) < SHORTEST:
        raise ValueError(f"give {SHORTEST} characters or more, or nothing for a random one")
    return text.strip()


def folder(text: str) -> Path:
    """Return a folder; one without a root lies in the project's."""
    return BASE / Path(text).expanduser()


def optional(text: str) -> Path | None:
    """Return a folder as `folder` does; None for no text."""
    return folder(text) if text.strip() else None
