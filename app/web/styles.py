"""What the learnt drawings are called, in the visitor's language.

The ways of writing have English names ("7, crossed, bar rising"). Other languages translate the first words that tell
most ("crossed"); what has no translation stays without a title, and the page shows the picture alone.
"""

from __future__ import annotations

import re
from typing import Any

from flask_babel import get_locale, gettext  # type: ignore[import-untyped]  # it ships no types

from .languages import SOURCE

# Beginnings of names, without the digit and its comma.
STYLES = (
    # digits
    "angular", "b-like", "bar", "bar drooping", "bar slanting up", "bare", "base", "bean", "belly", "bent stem",
    "big head", "big loop", "big top", "bowed", "box", "circle and stem", "clock display", "closed", "crossed",
    "curled", "curved tail", "curved top", "dotted", "egg", "ends overlap", "flag", "flag and base", "flat head",
    "flat loop", "flat top", "g-like", "gap", "head crossing the stem", "hooked", "hourglass", "leaning",
    "left serif", "long bar", "long base", "long flag", "long neck", "long stem", "long tail", "long top", "loop",
    "middle loop", "narrow", "no neck", "one stroke", "open", "open head", "open top", "plain", "pointed", "q-like",
    "round", "round top", "S-like", "serif", "shaky", "short", "slashed", "small head", "small loop", "small top",
    "snowman", "spiral", "square head", "squat", "started at", "stem above", "stem bowed", "straight stem", "swan",
    "swung", "tail curled in", "tail straight to the left", "three strokes", "two circles", "two halves",
    "two strokes", "upright stem", "very long flag", "very narrow", "wavy base", "wavy top", "wide", "Z-shaped",
    # signs that are no digit
    "arrow", "box, with a cross inside", "cat", "check mark", "cloud", "cross", "dots", "equals", "fish", "flower",
    "hash", "heart", "house", "infinity", "kanji", "lightning", "moon", "plus", "question mark", "ring", "sad face",
    "scribble", "smiley face", "star", "stick figure", "strokes", "sun", "tree", "triangle", "wave", "window",
    "word", "zigzag",
)  # fmt: skip
LONGEST_FIRST = sorted(STYLES, key=len, reverse=True)
DIGIT = re.compile(r"^[0-9], ")


def with_titles(reasons: dict[str, Any]) -> dict[str, Any]:
    """Return the reasons with a `title` in every source: its name in the visitor's language, or an empty text."""
    for source in _sources(reasons):
        source["title"] = title(source["name"])
    return reasons


def title(name: str) -> str:
    """Return what a way of writing is called in the visitor's language; empty when that has no word for it."""
    style = DIGIT.sub("", name)
    if str(get_locale()) == SOURCE:
        return style
    head = next((head for head in LONGEST_FIRST if re.match(rf"{re.escape(head)}\b", style)), "")
    return str(gettext(head)) if head else ""


def _sources(reasons: dict[str, Any]) -> list[dict[str, Any]]:
    duel = reasons["duel"]
    drawings = [*duel["for"], *duel["against"], *reasons["relatives"]]
    return [*(drawing["source"] for drawing in drawings), *reasons["words"]["alike"]]
