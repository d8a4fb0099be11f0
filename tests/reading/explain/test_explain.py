"""Why it was answered so. The votes are added up exactly and held against scikit-learn's own decisions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pytest

from app.config import PROJECT
from app.reading.classify.provenance import ALLOGRAPHS, KEPT, OTHERS
from app.reading.classify.svc import PAIRS
from app.reading.explain import runner_up, without_each_square
from app.reading.explain.neighbours import nearest
from app.reading.explain.votes import board, exact_kernel, hold_duel
from app.reading.normalise.blocks import Counts
from app.reading.reader import Answer, Reader

MODELS = PROJECT / "models"
DRAWINGS = sorted((PROJECT / "tests" / "drawings").glob("[0-9].png"))
EXACT = 1e-6


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(MODELS)


@pytest.fixture(params=DRAWINGS, ids=lambda path: path.stem)
def answer(reader: Reader, request: pytest.FixtureRequest) -> Answer:
    path: Path = request.param
    return reader.read(path.read_bytes())


@pytest.fixture
def reasons(reader: Reader, answer: Answer) -> dict[str, Any]:
    return reader.reasons(answer)


def counts_of(answer: Answer) -> Counts:
    return np.array(answer.pixels, dtype=np.float32).ravel()


def test_the_votes_listed_the_rest_and_the_intercept_make_the_decision(reasons):
    duel = reasons["duel"]
    listed = sum(voter["contribution"] for voter in duel["for"] + duel["against"])
    assert abs(listed + sum(duel["rest"].values()) + duel["intercept"] - duel["decision"]) < EXACT


def test_the_decision_stands_on_the_board(reasons):
    duel = reasons["duel"]
    assert abs(reasons["board"][duel["digit"]][duel["rival"]] - duel["decision"]) < EXACT


def test_every_decision_is_scikit_learns(reader):
    """The oracle holds the same single-precision numbers as the server, so that only the sums can differ."""
    fitted = joblib.load(MODELS / "digits.joblib").set_params(decision_function_shape="ovo")
    fitted._dual_coef_ = fitted._dual_coef_.astype(np.float32).astype(np.float64)
    fitted._intercept_ = fitted._intercept_.astype(np.float32).astype(np.float64)
    machine = reader.classifier.machine
    rows = machine.vectors[:: len(machine.vectors) // 20]
    for counts, decisions in zip(rows, fitted.decision_function(rows), strict=True):
        table = board(machine, exact_kernel(machine, counts))
        assert np.abs([table[a][b] for a, b in PAIRS] - decisions).max() < EXACT


@pytest.mark.parametrize(("digit", "rival"), [(3, 8), (8, 3)])
def test_a_duel_is_seen_from_the_digit_that_is_asked_about(reader, digit, rival):
    machine = reader.classifier.machine
    kernel = exact_kernel(machine, machine.vectors[0])
    duel = hold_duel(machine, kernel, digit, rival)
    assert abs(duel.decision - board(machine, kernel)[digit][rival]) < EXACT


def test_voters_are_the_loudest_and_speak_for_their_own_digit(reasons):
    duel = reasons["duel"]
    for side, digit, sign in [("for", duel["digit"], 1), ("against", duel["rival"], -1)]:
        loudness = [sign * voter["contribution"] for voter in duel[side]]
        assert loudness == sorted(loudness, reverse=True)
        assert min(loudness) > 0
        assert {voter["digit"] for voter in duel[side]} == {digit}
        assert len(loudness) <= duel["count"][side]


def test_the_rival_is_the_runner_up(reasons, answer):
    assert reasons["duel"]["rival"] == runner_up(answer) == int(np.argsort(answer.probabilities)[-2])


def test_a_learnt_drawing_is_its_own_nearest_relative(reader):
    classifier = reader.classifier
    for index in (0, 7, len(classifier.familiarity.digits) // 2):
        first = nearest(classifier.familiarity, classifier.sources, classifier.familiarity.prototypes[index], False)[0]
        assert first["distance"] == pytest.approx(0, abs=0.1)  # single precision under a square root
        assert first["digit"] == int(classifier.familiarity.digits[index])


def test_relatives_come_nearest_first_and_each_from_another_source(reasons):
    distances = [relative["distance"] for relative in reasons["relatives"]]
    sources = [(relative["source"]["kind"], relative["source"]["row"]) for relative in reasons["relatives"]]
    assert distances == sorted(distances)
    assert len(set(sources)) == len(sources) == 6


def test_a_digit_has_only_digits_for_relatives_and_a_stranger_may_have_strangers(reader):
    familiarity, sources = reader.classifier.familiarity, reader.classifier.sources
    strange = familiarity.prototypes[-1]
    assert None not in [each["digit"] for each in nearest(familiarity, sources, strange, digits_only=True)]
    assert nearest(familiarity, sources, strange, digits_only=False)[0]["digit"] is None


@pytest.mark.parametrize(
    ("number", "kind", "row"),
    [
        (0, "data set", 0),
        (1796, "data set", 1796),
        (ALLOGRAPHS + 3, "allograph", 3),
        (OTHERS, "other", 0),
        (KEPT + 5, "drawing", 5),
    ],
)
def test_a_source_says_what_it_is(reader, number, kind, row):
    source = reader.classifier.sources.source(number)
    assert (source.kind, source.row, bool(source.name)) == (kind, row, kind in ("allograph", "other"))


def test_squares_are_emptied_one_at_a_time(reader, answer):
    counts, classifier = counts_of(answer), reader.classifier
    shares = without_each_square(classifier, counts)
    for index in range(0, 64, 7):
        alone = counts.copy()
        alone[index] = 0
        expected = classifier.calibration.probabilities(classifier.machine.decisions(alone[None, :]))[0]
        assert shares[index] == pytest.approx(expected, abs=1e-5)


def test_an_empty_square_changes_nothing(reasons, answer):
    for pixels, shares, digits in zip(answer.pixels, *reasons["squares"].values(), strict=True):
        for count, share, digit in zip(pixels, shares, digits, strict=True):
            if not count:
                assert share == pytest.approx(answer.confidence, abs=1e-4)
                assert digit == answer.digit


def test_turning_squares_are_those_where_another_digit_would_be_read(reader):
    reasons = reader.reasons(reader.read_pixels([[0, 0, 0, 1, 16, 0, 0, 0]] + [[0, 0, 0, 0, 9, 0, 0, 0]] * 7))
    digits = np.array(reasons["squares"]["digit"])
    for square in reasons["words"]["turning"]:
        assert digits[square["row"] - 1][square["column"] - 1] == square["digit"] != reasons["words"]["digit"]
    assert bool(reasons["words"]["turning"]) == bool((digits != reasons["words"]["digit"]).any())


def test_one_lonely_square_has_reasons_too(reader):
    lonely = [[0] * 8 for _ in range(8)]
    lonely[3][3] = 1
    reasons = reader.reasons(reader.read_pixels(lonely))
    assert reasons["words"]["weightiest"]["row"] == reasons["words"]["weightiest"]["column"] == 4


def test_reasons_are_json(reasons):
    assert json.loads(json.dumps(reasons)) == reasons
