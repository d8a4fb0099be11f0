"""`export`, `import` and `purge`: what an event keeps, without the server. The database is opened by these alone."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import Settings
from ..errors import SettingError
from ..versions import Versions

if TYPE_CHECKING:
    from ..store import Store

FILE = click.Path(path_type=Path, dir_okay=False)
DAYS = click.IntRange(min=0)


@click.command()
@click.argument("path", type=FILE)
@click.option("--event", "number", type=int, help="Its number, as the presenter's page has it; the newest otherwise.")
def export(path: Path, number: int | None) -> None:
    """Write an event's drawings to the ZIP file PATH."""
    from ..reading.reader import Reader
    from ..store import archive, events

    settings = Settings.from_env()
    store = open_the_store(settings)
    event = next((one for one in events.every(store) if number in (None, one.id)), None)
    if event is None:
        raise click.ClickException("There is no such event.")
    versions = Versions(settings.models_dir, settings.data_dir)
    card = json.dumps(Reader.open(versions.folder_of(versions.active())).card._asdict()).encode()
    with click.progressbar(length=archive.count(store, event), label=event.name) as bar, path.open("wb") as file:
        for piece in archive.stream(store, event, card, bar.update):
            file.write(piece)
    click.echo(path)


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def bring_in(path: Path) -> None:
    """Add the drawings of a ZIP that `export` wrote; those that are known stay as they are."""
    from ..store import importing

    came = importing.bring_in(open_the_store(Settings.from_env()), path)
    click.echo(f"{came.new} new, {came.known} known already")


@click.command()
@click.option("--days", type=DAYS, help="Delete what is older; KEEP_DAYS otherwise, 0 for all.")
def purge(days: int | None) -> None:
    """Delete kept drawings that are old enough. What was counted stays."""
    from ..store import events
    from ..store import purge as purging

    settings = Settings.from_env()
    keep = settings.keep_days if days is None else days
    before = events.this_hour() - timedelta(days=keep) if keep else None
    click.echo(f"{purging.purge(open_the_store(settings), before=before)} drawings deleted")


def open_the_store(settings: Settings) -> Store:
    """Return the store that the settings name. Raise SettingError, StoreError."""
    try:
        from ..store import open_store
    except ImportError as error:
        reason = f"{error}. 'make event' or pip install 'eight-by-eight[event]' brings it."
        raise SettingError(name="DATABASE_URL", value="", reason=reason) from error
    return open_store(settings.database_url, settings.data_dir)
