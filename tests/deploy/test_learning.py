"""The real training, whole, from what thirty writers left at an event: nobody who is asked was learnt from."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.versions import MAY_LOSE
from app.config import Settings
from app.reading.reader import Reader
from app.versions import Versions, read_learnt
from tests.deploy.learning import WRITERS, hold_event, run

pytestmark = pytest.mark.deploy


def test_an_event_is_learnt_and_the_notebooks_test_is_not_forgotten(tmp_path: Path) -> None:
    hold_event(tmp_path)
    trained = run(tmp_path, "train", "--with-drawings", "--activate")
    assert trained.exit_code == 0, trained.output
    shipped = Settings().models_dir
    versions = Versions(shipped, tmp_path)
    folder = versions.folder_of(versions.active())
    learnt = read_learnt(folder)
    assert learnt.drawings + learnt.held_drawings == 10 * WRITERS
    assert learnt.exam.after >= learnt.exam.before - MAY_LOSE
    assert learnt.held.after >= learnt.held.before
    assert {path.name for path in folder.iterdir()} == {one.name for one in shipped.iterdir()} - {"README.md"}
    assert Reader.open(folder).card.fingerprint == folder.name
