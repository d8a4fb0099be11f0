"""The preprocessing as a scikit-learn transformer: images of digits in, the 64 counts of load_digits out, or more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_array, validate_data

from .errors import Blank
from .reading.arrays import FULL_INK, GRID, N_COUNTS, N_FEATURES, Floats, Pixels
from .reading.reader import preprocess_pixels

PLANES = "pixel", "horizontal", "vertical", "falling", "rising"  # of 8 x 8 features each, in this order


class NistNormalizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Normalise images of handwritten digits as those of `load_digits` were.

    Each image is cut out, put upright, stretched to NIST's box, its strokes evened, and the ink of each of its 8 x 8
    blocks counted, whatever size, place, slant and pen it has (after Garris et al., NISTIR 5469). On request it is also
    measured which way the ink's edges run in each block (after Liu et al., Pattern Recognition 2003). Nothing is learnt
    from the data: `fit` only checks that they are images.

    Parameters
    ----------
    image_shape : tuple of (int, int), default=None
        Height and width of the images when `X` holds one in each row, as scikit-learn's data sets do. By default they
        are square where the number of features is a square, else one row high.
    directions : bool, default=False
        Whether how strongly the ink's edges run horizontally, vertically, falling and rising follows the counts, as the
        reader of this package learnt them.

    Attributes
    ----------
    n_features_in_ : int
        Number of features seen during `fit`, where `X` held an image in each row.

    See Also
    --------
    sklearn.datasets.load_digits : the digits that were counted so.

    Notes
    -----
    Ink may be darker or lighter than its paper, in grey or colour. Images of `uint8` are taken as they are; of any
    other type the lowest value of each becomes 0 and the highest 255. An image without ink gives zeros.

    Examples
    --------
    >>> from sklearn.datasets import load_digits
    >>> from sklearn.pipeline import make_pipeline
    >>> from sklearn.svm import SVC
    >>> from app import NistNormalizer
    >>> digits = load_digits()
    >>> reader = make_pipeline(NistNormalizer(), SVC(C=4, gamma=0.00125))
    >>> reader.fit(digits.images[:1347], digits.target[:1347]).score(digits.images[1347:], digits.target[1347:]) > 0.9
    True
    """

    def __init__(self, image_shape: tuple[int, int] | None = None, *, directions: bool = False) -> None:
        self.image_shape = image_shape
        self.directions = directions

    def fit(self, X: Any, y: Any = None) -> NistNormalizer:
        """Return the transformer itself, once `X` is found to hold images.

        Parameters
        ----------
        X : array-like of shape (n, features), (n, height, width) or (n, height, width, channels), or a sequence of \
images of any size
            Channels are grey, grey and alpha, RGB, or RGBA.
        y : None
            Ignored.
        """
        self._images(X, reset=True)
        return self

    def transform(self, X: Any) -> Floats:
        """Return the counts of each image, and its directions where they are asked for.

        Parameters
        ----------
        X : array-like
            As in `fit`.

        Returns
        -------
        features : ndarray of shape (n, 64), or (n, 320) with `directions`, float32
            64 counts, whole numbers 0..16, row by row; then as many whole numbers 0..255 of each of four directions:
            horizontal, vertical, falling like \\ and rising like /.
        """
        features = [_features(image)[: self._n_features_out] for image in self._images(X, reset=False)]
        return np.array(features, dtype=np.float32)

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:
        """Return a name for each column of `transform`.

        Parameters
        ----------
        input_features : None
            Ignored.

        Returns
        -------
        names : ndarray of shape (64,) or (320,), of str
            "pixel_0_0", "pixel_0_1" … as `load_digits` has them; with `directions` then "horizontal_0_0" …,
            "vertical_0_0" …, "falling_0_0" … and "rising_0_0" …
        """
        names = [f"{plane}_{row}_{column}" for plane in PLANES for row in range(GRID) for column in range(GRID)]
        return np.array(names[: self._n_features_out], dtype=object)

    @property
    def _n_features_out(self) -> int:
        return N_FEATURES if self.directions else N_COUNTS

    def _images(self, X: Any, reset: bool) -> Iterable[NDArray[Any]]:
        if _differ_in_size(X):
            return [check_array(image, allow_nd=True, dtype=None, ensure_min_features=0) for image in X]
        images: NDArray[Any] = check_array(X, allow_nd=True)
        if images.ndim > 2:
            return images
        rows: NDArray[Any] = validate_data(self, X, reset=reset)
        return rows.reshape(len(rows), *(self.image_shape or _likely_shape(rows.shape[1])))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.input_tags.three_d_array = True
        tags.transformer_tags.preserves_dtype = []
        return tags


def _features(image: NDArray[Any]) -> Floats:
    try:
        return preprocess_pixels(_pixels(image))
    except Blank:
        return np.zeros(N_FEATURES, dtype=np.float32)


def _pixels(image: NDArray[Any]) -> Pixels:
    pixels = image if image.dtype == np.uint8 else _stretched(image.astype(np.float64))
    return pixels.reshape(*image.shape[:2], -1)


def _stretched(image: NDArray[np.float64]) -> Pixels:
    low, high = image.min(), image.max()
    scale = FULL_INK / (high - low) if high > low else 0.0
    return np.asarray(np.rint((image - low) * scale), dtype=np.uint8)


def _differ_in_size(X: Any) -> bool:
    """Return whether `X` is a sequence of images that no one array could hold."""
    return (
        isinstance(X, Sequence)
        and all(getattr(image, "ndim", 0) in (2, 3) for image in X)
        and len({image.shape for image in X}) > 1
    )


def _likely_shape(features: int) -> tuple[int, int]:
    side = isqrt(features)
    return (side, side) if side * side == features else (1, features)
