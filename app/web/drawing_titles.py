"""Titles of the learnt drawings, in the visitor's language.

The ways of writing have English names ("7, crossed, bar rising"). Other languages translate the first words that tell
most ("crossed"); what has no translation stays without a title, and the page shows the picture alone.
"""

import re

from flask_babel import get_locale, gettext  # type: ignore[import-untyped]  # it ships no types

from ..errors import N_
from .languages import SOURCE

# Beginnings of names, without the digit and its comma.
KNOWN = (
    # digits
    N_("angular"), N_("b-like"), N_("bar"), N_("bar drooping"), N_("bar slanting up"), N_("bare"), N_("base"),
    N_("bean"), N_("belly"), N_("bent stem"), N_("big head"), N_("big loop"), N_("big top"), N_("bowed"), N_("box"),
    N_("circle and stem"), N_("clock display"), N_("closed"), N_("crossed"), N_("curled"), N_("curved tail"),
    N_("curved top"), N_("dotted"), N_("egg"), N_("ends overlap"), N_("flag"), N_("flag and base"), N_("flat head"),
    N_("flat loop"), N_("flat top"), N_("g-like"), N_("gap"), N_("head crossing the stem"), N_("hooked"),
    N_("hourglass"), N_("leaning"), N_("left serif"), N_("long bar"), N_("long base"), N_("long flag"), N_("long neck"),
    N_("long stem"), N_("long tail"), N_("long top"), N_("loop"), N_("middle loop"), N_("narrow"), N_("no neck"),
    N_("one stroke"), N_("open"), N_("open head"), N_("open top"), N_("plain"), N_("pointed"), N_("q-like"),
    N_("round"), N_("round top"), N_("S-like"), N_("serif"), N_("shaky"), N_("short"), N_("slashed"), N_("small head"),
    N_("small loop"), N_("small top"), N_("snowman"), N_("spiral"), N_("square head"), N_("squat"), N_("started at"),
    N_("stem above"), N_("stem bowed"), N_("straight stem"), N_("swan"), N_("swung"), N_("tail curled in"),
    N_("tail straight to the left"), N_("three strokes"), N_("two circles"), N_("two halves"), N_("two strokes"),
    N_("upright stem"), N_("very long flag"), N_("very narrow"), N_("wavy base"), N_("wavy top"), N_("wide"),
    N_("Z-shaped"),
    # signs that are no digit
    N_("arrow"), N_("box, with a cross inside"), N_("cat"), N_("check mark"), N_("cloud"), N_("cross"), N_("dots"),
    N_("equals"), N_("fish"), N_("flower"), N_("hash"), N_("heart"), N_("house"), N_("infinity"), N_("kanji"),
    N_("lightning"), N_("moon"), N_("plus"), N_("question mark"), N_("ring"), N_("sad face"), N_("scribble"),
    N_("smiley face"), N_("star"), N_("stick figure"), N_("strokes"), N_("sun"), N_("tree"), N_("triangle"), N_("wave"),
    N_("window"), N_("word"), N_("zigzag"),
)  # fmt: skip
LONGEST_FIRST = sorted(KNOWN, key=len, reverse=True)
DIGIT = re.compile(r"^[0-9], ")


def title(name: str) -> str:
    """Return what a way of writing is called in the visitor's language; empty when that has no word for it."""
    style = DIGIT.sub("", name)
    if str(get_locale()) == SOURCE:
        return style
    head = next((head for head in LONGEST_FIRST if re.match(rf"{re.escape(head)}\b", style)), "")
    return str(gettext(head)) if head else ""


def sign_title(label: str) -> str:
    """Return what a sign that is no digit is called in the visitor's language; an unknown label stays."""
    return str(gettext(label)) if label in KNOWN else label
