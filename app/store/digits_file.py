"""Counts and labels -> `digits.npz`, with the arrays that `sklearn.datasets.load_digits` has, a slice at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np

from .zip_stream import member, pieces_of

SLICE = 500  # drawings that are widened to floats at once
QUICK = 1  # deflate's level: floats of small whole numbers shrink to a twentieth at any


def write_arrays(file: IO[bytes], counts: IO[bytes], labels: bytearray) -> Iterator[None]:
    """Write data (n, 64), images (n, 8, 8) and target (n,); yield after each slice, so that it can be sent on.

    `counts` has 64 bytes of 0..16 for each of the `labels`. The file need not be seekable.
    """
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=QUICK) as arrays:
        for name, shape in (("data", (64,)), ("images", (8, 8))):
            with arrays.open(member(f"{name}.npy", ZIP_DEFLATED), "w", force_zip64=True) as array:
                _write_header(array, (len(labels), *shape), np.dtype(np.float64))
                for piece in pieces_of(counts, SLICE * 64):
                    array.write(np.frombuffer(piece, np.uint8).astype(np.float64).tobytes())
                    yield
        with arrays.open(member("target.npy", ZIP_DEFLATED), "w") as array:
            _write_header(array, (len(labels),), np.dtype(np.int64))
            array.write(np.frombuffer(labels, np.uint8).astype(np.int64).tobytes())


def _write_header(file: IO[bytes], shape: tuple[int, ...], dtype: np.dtype[Any]) -> None:
    facts = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(file, facts)
