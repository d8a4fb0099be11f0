"""A model that is missing, altered, foreign or stale is refused, with the command that mends it."""

from __future__ import annotations

import io
import json
import shutil
import zlib

import numpy as np
import pytest
from PIL import Image

from app.errors import AlteredModel, ForeignModel, MissingModel, ModelError, StaleModel
from app.reading.arrays import N_FEATURES
from app.reading.model import CARD, FILES, NUMBERS, TOLERANCE, load_classifier, preprocessing_fingerprint
from app.reading.reader import Reader, preprocess
from tests.reading.test_road import MOVED

FIXED = [488142694, 2405294465, 2631496964, 3134344817]  # CRC-32 of each fixed drawing's ink

pytestmark = pytest.mark.numeric


@pytest.fixture
def copy(models, tmp_path):
    for name in (CARD, *FILES):
        shutil.copy(models / name, tmp_path)
    return tmp_path


def rewrite_card(folder, change):
    card = json.loads((folder / CARD).read_text())
    change(card)
    (folder / CARD).write_text(json.dumps(card))


def test_a_whole_model_is_opened(copy):
    assert Reader.open(copy).card.fingerprint == json.loads((copy / CARD).read_text())["fingerprint"]


@pytest.mark.parametrize("name", [CARD, *FILES])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(MissingModel, match=name):
        Reader.open(copy)


@pytest.mark.parametrize("name", FILES)
def test_an_altered_file_is_refused(copy, name):
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(AlteredModel, match=name):
        Reader.open(copy)


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "{}", '{"fingerprint": "x", "versions": []}', "[" * 100_000])
def test_a_card_that_makes_no_sense_is_refused(copy, text):
    (copy / CARD).write_text(text)
    with pytest.raises(AlteredModel, match=CARD):
        Reader.open(copy)


def test_a_model_that_learnt_from_other_drawings_is_refused(copy):
    rewrite_card(copy, lambda card: card["preprocessing"].pop())
    with pytest.raises(StaleModel):
        Reader.open(copy)


def test_a_model_of_another_scikit_learn_is_refused(copy):
    rewrite_card(copy, lambda card: card["versions"].update({"scikit-learn": "0.24.2"}))
    with pytest.raises(ForeignModel, match=r"0\.24\.2"):
        Reader.open(copy)


def test_a_model_that_learnt_by_another_road_is_refused(copy):
    def shift(card):
        card["preprocessing"][0] = card["preprocessing"][0][1:] + card["preprocessing"][0][:1]

    rewrite_card(copy, shift)
    with pytest.raises(StaleModel):
        Reader.open(copy)


def test_every_refusal_names_the_command_that_mends_it(copy):
    (copy / NUMBERS).unlink()
    with pytest.raises(ModelError, match="make model"):
        Reader.open(copy)


@pytest.mark.parametrize("apart", [-1, 1])
def test_a_feature_may_be_one_apart_on_another_processor_and_not_two(copy, apart):
    def shift(by):
        def change(card):
            card["preprocessing"] = preprocessing_fingerprint(preprocess)
            card["preprocessing"][3][20] += by

        return change

    rewrite_card(copy, shift(apart))
    Reader.open(copy)
    rewrite_card(copy, shift(2 * apart))
    with pytest.raises(StaleModel):
        Reader.open(copy)


def test_the_fixed_drawings_have_the_features_that_the_card_keeps(models):
    """All but exactly: a drawing that is another by a pixel has others."""
    kept = json.loads((models / CARD).read_text())["preprocessing"]
    apart = np.abs(np.subtract(kept, preprocessing_fingerprint(preprocess)))
    assert apart.shape == (4, N_FEATURES)
    assert apart.max() <= TOLERANCE and np.count_nonzero(apart) <= MOVED


def test_a_fixed_drawing_is_a_black_line_on_white_paper_and_stays_the_same():
    """Its numbers were written down once: whoever changes a drawing trains anew, and writes them down anew."""
    seen = []
    preprocessing_fingerprint(lambda data: seen.append(np.asarray(Image.open(io.BytesIO(data)))) or np.zeros(64))
    assert [picture.shape for picture in seen] == [(100, 100)] * 4
    assert [np.unique(picture).tolist() for picture in seen] == [[0, 255]] * 4
    assert [zlib.crc32(np.packbits(picture == 0)) for picture in seen] == FIXED


def test_a_file_that_could_run_is_not_opened(models, tmp_path):
    with np.load(models / NUMBERS) as numbers:
        kept = dict(numbers)
    kept["names"] = np.array([object()])
    np.savez(tmp_path / NUMBERS, allow_pickle=True, **kept)
    with pytest.raises(ValueError, match="allow_pickle"):
        load_classifier(tmp_path)


def test_the_numbers_are_those_in_the_file(models):
    classifier = load_classifier(models)
    with np.load(models / NUMBERS) as numbers:
        assert classifier.svc.gamma == numbers["gamma"]
        assert tuple(classifier.calibration) == tuple(numbers["calibration"])
        assert tuple(classifier.novelty.curve) == tuple(numbers["novelty"])
        assert classifier.provenance.digit_allographs == numbers["digit_allographs"]
        np.testing.assert_array_equal(classifier.svc.vectors, numbers["support_vectors"])
        np.testing.assert_array_equal(classifier.components.weights, numbers["components"])
        np.testing.assert_array_equal(classifier.novelty.prototypes.rows, numbers["prototypes"])
        np.testing.assert_array_equal(classifier.novelty.prototypes.counts, numbers["prototype_counts"])
        np.testing.assert_array_equal(classifier.provenance.of_vectors, numbers["vector_groups"])
        np.testing.assert_array_equal(classifier.provenance.of_prototypes, numbers["prototype_groups"])
