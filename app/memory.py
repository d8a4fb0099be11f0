"""What becomes of memory: what pictures took goes back to the machine once they are read.

glibc keeps what is freed, in an arena for each thread, for the next time: fifty photos would leave 150 MB behind. Its
settings are read from the environment before a process begins, too early for us, or set by its own call, as here.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MIB = 1024 * 1024  # bytes
TRIM_THRESHOLD, MMAP_THRESHOLD, ARENA_MAX = -1, -3, -8  # glibc's numbers for what can be set
# Two arenas: one thread at a time runs Python, and one may decode meanwhile. From 4 MB on, which no pad reaches, each
# array is a mapping of its own, gone when it is freed; the rest is given back from 16 MB on. With a sixteenth of these
# it holds 15 MB less, but a pad of 560 px is read half as fast.
SETTINGS = {ARENA_MAX: 2, MMAP_THRESHOLD: 4 * MIB, TRIM_THRESHOLD: 16 * MIB}


def give_back_freed() -> bool:
    """Return whether this process now gives freed memory back: with glibc, and before there are threads."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError:  # another C library
        return False
    return all(mallopt(name, value) for name, value in SETTINGS.items())


@contextmanager
def looking_for_no_garbage() -> Iterator[None]:
    """While a server starts: all that it makes stays, and Python looking through it again and again takes a tenth of
    the start. Afterwards it looks through what is new alone."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
