"""The map of the digits: it belongs to the model, and a new drawing comes to lie where it should."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from app.errors import AlteredModel
from app.learning.data_set import data_set, rebuilt_ink
from app.lesson.digit_map import MAP, NEAREST, DigitMap, open_map, place_of
from app.reading.reader import Reader

DRAWINGS = Path(__file__).parents[1] / "drawings"


@pytest.fixture(scope="module")
def reader(models: Path) -> Reader:
    return Reader.open(models)


@pytest.fixture(scope="module")
def digit_map(models: Path, reader: Reader) -> DigitMap:
    found = open_map(models, reader)
    assert found, "models/map.npz belongs to another model: run 'python -m app map' and commit it"
    return found


def test_every_digit_of_the_data_set_is_on_it(digit_map: DigitMap) -> None:
    images, labels = data_set()
    assert digit_map.labels == labels.tolist()
    assert np.array_equal(digit_map.counts, images.reshape(len(images), -1))
    assert digit_map.places.min() == 0
    assert digit_map.places.max() == 1


def test_a_digit_that_is_on_it_is_its_own_nearest(digit_map: DigitMap, reader: Reader) -> None:
    images, labels = data_set()
    for index in (0, 100, 1796):
        first, *others = digit_map.place(reader.read_ink(rebuilt_ink(images[index]))).nearest
        assert (first.index, first.label, first.distance) == (index, labels[index], 0)
        assert len(others) == NEAREST - 1
        assert all(one.distance > 0 for one in others)


@pytest.mark.parametrize("digit", range(10))
def test_a_plain_drawing_lies_among_its_own_class(digit: int, digit_map: DigitMap, reader: Reader) -> None:
    place = digit_map.place(reader.read((DRAWINGS / f"{digit}.png").read_bytes()))
    distances = np.hypot(*(digit_map.places - (place.x, place.y)).T)
    around = [digit_map.labels[i] for i in np.argsort(distances)[:NEAREST]]
    assert np.bincount(around).argmax() == digit


def test_one_stranger_among_the_nearest_does_not_pull_a_drawing_away() -> None:
    places = np.array([[0.1, 0.2], [0.11, 0.2], [0.12, 0.21], [0.1, 0.22], [0.9, 0.9]], dtype=np.float32)
    assert place_of(places).tolist() == pytest.approx([0.11, 0.21])


def test_a_model_without_a_map_has_none(tmp_path: Path, reader: Reader) -> None:
    assert open_map(tmp_path, reader) is None


def test_the_map_of_another_model_is_not_shown(
    models: Path, tmp_path: Path, reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(models / MAP, tmp_path)
    other = Reader(reader.classifier, reader.card._replace(fingerprint="another"), reader.limits)
    assert open_map(tmp_path, other) is None
    assert "python -m app map" in caplog.text


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:1000], lambda data: b"PK" + data[2:][::-1]])
def test_a_damaged_map_is_no_map(damage, models: Path, tmp_path: Path, reader: Reader) -> None:
    (tmp_path / MAP).write_bytes(damage((models / MAP).read_bytes()))
    with pytest.raises(AlteredModel, match=MAP):
        open_map(tmp_path, reader)
