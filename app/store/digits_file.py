"""Counts and labels -> `digits.npz`, with the arrays that `sklearn.datasets.load_digits` has, a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np

SLICE = 500  # drawings that are widened to floats at once
QUICK = 1  # deflate's level: floats of small whole numbers shrink to a twentieth at any
EPOCH = (1980, 1, 1, 0, 0, 0)  # ZIP's own: no member says when a drawing was made


def write_arrays(file: IO[bytes], counts: bytearray, labels: bytearray) -> Iterator[None]:
    """Write data (n, 64), images (n, 8, 8) and target (n,); yield after each slice, so that it can be sent on.

    `counts` has 64 bytes of 0..16 for each of the `labels`. The file need not be seekable.
    """
    rows = np.frombuffer(counts, np.uint8).reshape(-1, 64)
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=QUICK) as arrays:
        for name, shape in (("data", (64,)), ("images", (8, 8))):
            with arrays.open(member(f"{name}.npy", ZIP_DEFLATED), "w", force_zip64=True) as array:
                _write_header(array, (len(rows), *shape), np.dtype(np.float64))
                for start in range(0, len(rows), SLICE):
                    array.write(rows[start : start + SLICE].astype(np.float64).tobytes())
                    yield
        with arrays.open(member("target.npy", ZIP_DEFLATED), "w") as array:
            _write_header(array, (len(labels),), np.dtype(np.int64))
            array.write(np.frombuffer(labels, np.uint8).astype(np.int64).tobytes())


def member(name: str, compression: int) -> ZipInfo:
    """Return what stands for a file in a ZIP."""
    info = ZipInfo(name, EPOCH)
    info.compress_type = compression
    return info


def _write_header(file: IO[bytes], shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    facts = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(file, facts)
