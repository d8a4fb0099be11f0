"""What each step from the notebook's recipe to ours is worth: one added at a time, measured on the same drawings."""

from __future__ import annotations

from typing import NamedTuple

from .data import Lesson


class Step(NamedTuple):
    """One recipe of the row; each does what the one before does, and one thing more."""

    name: str  # "shrunk", "prepared", "practised" or "directed"
    model: str  # whose evaluations these are
    exam: int  # wrong answers, of the holdout's 450
    own: int  # wrong answers, of the project's own test drawings
    left_out: float | None  # 0..1 wrong, of widely varied drawings in ways of writing that were left out of learning


def ablation(lesson: Lesson) -> tuple[Step, ...]:
    """Return the four steps, from the notebook's recipe to ours; none where it was trained without test drawings."""
    if lesson.shares is None:
        return ()
    wrong = {key: len(one.wrong) for key, one in lesson.evaluations.items()}
    prepared = lesson.shares.n - round(lesson.shares.plain * lesson.shares.n)
    plain, counts, served = (1 - lesson.left_out[model] for model in ("notebook", "counts", "served"))
    return (
        Step("shrunk", "notebook", wrong["notebook", "test"], wrong["notebook", "own"], None),
        Step("prepared", "notebook", wrong["notebook", "test"], prepared, plain),
        Step("practised", "counts", wrong["counts", "test"], wrong["counts", "own"], counts),
        Step("directed", "served", wrong["served", "test"], wrong["served", "own"], served),
    )
