"""A few thousand stored drawings hold up neither wall nor presenter; `python -m tests.deploy.stored` has 100 000."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from tests.deploy.stored import main

pytestmark = pytest.mark.deploy

DRAWINGS = "5000"
SLACK = "3"  # the machine is busy, and what is on its way to the browser is not yet as much as it will be


def test_wall_presenters_page_and_export_are_quick_and_take_no_memory() -> None:
    done = CliRunner().invoke(main, ["--many", DRAWINGS, "--slack", SLACK])
    assert done.exit_code == 0, done.output
