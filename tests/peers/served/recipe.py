"""A tutorial's reader: the whole picture made grey and 8 x 8, as scikit-learn's digits are, and its SVC asked."""

import os
from typing import IO

import joblib
import numpy as np
from PIL import Image
from skimage.transform import resize

WHITE, DARKEST = 255, 16  # of a picture, and of the digits' counts
model = joblib.load(os.environ["MODEL"])


def read(picture: Image.Image) -> int:
    """Return the digit in a picture of dark ink on white."""
    ink = 1 - np.asarray(picture.convert("L")) / WHITE
    counts = resize(ink, (8, 8), anti_aliasing=True) * DARKEST
    return int(model.predict(counts.reshape(1, -1))[0])


def read_file(file: IO[bytes]) -> int:
    """Return the digit in a picture's file."""
    with Image.open(file) as picture:
        return read(picture)
