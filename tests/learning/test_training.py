"""Small trainings, whole: what they write is what a reader opens, and the same each time."""

from __future__ import annotations

import json

import numpy as np
import pytest

from app.errors import MissingModel
from app.learning import recognising, training
from app.learning.calibrating import fit_calibration
from app.learning.searching import GRID_C, GRID_GAMMA, MOST_VECTORS, best, found, search, simplest
from app.reading.classify import PAIRS
from app.reading.model import CARD, FILES
from app.reading.reader import Reader

MOST_BYTES = 6_000_000  # of either form of the model: it is kept in the repository


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The real training on a fraction of the material, twice."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "again")]
    sizes = {"PICTURE_VARIANTS": 0, "ALLOGRAPH_DRAWINGS": 2, "OTHER_DRAWINGS": 3}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in sizes.items():
            patch.setattr(training, name, value)
        for name in ("DIGIT_COPIES", "OTHER_COPIES", "PROBES"):
            patch.setattr(recognising, name, 1)
        for folder in folders:
            (folder / "search.json").write_text('{"best": {"C": 4.0, "gamma": 0.002}, "tried": []}')
            training.train(folder)
    return folders


def test_the_same_training_writes_the_same_bytes(small):
    first, again = small
    assert all((first / name).read_bytes() == (again / name).read_bytes() for name in (CARD, *FILES))


def test_a_reader_opens_what_was_trained(small):
    assert Reader.open(small[0]).read_pixels([[0, 0, 0, 9, 9, 0, 0, 0]] * 8).digit in range(10)


def test_the_card_tells_what_it_was_made_of(small):
    card = json.loads((small[0] / CARD).read_text())
    assert card["data"]["load_digits"] == 1797
    assert card["data"]["allographs"] >= 80
    assert set(card["report"]) == {"served", "notebook"}
    assert set(card["scores"]) == {"data set", "allographs"}


def test_the_notebooks_own_svc_is_the_blog_posts(small):
    report = json.loads((small[0] / CARD).read_text())["report"]["notebook"]
    assert report["accuracy"] == 0.9488888888888889
    assert report["confusion"][3][8] == 6


def test_the_served_model_is_small_and_describes_itself_truly(models):
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    svc = Reader.open(models).classifier.svc
    assert card["data"]["support_vectors"] == len(svc.vectors) <= MOST_VECTORS
    assert all((models / name).stat().st_size <= MOST_BYTES for name in FILES)


def test_training_without_a_search_says_what_to_do(tmp_path):
    with pytest.raises(MissingModel, match="app search"):
        best(tmp_path)


def test_the_search_writes_down_all_it_tried_and_takes_the_simplest(tmp_path):
    hand = np.random.default_rng(6)
    labels = np.repeat(np.arange(10), 12)
    rows = np.clip(labels[:, None] + hand.normal(0, 1, (120, 64)), 0, 16).round().astype(np.float32)
    chosen = search(training.Samples(rows, labels, np.arange(120)), tmp_path)
    tried = found(tmp_path)["tried"]
    assert len(tried) == len(GRID_C) * len(GRID_GAMMA)
    assert chosen == simplest(tried) == found(tmp_path)["best"]


def test_the_simplest_is_the_smallest_of_those_that_are_as_good_as_the_best():
    tried = [
        {"log_loss": 0.100, "vectors": 900},  # the best
        {"log_loss": 0.101, "vectors": 500},  # as good, and smaller
        {"log_loss": 0.110, "vectors": 100},  # too far off
    ]
    assert simplest(tried) == tried[1]


def test_calibration_finds_how_sure_the_duels_may_be():
    """Duels that are right nine times in ten must not come out as certain."""
    hand = np.random.default_rng(7)
    labels = hand.integers(0, 10, 2000)
    said = np.where(hand.random(2000) < 0.9, labels, hand.integers(0, 10, 2000))
    decisions = np.array([[float((a == d) - int(b == d)) for a, b in PAIRS] for d in said], dtype=np.float32)
    shares = fit_calibration(decisions, labels).probabilities(decisions)
    assert shares.max(1).mean() == pytest.approx((said == labels).mean(), abs=0.02)
