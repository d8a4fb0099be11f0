"""A model that is missing, altered, foreign or stale is refused, with the command that mends it."""

from __future__ import annotations

import json
import shutil

import pytest

from app.errors import AlteredModel, ForeignModel, MissingModel, ModelError, StaleModel
from app.reading.model import CARD, FILES, NUMBERS
from app.reading.reader import Reader

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


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "{}", '{"fingerprint": "x", "versions": []}'])
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
