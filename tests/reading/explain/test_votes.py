"""Who decided: the votes are added up exactly and held against scikit-learn's own decisions."""

from __future__ import annotations

import joblib
import numpy as np
import pytest

from app.reading.classify import PAIRS, decision_table
from app.reading.explain.votes import SHOWN, contributions, exact_kernel
from app.reading.model import FITTED
from tests.features import data_set_features, features_of

EXACT = 1e-6  # sums in float64 of numbers that are float32

pytestmark = pytest.mark.numeric


def table_of(classifier, features: np.ndarray) -> np.ndarray:
    return decision_table(classifier.svc.decisions(exact_kernel(classifier, features)[None]))[0]


def test_the_votes_listed_the_rests_and_the_intercept_make_the_decision(explanation):
    decision = explanation.decision
    sides = [decision.in_favour, decision.against]
    listed = sum(vote.contribution for side in sides for vote in side.votes)
    assert abs(listed + sum(side.rest for side in sides) + decision.intercept - decision.decision) < EXACT


def test_the_decision_stands_in_the_table(explanation):
    decision = explanation.decision
    assert abs(explanation.table[decision.digit][decision.rival] - decision.decision) < EXACT


def test_every_decision_is_scikit_learns(classifier, models):
    """The oracle holds the same single-precision numbers as the server, so that only the sums can differ."""
    fitted = joblib.load(models / FITTED).set_params(svc__decision_function_shape="ovo", svc__break_ties=False)
    svc = fitted["svc"]
    svc._dual_coef_ = svc._dual_coef_.astype(np.float32).astype(np.float64)
    svc._intercept_ = svc._intercept_.astype(np.float32).astype(np.float64)
    rows = data_set_features(step=90)
    for features, decisions in zip(rows, fitted.decision_function(rows), strict=True):
        table = table_of(classifier, features)
        assert np.abs([table[a][b] for a, b in PAIRS] - decisions).max() < EXACT


@pytest.mark.parametrize(("digit", "rival"), [(3, 8), (8, 3)])
def test_a_decision_is_seen_from_the_digit_that_is_asked_about(classifier, digit, rival):
    features = data_set_features(step=90)[0]
    parts = contributions(classifier, exact_kernel(classifier, features), digit, rival)
    assert abs(parts.decision - table_of(classifier, features)[digit][rival]) < EXACT


def test_votes_are_the_largest_and_speak_for_their_own_digit(explanation):
    decision = explanation.decision
    for side, digit, sign in [(decision.in_favour, decision.digit, 1), (decision.against, decision.rival, -1)]:
        sizes = [sign * vote.contribution for vote in side.votes]
        assert sizes == sorted(sizes, reverse=True)
        assert min(sizes) > 0
        assert {vote.digit for vote in side.votes} == {digit}
        assert len(sizes) == min(SHOWN, side.count)
        assert 0 <= sign * side.rest <= (side.count - len(sizes)) * sizes[-1]


def test_votes_show_the_support_vectors_that_gave_them(classifier, answer, explanation):
    """By scikit-learn's own words: the contribution is the dual coefficient times the kernel."""
    drawn = classifier.components.project(features_of(answer)).astype(np.float64)
    decision = explanation.decision
    pair = PAIRS.index((min(decision.digit, decision.rival), max(decision.digit, decision.rival)))
    weights = np.abs(classifier.svc.weights(pair).astype(np.float64))
    for vote in (*decision.in_favour.votes, *decision.against.votes):
        counts = np.array(vote.pixels).ravel()
        alike = np.flatnonzero((classifier.provenance.vector_counts == counts).all(1) & (weights > 0))
        kernel = np.exp(-classifier.svc.gamma * ((classifier.svc.vectors[alike] - drawn) ** 2).sum(1))
        assert min(abs(weights[alike] * kernel - abs(vote.contribution))) < EXACT


def test_every_vector_that_weighs_is_counted_on_its_side(classifier, answer, explanation):
    decision = explanation.decision
    parts = contributions(classifier, exact_kernel(classifier, features_of(answer)), decision.digit, decision.rival)
    assert decision.in_favour.count == np.count_nonzero(parts.of_vectors > 0)
    assert decision.against.count == np.count_nonzero(parts.of_vectors < 0)


def test_five_votes_a_side_are_shown(explanation):
    for side in (explanation.decision.in_favour, explanation.decision.against):
        assert side.count > len(side.votes) == 5
