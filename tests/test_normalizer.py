"""The road as scikit-learn people use it: a transformer that keeps scikit-learn's own rules."""

from __future__ import annotations

import doctest

import numpy as np
import pytest
from PIL import Image
from sklearn.base import clone
from sklearn.pipeline import make_pipeline
from sklearn.svm import SVC
from sklearn.utils.estimator_checks import parametrize_with_checks

from app import NistNormalizer, Reader, normalizer
from app.learning.data_set import data_set
from app.learning.pen import draw
from app.reading.arrays import DIRECTIONS, N_COUNTS, N_FEATURES
from app.reading.reader import preprocess
from tests.drawings import DRAWINGS

SEVEN = [[(40, 40), (110, 40), (70, 130)]]


def drawn(size: int = 160) -> np.ndarray:
    """A black seven on white, (size, size) uint8."""
    return np.asarray(draw([[(x * size / 160, y * size / 160) for x, y in line] for line in SEVEN], size, size / 20))


@parametrize_with_checks([NistNormalizer(), NistNormalizer(directions=True)])
def test_it_keeps_scikit_learns_rules(estimator, check):
    check(estimator)


def test_it_is_the_road_that_the_reader_takes():
    png = (DRAWINGS / "7.png").read_bytes()
    with Image.open(DRAWINGS / "7.png") as picture:
        image = np.asarray(picture)
    assert (NistNormalizer(directions=True).transform([image])[0] == preprocess(png)).all()


def test_directions_follow_the_counts_where_they_are_asked_for():
    images = [drawn(100), drawn(160), np.full((40, 40), 255, np.uint8)]
    counts, features = (NistNormalizer(directions=asked).fit_transform(images) for asked in (False, True))
    assert features.shape == (3, N_FEATURES) and features.dtype == np.float32
    assert (features[:, :N_COUNTS] == counts).all()
    assert (features == np.rint(features)).all() and features.min() >= 0 and features.max() <= 255


def test_each_direction_is_named_in_the_readers_order():
    names = NistNormalizer(directions=True).get_feature_names_out().tolist()
    assert len(names) == len(set(names)) == N_FEATURES
    assert names[:N_COUNTS] == NistNormalizer().get_feature_names_out().tolist()
    planes = [names[start].removesuffix("_0_0") for start in range(N_COUNTS, N_FEATURES, N_COUNTS)]
    assert dict(zip(planes, DIRECTIONS, strict=True)) == {
        "horizontal": "—",
        "vertical": "|",
        "falling": "\\",
        "rising": "/",
    }
    assert names[-1] == "rising_7_7"


def test_images_of_any_size_give_64_whole_counts():
    counts = NistNormalizer().fit_transform([drawn(100), drawn(160), drawn(333)])
    assert counts.shape == (3, 64) and counts.dtype == np.float32
    assert (counts == np.rint(counts)).all() and counts.min() >= 0 and counts.max() <= 16
    assert np.linalg.norm(counts - counts[1], axis=1).max() < 6  # digits of two hands lie ten and more apart


@pytest.mark.parametrize(
    "image",
    [
        drawn() / 255.0,
        255 - drawn(),
        drawn().astype(np.int64) * 257,
        np.dstack([drawn()] * 3),
        np.dstack([drawn()] * 3 + [np.full((160, 160), 255, np.uint8)]),
    ],
    ids=["fractions", "light on dark", "sixteen bits", "RGB", "RGBA"],
)
def test_however_an_image_is_stored_its_counts_are_the_same(image):
    same = NistNormalizer().transform(np.array([drawn(), drawn()]))[0]
    assert (NistNormalizer().transform(image[None])[0] == same).all()


def test_rows_are_images_too():
    rows = np.array([drawn(64).ravel(), drawn(64).ravel()])
    stack = np.array([drawn(64), drawn(64)])
    assert (NistNormalizer().transform(rows) == NistNormalizer().transform(stack)).all()
    wide = np.array([drawn(64)[:, :48].ravel()])
    assert (
        NistNormalizer(image_shape=(64, 48)).transform(wide)[0] == NistNormalizer().transform(stack[:, :, :48])[0]
    ).all()


@pytest.mark.parametrize(("directions", "numbers"), [(False, N_COUNTS), (True, N_FEATURES)])
def test_an_image_without_ink_gives_zeros(directions, numbers):
    features = NistNormalizer(directions=directions).transform(np.full((1, 40, 40), 255, np.uint8))
    assert features.shape == (1, numbers) and not features.any()


def test_it_stands_before_an_svc_in_a_pipeline():
    images, labels = data_set()
    reader = clone(make_pipeline(NistNormalizer(), SVC(C=4, gamma=0.00125))).fit(images[:600], labels[:600])
    assert reader.predict(np.array([drawn()])) == [7]
    assert reader[0].get_feature_names_out()[9] == "pixel_1_1"


@pytest.mark.slow
def test_the_example_that_it_is_documented_by_is_true():
    done = doctest.testmod(normalizer)
    assert done.attempted > 0 and done.failed == 0


def test_a_picture_is_read_in_three_lines():
    reader = Reader.open()
    answer = reader.read((DRAWINGS / "7.png").read_bytes())
    assert (answer.digit, answer.is_digit) == (7, True)
