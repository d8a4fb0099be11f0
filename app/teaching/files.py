"""What a visitor takes home: the examples as a file for NumPy, and a notebook that does the same with them."""

from __future__ import annotations

import json
from io import BytesIO

import numpy as np

from .examples import Examples

NAMES = {"npz": "examples.npz", "notebook": "teach.ipynb"}  # of what is taken home: the code opens the one by its name
FORMAT, MINOR = 4, 5  # of notebooks


def npz_of(examples: Examples) -> bytes:
    """Return the file: `rows`, (n, 320) whole numbers, and `labels`, (n,)."""
    file = BytesIO()
    np.savez_compressed(file, allow_pickle=False, rows=examples.rows, labels=examples.labels)
    return file.getvalue()


def notebook_json(code: str) -> str:
    """Return a notebook, as JSON, whose cells are the parts of the code that empty lines part."""
    parts = code.strip().split("\n\n")
    cells = [_cell(number, part) for number, part in enumerate(parts)]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"nbformat": FORMAT, "nbformat_minor": MINOR, "metadata": kernel, "cells": cells}, indent=1)


def _cell(number: int, code: str) -> dict[str, object]:
    lines = code.splitlines(keepends=True)
    cell = {"cell_type": "code", "id": f"part-{number}", "metadata": {}, "source": lines}
    return {**cell, "execution_count": None, "outputs": []}
