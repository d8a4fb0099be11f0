"""The notebook runs from top to bottom, and what stands in it is what it gives."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from nbformat import NotebookNode

pytestmark = pytest.mark.deploy


@pytest.fixture(scope="module")
def notebook() -> ModuleType:
    """What reads and runs it, imported only now: `make test` looks at this file too, and installs no Jupyter."""
    from tests.deploy import notebook

    return notebook


@pytest.fixture(scope="module")
def fresh(notebook: ModuleType) -> NotebookNode:
    return notebook.executed()


def test_it_prints_what_is_kept_in_it(notebook, fresh):
    assert notebook.printed(fresh) == notebook.printed(notebook.kept())


def test_it_tells_the_story(notebook, fresh):
    text = "".join(notebook.printed(fresh))
    assert "0.9489" in text  # the notebook's SVC()
    assert "4 of ten\n" in text  # one's own drawings, shrunk
    assert "9 of ten by the same SVC" in text
    assert "10 of ten when" in text


def test_it_draws_every_figure(fresh):
    figures = [one for cell in fresh.cells for one in cell.get("outputs", []) if one.output_type == "display_data"]
    assert len(figures) == 7
    assert all(one.data["image/png"] for one in figures)
