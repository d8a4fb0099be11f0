"""The lesson's numbers: exact, as the notebook had them, and the same on every machine."""

from __future__ import annotations

import json
import runpy
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sklearn.base import clone
from sklearn.datasets import load_digits
from sklearn.svm import SVC

from app.errors import MissingModel, NotAnImage
from app.lesson.book import LESSON, Book, Lesson, parse
from app.lesson.hand import read_both, read_row, truth_in
from app.lesson.letters import spell, unspell
from app.lesson.pupils import pupils
from app.lesson.roads import PlainSVC, notebook_counts
from app.lesson.trials import Asked, Drawing, Trial
from app.reading.ink import Limits
from app.reading.reader import Reader

PROJECT = Path(__file__).parents[1]
MODELS = PROJECT / "models"
DRAWINGS = PROJECT / "tests" / "drawings"
SNIPPETS = sorted((PROJECT / "templates" / "lesson" / "snippets").glob("*.py"))
SPLIT = 1347
KEYS = ["data", "target", "frame", "feature_names", "target_names", "images", "DESCR"]
RIGHT = {"notebook": 427, "gamma": 435, "neighbours": 434}  # of 450, on any machine; the others may differ by rounding


@pytest.fixture(scope="module")
def digits():
    return load_digits()


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return Book(MODELS).lesson


@pytest.fixture(scope="module")
def plain() -> PlainSVC:
    return PlainSVC.open(MODELS)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open(MODELS)


# The data


def test_there_are_1797_digits_with_these_keys(digits):
    assert list(digits.keys()) == KEYS
    assert (digits.images.shape, digits.data.shape, digits.target.shape) == ((1797, 8, 8), (1797, 64), (1797,))


def test_the_reshaped_images_are_the_data(digits):
    assert (digits.images.reshape(1797, -1) == digits.data).all()


def test_the_first_hundred_are_the_data_sets(lesson, digits):
    assert [drawing.truth for drawing in lesson.first] == digits.target[:100].tolist()
    assert [list(drawing.counts) for drawing in lesson.first] == digits.data[:100].tolist()


def test_the_test_digits_are_the_last_450(lesson, digits):
    for model in lesson.models:
        asked = lesson.trials[model, "test"].asked
        assert [one.drawing.truth for one in asked] == digits.target[SPLIT:].tolist()
    assert [list(one.drawing.counts) for one in asked] == digits.data[SPLIT:].tolist()


# The models


def test_the_plain_svc_has_the_notebooks_accuracy_to_the_last_digit(lesson):
    assert lesson.trials["notebook", "test"].accuracy == 0.9488888888888889


def test_it_is_wrong_23_times_and_takes_six_threes_for_eights(lesson):
    trial = lesson.trials["notebook", "test"]
    assert len(trial.wrong) == 23
    assert len(trial.cell(3, 8)) == trial.confusion[3][8] == 6


def test_a_seeded_forest_has_about_93_percent(lesson):
    assert lesson.trials["forest", "test"].accuracy == pytest.approx(0.93, abs=0.01)


@pytest.mark.parametrize(("name", "right"), RIGHT.items())
def test_fitted_again_a_model_says_the_same(lesson, digits, name, right):
    fitted = clone(pupils()[name]).fit(digits.data[:SPLIT], digits.target[:SPLIT])
    trial = lesson.trials[name, "test"]
    assert fitted.predict(digits.data[SPLIT:]).tolist() == [one.answer for one in trial.asked]
    assert trial.n - len(trial.wrong) == right
    assert lesson.models[name].code == str(fitted)


def test_models_that_know_how_sure_they_are_say_so(lesson):
    sure = {name for name in lesson.models if lesson.trials[name, "test"].is_sure}
    assert sure == {"served", "forest", "neighbours", "logistic"}


def test_the_lesson_is_of_the_model_that_is_served(reader):
    assert json.loads((MODELS / LESSON).read_text())["model"] == reader.fingerprint


def test_the_curve_ends_at_the_models_own_accuracy(lesson):
    for name, line in lesson.curve.items():
        assert [size for size, _ in line] == [20, 50, 100, 200, 400, 800, 1347]
        assert line[-1][1] == pytest.approx(lesson.trials[name, "test"].accuracy)
        assert line[-1][1] > line[0][1]


# The snippets on the page


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.stem)
def test_a_snippet_prints_what_the_page_shows(path, capsys, monkeypatch):
    monkeypatch.chdir(PROJECT)
    runpy.run_path(str(path))
    assert capsys.readouterr().out == path.with_suffix(".txt").read_text()


# What is counted from answers


def trial_of(*pairs: tuple[int, int, float | None]) -> Trial:
    drawings = [Asked(i, Drawing(truth, (0,) * 64), read, sure) for i, (truth, read, sure) in enumerate(pairs)]
    return Trial("a model", "a set", tuple(drawings))


