"""`python -m app models`: the versions of the model listed, compared, made active, rolled back, removed.

The command line brings this in whatever is asked: so NumPy comes in the functions, after BLAS was limited.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import Settings
from ..errors import AlteredModel, ModelError, WorseModel
from ..versions import CARD, SHIPPED, Shares, Versions, read_learnt

if TYPE_CHECKING:
    from ..learning.visitors import Compared

MAY_LOSE = 0.003  # of the notebook's test: one of its 450 digits
SOON = "Servers that run take it up within seconds."


@click.group("models", invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """List the versions of the model: the program's own, and those that learnt from events."""
    if context.invoked_subcommand is None:
        versions = all_versions()
        for name in versions.names():
            click.echo(f"{'*' if name == versions.active() else ' '} {name}: {description(versions, name)}")


@models.command("activate")
@click.argument("name")
def make_active(name: str) -> None:
    """Have the version NAME at work; `shipped` is the program's own."""
    activate(all_versions(), name)


@models.command()
def rollback() -> None:
    """Have the version at work that was before."""
    click.echo(f"{all_versions().roll_back()} is active. {SOON}")


@models.command()
@click.argument("name")
def remove(name: str) -> None:
    """Delete the version NAME, and with it all that it learnt."""
    versions = all_versions()
    versions.remove(name)
    click.echo(f"{name} is deleted; {versions.active()} is active.")


@models.command("compare")
@click.argument("one")
@click.argument("other")
@click.option("--event", help="Only drawings of the event of this name or number.")
def compare_versions(one: str, other: str, event: str | None) -> None:
    """Have two versions read the drawings of visitors that no version learns from."""
    from ..learning.visitors import compare, part
    from ..reading.reader import Reader
    from .event_drawings import find

    versions = all_versions()
    readers = [Reader.open(versions.folder_of(name)) for name in (one, other)]
    held = part(find(Settings.from_env(), event).drawings).held
    exam = Shares(*(exam_of(versions.folder_of(name)) for name in (one, other)))
    compared = compare(held, *(reader.classifier for reader in readers))
    click.echo(comparison(one, other, compared, exam, len({drawing.visitor for drawing in held})))


def all_versions() -> Versions:
    """Return the versions of the DATA_DIR that the settings name."""
    settings = Settings.from_env()
    return Versions(settings.models_dir, settings.data_dir)


def activate(versions: Versions, name: str) -> None:
    """Have a version at work. Raise ModelError where it may not be trusted, WorseModel where it lost too much."""
    from ..reading.reader import Reader

    folder = versions.folder_of(name)
    fingerprint = Reader.open(folder).card.fingerprint
    if name != SHIPPED:
        if name != fingerprint:
            raise AlteredModel(path=folder / CARD)
        before, after = exam_of(versions.shipped), exam_of(folder)
        if after < before - MAY_LOSE:
            raise WorseModel(name=name, before=before, after=after)
    versions.activate(name)
    click.echo(f"{name} is active. {SOON}")


def exam_of(folder: Path) -> float:
    """Return the share of the notebook's test that a folder's model, made without it, reads right. Raise ModelError."""
    from ..lesson.data import open_lesson

    return open_lesson(folder).evaluations["served", "test"].accuracy


def description(versions: Versions, name: str) -> str:
    """Return a version in one line."""
    folder = versions.folder_of(name)
    try:
        learnt, exam = read_learnt(folder), exam_of(folder)
    except ModelError as error:
        return str(error)
    if learnt is None:
        return f"{exam:.4f} of the notebook's test; learnt from no event"
    events, held = ", ".join(learnt.events), learnt.held
    return (
        f"{exam:.4f} of the notebook's test; {learnt.made}, {learnt.drawings} drawings of {events}; "
        f"of {learnt.held_drawings} held back {learnt.base} reads {held.before:.3f}, this {held.after:.3f}"
    )


def comparison(one: str, other: str, compared: Compared, exam: Shares, visitors: int) -> str:
    """Return a table of two versions, as Markdown; intervals are of 95 %."""
    before, after, gain = compared.before, compared.after, compared.gain
    scores = [f"{score.share:.3f} ({score.interval[0]:.3f} to {score.interval[1]:.3f})" for score in (before, after)]
    gained = f"{after.share - before.share:+.3f} ({gain[0]:+.3f} to {gain[1]:+.3f})"
    return "\n".join(
        [
            f"| read right | {one} | {other} | gain |",
            "|---|--:|--:|--:|",
            f"| {after.n} drawings of {visitors} visitors who were held back | {scores[0]} | {scores[1]} | {gained} |",
            f"| the notebook's test | {exam.before:.4f} | {exam.after:.4f} | {exam.after - exam.before:+.4f} |",
        ]
    )
