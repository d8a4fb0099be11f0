"""`export`, `import` and `purge` on the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from app.__main__ import main
from app.store import drawings, events, open_store
from tests.store.told import kept


@pytest.fixture
def run(tmp_path):
    def run(*arguments: str, data: str = "data"):
        return CliRunner().invoke(main, arguments, env={"DATA_DIR": str(tmp_path / data), "DATABASE_URL": ""})

    return run


@pytest.fixture
def filled(tmp_path):
    store = open_store("", tmp_path / "data")
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    for label in range(3):
        drawings.add(store, kept(label))
    store.close()


def test_drawings_go_from_one_database_to_another_and_are_deleted(run, filled, tmp_path):
    path = str(tmp_path / "event.zip")
    exported = run("export", path)
    assert (exported.exit_code, "Open day" in exported.output) == (0, True)
    assert run("import", path, data="other").output == "3 new, 0 known already\n"
    assert run("import", path, data="other").output == "0 new, 3 known already\n"
    assert run("purge").output == "0 drawings deleted\n"
    assert run("purge", "--days", "0").output == "3 drawings deleted\n"


def test_what_cannot_be_done_is_said_in_one_sentence(run, filled, tmp_path):
    (tmp_path / "letter.zip").write_text("Dear grandmother")
    for arguments in (("export", str(tmp_path / "x.zip"), "--event", "9"), ("import", str(tmp_path / "letter.zip"))):
        refused = run(*arguments)
        assert (refused.exit_code, refused.output.startswith("Error: ")) == (1, True)
        assert "Traceback" not in refused.output
