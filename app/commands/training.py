"""All files of a model, one after the other: what `python -m app train` makes of its material."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..learning import digit_map, measure_lesson, train
from ..learning.samples import Material
from ..paths import PROJECT
from .strokes import make_strokes

TEST_DRAWINGS = PROJECT / "tests" / "drawings"  # what the lesson measures both pipelines on, where it is there
STAGES = 1 + train.STAGES + measure_lesson.STAGES + digit_map.STAGES

Tell = Callable[[str], None]  # told the name of each stage as it begins


def make_models(models: Path, material: Material, tell: Tell) -> None:
    """Write a model with all that a server needs to a folder where a search lies. Raise MissingModel."""
    train.train(models, material, tell=tell)
    measure_lesson.measure_lesson(models, material.digits, TEST_DRAWINGS, tell)
    digit_map.make_map(models, tell)
    tell("Choosing what the kiosk's pen writes")
    make_strokes(models)


@contextmanager
def stages(more: int = 0) -> Iterator[Tell]:
    """Yield what shows the stages of `make_models`, and so many before it, on a bar."""
    with click.progressbar(length=STAGES + more, label="Training", item_show_func=str) as bar:
        yield lambda stage: bar.update(1, stage)