def test_precision_recall_and_f1_by_hand():
    trial = trial_of((3, 3, None), (3, 8, None), (8, 8, None), (8, 8, None))
    three, eight = trial.digits[3], trial.digits[8]
    assert (three.precision, three.recall, three.n) == (1.0, 0.5, 2)
    assert (eight.precision, eight.recall, eight.n) == (2 / 3, 1.0, 2)
    assert (three.f1, eight.f1) == (2 / 3, 0.8)


def test_nothing_to_count_is_nothing_not_zero():
    assert trial_of((3, 3, None)).digits[5][1:4] == (None, None, None)


def test_answers_are_sorted_into_tenths_of_confidence():
    bins = trial_of((1, 1, 0.95), (1, 1, 1.0), (1, 2, 0.91), (1, 2, 0.3)).bins
    assert [(one.low, one.n) for one in bins] == [(0.3, 1), (0.9, 3)]
    assert bins[1].accuracy == pytest.approx(2 / 3)
    assert bins[1].confidence == pytest.approx((0.95 + 1.0 + 0.91) / 3)


def test_without_confidence_there_are_no_tenths():
    assert trial_of((1, 1, None)).bins == ()


# The notebook's road


def test_the_plain_svc_without_scikit_learn_answers_as_with_it(plain, digits):
    fitted = SVC().fit(digits.data[:SPLIT], digits.target[:SPLIT])
    assert plain.read_all(digits.data.astype(np.float32)).tolist() == fitted.predict(digits.data).tolist()


def test_the_recipe_is_invert_shrink_and_multiply(reader):
    from skimage.transform import resize
    from skimage.util import invert

    data = (DRAWINGS / "0.png").read_bytes()
    picture = np.asarray(Image.open(BytesIO(data)))
    wanted = resize(invert(picture), (8, 8), anti_aliasing=True).ravel() * 16
    assert notebook_counts(data, Limits()) == pytest.approx(wanted, abs=1e-4)


def test_a_large_picture_gives_nearly_what_a_small_one_does():
    picture = Image.open(DRAWINGS / "0.png").convert("L")
    small, large = (notebook_counts(png(picture.resize((side, side))), Limits()) for side in (250, 1000))
    assert large == pytest.approx(small, abs=0.2)


def test_clear_paper_is_white():
    picture = Image.open(DRAWINGS / "6-on-clear-paper.png")
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture.convert("RGBA"))
    clear, laid = notebook_counts(png(picture), Limits()), notebook_counts(png(white.convert("RGB")), Limits())
    assert clear == pytest.approx(laid, abs=0.1)


def test_what_is_no_picture_is_refused():
    with pytest.raises(NotAnImage):
        notebook_counts(b"no picture", Limits())


def png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


# Your own hand


def test_both_roads_read_one_drawing(reader, plain):
    both = read_both((DRAWINGS / "0.png").read_bytes(), reader, plain)
    assert (both.served.digit, both.notebook.digit) == (0, 4)
    assert len(both.counts) == len(both.notebook.counts) == 64
    assert both.to_json()["notebook"]["pixels"][2] == list(both.notebook.counts[16:24])


def test_our_road_reads_more_of_our_own_drawings(lesson):
    assert lesson.shares["n"] >= 100
    assert lesson.shares["notebook"] < lesson.shares["plain"] < lesson.shares["served"]


def test_our_road_reads_every_example_and_the_other_stumbles(lesson):
    assert all(one.served == one.truth for one in lesson.examples)
    assert [one.notebook == one.truth for one in lesson.examples] == [True, False, False]


def test_an_unreadable_picture_spoils_no_others(reader, plain):
    row = read_row("5.png", b"no picture", reader, plain)
    assert (row.truth, row.both) == (5, None)
    assert isinstance(row.error, NotAnImage)


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("7.png", 7),
        ("7-crossed.png", 7),
        ("0", 0),
        ("2024-05-01.jpg", None),
        ("IMG_7.jpg", None),
        ("", None),
        ("٣.png", None),
    ],
)
def test_a_name_may_begin_with_its_digit(name, truth):
    assert truth_in(name) == truth


# What is kept


def test_counts_are_spelt_in_letters_and_back():
    counts = tuple(number % 17 for number in range(64))
    assert unspell(spell(counts)) == counts
    assert spell([0, 9.6, 16]) == "0ag"


def test_other_letters_are_refused():
    with pytest.raises(ValueError):
        unspell("h")


def test_a_lesson_is_known_by_its_bytes():
    data = (MODELS / LESSON).read_bytes()
    assert parse(data).fingerprint != parse(data + b"\n").fingerprint


def test_a_folder_without_a_lesson_says_what_to_do(tmp_path):
    with pytest.raises(MissingModel, match="make model"):
        _ = Book(tmp_path).lesson
    with pytest.raises(MissingModel, match="make model"):
        _ = Book(tmp_path).plain
