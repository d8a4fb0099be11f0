"""The commands that make what lies in `models/`, or a version beside it, and measure it. Each imports what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..config import Settings

FOUND = click.Path(path_type=Path, exists=True)
PATH = click.Path(path_type=Path)
WEIGHT = click.IntRange(0, 200)


@click.command()
@click.option(
    "--drawings", type=FOUND, multiple=True, help="A folder or stroke file of labelled drawings to learn too."
)
@click.option("--with-drawings", is_flag=True, help="Learn what visitors kept, into a version beside the model.")
@click.option("--event", help="Only of the event of this name or number.")
@click.option("--weight", type=WEIGHT, default=8, show_default=True, help="Variations to learn of each kept drawing.")
@click.option("--look", is_flag=True, help="Only list the drawings whose labels are unlikely.")
@click.option("--outliers", type=PATH, help="Draw these on this picture.")
@click.option("--leave-out", multiple=True, metavar="NAME", help="Do not use this drawing; its first letters will do.")
@click.option("--leave-outliers", is_flag=True, help="Learn none of those whose labels are unlikely.")
@click.option("--activate", is_flag=True, help="Have the version at work at once.")
def train(drawings: tuple[Path, ...], with_drawings: bool, **wishes: Any) -> None:
    """Fit the model in models/ anew: the same numbers each time, on the same versions and processor.

    With --with-drawings that model stays, and a version is made beside it, from all it learnt and what visitors drew.
    """
    from ..learning.drawings import inks
    from ..learning.samples import gather
    from ..learning.search import load_search
    from .training import make_models, stages

    settings = Settings.from_env()
    load_search(settings.models_dir)  # asked for before any work
    if with_drawings:
        from .learn import learn_from_event, wishes_of

        learn_from_event(settings, wishes_of(**wishes), inks(drawings))
        return
    if given := [name for name, value in wishes.items() if value and name != "weight"]:
        raise click.UsageError(f"--{given[0].replace('_', '-')} goes with --with-drawings.")
    with stages(1) as tell:
        tell("Drawing what there is to learn")
        make_models(settings.models_dir, gather(inks(drawings)), tell)


@click.command()
def lesson() -> None:
    """Measure the lesson's numbers anew, beside the model that lies in models/."""
    from ..learning.measure_lesson import measure_lesson
    from ..learning.samples import gather
    from .training import TEST_DRAWINGS

    click.echo("Drawing what there is to learn")
    measure_lesson(Settings.from_env().models_dir, gather().digits, TEST_DRAWINGS, tell=click.echo)


@click.command("map")
def make_map() -> None:
    """Lay out the map of all digits anew, for the model that lies in models/."""
    from ..learning.digit_map import make_map

    make_map(Settings.from_env().models_dir, tell=click.echo)


@click.command()
@click.option("--dask", metavar="ADDRESS", help="Have it computed by the Dask cluster whose scheduler is there.")
def search(dask: str | None) -> None:
    """Choose the kernel's C and gamma by grouped cross-validation; `train` uses what is found."""
    from ..learning.cluster import on_cluster
    from ..learning.components import fit_components, projected
    from ..learning.samples import gather
    from ..learning.search import search, thinned

    with on_cluster(dask):
        digits = gather().digits
        samples = projected(thinned(digits), fit_components(digits))
        found = search(samples, Settings.from_env().models_dir, click.echo)
    click.echo(f"Best: {found.best}")


@click.command()
def growth() -> None:
    """Show how fitting time and support vectors grow with the number of samples."""
    from ..learning.components import fit_components, projected
    from ..learning.fit import grow
    from ..learning.samples import gather
    from ..learning.search import load_search

    best = load_search(Settings.from_env().models_dir).best
    click.echo("| samples | seconds to fit | support vectors |\n|--:|--:|--:|")
    digits = gather().digits
    for size in grow(projected(digits, fit_components(digits)), best.C, best.gamma):
        click.echo(f"| {size.samples} | {size.seconds:.1f} | {size.vectors} |")


@click.command()
def strokes() -> None:
    """Choose what the kiosk's own pen writes, the hardest of our allographs included."""
    from .strokes import FILE, make_strokes

    models = Settings.from_env().models_dir
    click.echo(f"{make_strokes(models)} drawings in {models / FILE}")
