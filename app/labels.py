"""A file's name: whether it promises a picture, and of which digit. Labelled drawings lie in folders so everywhere."""

import re

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".avif")  # what names of pictures end in
LABEL = re.compile(r"([0-9])(?!\d)")  # "7.png" and "7-crossed.png" are sevens; a number, such as a year, is no label


def label_in(name: str) -> int | None:
    """Return the digit that a file's name begins with, or None."""
    found = LABEL.match(name)
    return int(found[1]) if found else None
