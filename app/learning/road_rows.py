"""load_digits, taken along the road -> models/data_set.npz: what the machines that visitors teach can be given."""

from pathlib import Path

import numpy as np

from ..reading.normalise import normalise
from ..teaching.exam import DATA_SET
from .data_set import data_set, rebuilt_ink


def save_road_rows(models: Path) -> None:
    """Write the 320 features of each of the 1797 digits, and what each is, to a folder."""
    images, labels = data_set()
    rows = np.array([normalise(rebuilt_ink(image)).features for image in images])
    arrays = {"rows": rows.astype(np.uint8), "labels": labels.astype(np.uint8)}
    np.savez_compressed(models / DATA_SET, allow_pickle=False, **arrays)
