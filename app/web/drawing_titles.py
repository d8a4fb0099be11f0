"""Titles of the learnt drawings, in the visitor's language.

The ways of writing have English names ("7, crossed, bar rising"). Other languages translate the first words that tell
most ("crossed"); what has no translation stays without a title, and the page shows the picture alone. A sign that is no
digit is called by its label ("heart, plain" is a heart).
"""

import re

from flask_babel import get_locale, gettext  # type: ignore[import-untyped]  # it ships no types

from ..errors import N_
from .languages import SOURCE
from .sign_names import CHARACTERS, WORDS

# Beginnings of names, without the digit and its comma.
KNOWN = (
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
)  # fmt: skip
LONGEST_FIRST = sorted(KNOWN, key=len, reverse=True)
DIGIT = re.compile(r"^[0-9], ")


def title(name: str) -> str:
    """Return what a way of writing is called in the visitor's language; empty when that has no word for it."""
    style = DIGIT.sub("", name)
    if str(get_locale()) == SOURCE:
        return style
    label = name.partition(",")[0]
    if is_sign(label):
        return sign_title(label)
    head = next((head for head in LONGEST_FIRST if re.match(rf"{re.escape(head)}\b", style)), "")
    return str(gettext(head)) if head else ""


def sign_title(label: str) -> str:
    """Return what a sign that is no digit is called in the visitor's language: "A", "あ (hiragana a)", "heart".

    A character needs no name where another language than that of the labels is spoken: "あ". An unknown label stays.
    """
    if label in CHARACTERS:
        sign = CHARACTERS[label]
        return f"{sign} ({label})" if str(get_locale()) == SOURCE else sign
    return str(gettext(label)) if label in WORDS else label


def is_sign(label: str) -> bool:
    """Return whether this is the label of a sign that is no digit and has a title."""
    return label in CHARACTERS or label in WORDS or (len(label) == 1 and label.isalpha())
