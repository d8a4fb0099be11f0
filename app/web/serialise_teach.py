"""What a visitor's machine says -> what JSON can carry."""

from __future__ import annotations

from ..teaching.taught import Learnt, Taught
from .serialise import Json

LEARNT = "learnt"  # what `?explain=` asks for, and where it is
DECIMALS = 3  # of a margin: finer than any sentence


def taught_json(taught: Taught, own: int) -> Json:
    """Return what a machine learnt and read; `own` is how many of its examples are the visitor's."""
    machine, reading, exam = taught.machine, taught.reading, taught.exam
    signs = machine.examples.signs
    body: Json = {
        "examples": own,
        "signs": signs,
        "chance": 1 / len(signs),
        "support": [number for number in machine.support if number < own],
        "support_vectors": len(machine.support),
    }
    if reading is not None:
        body["answer"] = {**reading._asdict(), "margin": round(reading.margin, DECIMALS)}
    if taught.learnt is not None:
        body[LEARNT] = _learnt_json(taught.learnt)
    if exam is not None:
        body["exam"] = exam._asdict()
    return body


def _learnt_json(learnt: Learnt) -> Json:
    return {
        "guesses": learnt.guesses,
        "right": learnt.right,
        "mistakes": [one._asdict() for one in learnt.mistakes],
        "weightiest": learnt.weightiest,
        "map": learnt.plane._asdict(),
    }
