"""The border between two digits on the map is scikit-learn's own."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.svm import SVC

from app.paths import MODELS
from app.teaching.border import CELLS, TOLERANCE, Strictness, border, box_of


@pytest.fixture(scope="module")
def four_and_nine() -> tuple[np.ndarray, np.ndarray]:
    with np.load(MODELS / "map.npz", allow_pickle=False) as arrays:
        chosen = np.isin(arrays["labels"], [4, 9])
        return arrays["places"][chosen].astype(np.float32), arrays["labels"][chosen] == 9


@pytest.mark.parametrize("strictness", [Strictness(1.0, 20.0), Strictness(1000.0, 1000.0), Strictness(0.01, 0.1)])
def test_it_equals_scikit_learns_decisions_on_the_same_places(four_and_nine, new_svc, strictness) -> None:
    places, second = four_and_nine
    box = box_of(places)
    at = (0.5, 0.5)
    got = border(new_svc, places, second, strictness, box, at)
    svc = SVC(C=strictness.C, gamma=strictness.gamma, tol=TOLERANCE).fit(places.astype(float), second)
    assert got.support == sorted(svc.support_.tolist())
    assert got.wrong == (svc.predict(places.astype(float)) != second).sum()
    for row, column in [(0, 0), (10, 40), (CELLS - 1, 3)]:
        place = [box.left + box.side * (column + 0.5) / CELLS, box.top + box.side * (row + 0.5) / CELLS]
        assert got.decisions[row][column] == pytest.approx(svc.decision_function([place])[0], abs=6e-4)
    assert got.at == pytest.approx(svc.decision_function([at])[0], abs=6e-4)


def test_it_moves_only_when_what_goes_held_it(four_and_nine, new_svc) -> None:
    places, second = four_and_nine
    strictness, box = Strictness(1.0, 20.0), box_of(places)
    before = border(new_svc, places, second, strictness, box)

    def moved(gone: int) -> float:
        after = border(new_svc, np.delete(places, gone, 0), np.delete(second, gone), strictness, box)
        return float(np.abs(np.subtract(after.decisions, before.decisions)).max())

    idle = [one for one in range(len(places)) if one not in before.support]
    assert max(moved(one) for one in idle[::40]) < 0.005
    assert min(moved(one) for one in before.support[::10]) > 0.01


def test_all_places_lie_in_the_picture(four_and_nine) -> None:
    places, _ = four_and_nine
    left, top, side = box_of(places)
    assert (places >= [left, top]).all() and (places <= [left + side, top + side]).all()
