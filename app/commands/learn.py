"""`python -m app train --with-drawings`: what visitors of an event kept becomes a version of the model."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from ..config import Settings
from ..learning.card import add_to_card
from ..learning.samples import AMOUNTS, gather
from ..learning.search import SEARCHED
from ..learning.visitors import Compared, EventDrawing, Parted, compare, outliers, part
from ..reading.arrays import Ink
from ..reading.classify import Classifier
from ..reading.reader import Reader
from ..versions import LEARNT, Shares, Versions
from .event_drawings import find, without
from .new_version import new_folder
from .outliers import save_outliers
from .sheet import check_path
from .training import make_models, stages
from .versions import activate, comparison, exam_of


class Wishes(NamedTuple):
    """What whoever starts it asks for."""

    event: str | None = None  # its name or number; all events without
    weight: int = AMOUNTS.kept_variants  # varied drawings that are made of each kept one
    leave_out: tuple[str, ...] = ()  # beginnings of drawings' names
    leave_outliers: bool = False
    look_only: bool = False
    picture: Path | None = None  # where the outliers are drawn
    activate: bool = False


def wishes_of(event: str | None, look: bool, outliers: Path | None, leave_out: tuple[str, ...], **more: Any) -> Wishes:
    """Return what the command line asks for. Raise BadParameter for a picture that could not be saved."""
    check_path(outliers, "--outliers")
    return Wishes(event, look_only=look, picture=outliers, leave_out=leave_out, **more)


def learn_from_event(settings: Settings, wishes: Wishes, more: Sequence[tuple[int, Ink]] = ()) -> None:
    """Write a version that learnt what visitors drew; `more` are other labelled drawings that it learns too.

    Raise StoreAway, TooFewVisitors, ModelError; WorseModel where it was to be made active and may not be.
    """
    versions = Versions(settings.models_dir, settings.data_dir)
    found = without(find(settings, wishes.event), wishes.leave_out)
    parted = part(found.drawings)
    before = Reader.open(versions.folder_of(versions.active()))
    click.echo(f"{len(found.drawings)} kept drawings, {found.passed_over} passed over.")
    learnt = show_outliers(parted, before.classifier, wishes)
    if wishes.look_only:
        return
    with new_folder(versions) as folder:
        make_version(folder, versions, [*more, *((one.label, one.ink) for one in learnt)], wishes.weight)
        after = Reader.open(folder)
        compared = compare(parted.held, before.classifier, after.classifier)
        exam = Shares(exam_of(versions.shipped), exam_of(folder))
        base, name = before.card.fingerprint, after.card.fingerprint
        facts = facts_of(found.events, learnt, parted.held, compared)
        add_to_card(folder, LEARNT, facts | {"base": base, "exam": exam, "weight": wishes.weight})
        put(folder, versions.folder / name)
    click.echo(comparison(base, name, compared, exam, visitors_of(parted.held)))
    if wishes.activate:
        activate(versions, name)


def make_version(folder: Path, versions: Versions, drawings: Sequence[tuple[int, Ink]], weight: int) -> None:
    """Write a model that learnt labelled ink besides, with all that a server needs, to a folder."""
    shutil.copyfile(versions.shipped / SEARCHED, folder / SEARCHED)
    with stages(1) as tell:
        tell("Drawing what there is to learn")
        make_models(folder, gather(drawings, AMOUNTS._replace(kept_variants=weight)), tell)


def show_outliers(parted: Parted, classifier: Classifier, wishes: Wishes) -> list[EventDrawing]:
    """Print the drawings whose labels the model doubts, and return those to learn: all, or without them as asked.

    Those that are held back stay whatever it thinks of them: leaving out what it cannot read would flatter it.
    """
    doubted = outliers(parted.learnt, classifier)
    for one, share in doubted:
        read = classifier.probabilities(one.features[None])[0].argmax()
        click.echo(f"  {one.key[:8]}  said to be {one.label}, read as {read}, {one.label} at {share:.1%}")
    if doubted:
        click.echo(
            f"{len(doubted)} of {len(parted.learnt)} are unlikely to be what was said. Leave them out? See --help."
        )
    if wishes.picture and doubted:
        save_outliers(wishes.picture, doubted)
    left_out = {one.key for one, _ in doubted} if wishes.leave_outliers else set()
    return [one for one in parted.learnt if one.key not in left_out]


def facts_of(
    events: Sequence[str], learnt: Sequence[EventDrawing], held: Sequence[EventDrawing], compared: Compared
) -> dict[str, object]:
    """Return what the version's card says of the drawings it learnt, and of those it was asked about."""
    return {
        "made": datetime.now(UTC).date().isoformat(),
        "events": events,
        "drawings": len(learnt),
        "visitors": visitors_of(learnt),
        "held_drawings": len(held),
        "held_visitors": visitors_of(held),
        "held": (compared.before.share, compared.after.share),
        "gain": compared.gain,
    }


def visitors_of(drawings: Sequence[EventDrawing]) -> int:
    """Return how many visitors made these drawings."""
    return len({one.visitor for one in drawings})


def put(folder: Path, place: Path) -> None:
    """Move a finished version to its place; the same numbers may be there, with an older card."""
    if place.exists():
        shutil.rmtree(place)
    folder.rename(place)
