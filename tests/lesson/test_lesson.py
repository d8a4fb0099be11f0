"""The lesson's numbers: exact, as the notebook had them, and the same on every machine."""

from __future__ import annotations

import runpy

import matplotlib
import pytest
from matplotlib.pyplot import close, get_fignums

from app.learning.compared import compared_models
from app.teaching.exam import HOLDOUT
from tests.lesson import PROJECT

SNIPPETS = sorted((PROJECT / "templates" / "lesson" / "snippets").glob("*.py"))
PLOTS = sorted((PROJECT / "templates" / "lesson" / "plots").glob("*.py"))
KEYS = ["data", "target", "frame", "feature_names", "target_names", "images", "DESCR"]
RIGHT = {"notebook": 427, "gamma": 435, "neighbours": 434}  # of 450, on any machine; the others may differ by rounding


# The data


def test_there_are_1797_digits_with_these_keys(digits):
    assert list(digits.keys()) == KEYS
    assert (digits.images.shape, digits.data.shape, digits.target.shape) == ((1797, 8, 8), (1797, 64), (1797,))


def test_the_reshaped_images_are_the_data(digits):
    assert (digits.images.reshape(1797, -1) == digits.data).all()


def test_the_first_hundred_are_the_data_sets(lesson, digits):
    assert [sample.truth for sample in lesson.first] == digits.target[:100].tolist()
    assert [list(sample.counts) for sample in lesson.first] == digits.data[:100].tolist()


def test_the_test_digits_are_the_last_450(lesson, digits):
    for model in lesson.models:
        predictions = lesson.evaluations[model, "test"].predictions
        assert [one.sample.truth for one in predictions] == digits.target[HOLDOUT:].tolist()
    assert [list(one.sample.counts) for one in predictions] == digits.data[HOLDOUT:].tolist()


# The models


def test_the_plain_svc_has_the_notebooks_accuracy_to_the_last_digit(lesson):
    assert lesson.evaluations["notebook", "test"].accuracy == 0.9488888888888889


def test_it_is_wrong_23_times_and_takes_six_threes_for_eights(lesson):
    evaluation = lesson.evaluations["notebook", "test"]
    assert len(evaluation.wrong) == 23
    assert len(evaluation.cell(3, 8)) == evaluation.confusion[3][8] == 6


def test_a_seeded_forest_has_about_93_percent(lesson):
    assert lesson.evaluations["forest", "test"].accuracy == pytest.approx(0.93, abs=0.01)


@pytest.mark.parametrize(("name", "right"), RIGHT.items())
def test_fitted_again_a_model_says_the_same(lesson, digits, name, right):
    fitted = compared_models()[name].fit(digits.data[:HOLDOUT], digits.target[:HOLDOUT])
    evaluation = lesson.evaluations[name, "test"]
    assert fitted.predict(digits.data[HOLDOUT:]).tolist() == [one.digit for one in evaluation.predictions]
    assert evaluation.n - len(evaluation.wrong) == right
    assert lesson.models[name].code == str(fitted)


def test_models_that_know_how_sure_they_are_say_so(lesson):
    sure = {name for name in lesson.models if lesson.evaluations[name, "test"].bins}
    assert sure == {"served", "forest", "neighbours", "logistic"}


def test_the_curve_ends_at_the_models_own_accuracy(lesson):
    for name, line in lesson.curve.items():
        assert [size for size, _ in line] == [20, 50, 100, 200, 400, 800, 1347]
        assert line[-1][1] == pytest.approx(lesson.evaluations[name, "test"].accuracy)
        assert line[-1][1] > line[0][1]


# The code on the page


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.stem)
def test_a_snippet_prints_what_the_page_shows(path, capsys, monkeypatch):
    monkeypatch.chdir(PROJECT)
    runpy.run_path(str(path))
    assert capsys.readouterr().out == path.with_suffix(".txt").read_text()


@pytest.mark.parametrize("path", PLOTS, ids=lambda path: path.stem)
def test_the_code_of_a_figure_draws_one(path, monkeypatch):
    matplotlib.use("agg")
    shown: list[int] = []
    monkeypatch.setattr("matplotlib.pyplot.show", lambda: shown.extend(get_fignums()))
    monkeypatch.chdir(PROJECT)
    runpy.run_path(str(path))
    close("all")
    assert len(shown) == 1
