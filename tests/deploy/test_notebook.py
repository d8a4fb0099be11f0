"""The notebook runs from top to bottom, and what stands in it is what it gives."""

from __future__ import annotations

import nbformat
import pytest

from tests.deploy.notebook import NOTEBOOK, executed, printed

pytestmark = pytest.mark.deploy


@pytest.fixture(scope="module")
def fresh() -> nbformat.NotebookNode:
    return executed()


def test_it_prints_what_is_kept_in_it(fresh):
    assert printed(fresh) == printed(nbformat.read(NOTEBOOK, as_version=4))


def test_it_tells_the_story(fresh):
    text = "".join(printed(fresh))
    assert "0.9489" in text  # the notebook's SVC()
    assert "4 of ten\n" in text  # one's own drawings, shrunk
    assert "9 of ten by the same SVC" in text
    assert "10 of ten when" in text


def test_it_draws_every_figure(fresh):
    figures = [one for cell in fresh.cells for one in cell.get("outputs", []) if one.output_type == "display_data"]
    assert len(figures) == 7
    assert all(one.data["image/png"] for one in figures)
