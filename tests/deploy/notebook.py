"""`python -m tests.deploy.notebook`: run docs/notebook.ipynb from top to bottom and keep what it printed and drew."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"
LONGEST = 300  # s for one cell


def kept() -> nbformat.NotebookNode:
    """Return the notebook as it lies in the repository."""
    return nbformat.read(NOTEBOOK, as_version=4)


def executed() -> nbformat.NotebookNode:
    """Return the notebook, run anew. Raise CellExecutionError where a cell fails."""
    notebook = kept()
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    NotebookClient(notebook, timeout=LONGEST, coalesce_streams=True, resources=resources).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # when it ran
    return notebook


def printed(notebook: nbformat.NotebookNode) -> list[str]:
    """Return the text that each cell printed."""
    outputs = [cell.get("outputs", []) for cell in notebook.cells]
    return ["".join(one.text for one in some if one.output_type == "stream") for some in outputs]


if __name__ == "__main__":
    nbformat.write(executed(), NOTEBOOK)
