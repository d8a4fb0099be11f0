"""`python -m app`: each command does what it says, and says its errors in one sentence."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from PIL import Image

from app.__main__ import main
from app.commands.allographs import COLUMNS, VARIATIONS, save_families, save_sheets
from app.commands.sheet import PAPER, Cell, contact_sheet
from app.learning.allographs import digits
from app.learning.drawings import canvas_png
from app.learning.families import FAMILIES
from app.paths import PROJECT

SEVEN = [[[0, 0], [10, 0], [4, 20]]]


@pytest.fixture
def drawings(tmp_path):
    folder = tmp_path / "drawings"
    folder.mkdir()
    (folder / "7.png").write_bytes(canvas_png(SEVEN))
    (folder / "hand.jsonl").write_text(json.dumps({"label": "7", "strokes": SEVEN}) + "\n")
    return folder


def run(*words, **environment):
    return CliRunner().invoke(main, [str(word) for word in words], env=environment)


def test_evaluate_scores_a_folder_draws_a_gallery_and_compares(drawings, tmp_path):
    gallery = tmp_path / "gallery.png"
    result = run("evaluate", drawings, "--gallery", gallery, "--compare", "naive")
    assert result.exit_code == 0
    assert "Eight by Eight: 2 drawings, 1.0000 read right" in result.output
    assert "The notebook's recipe: 2 drawings" in result.output
    with Image.open(gallery) as picture:
        assert picture.width > 100


def test_evaluate_names_a_malformed_line(drawings):
    (drawings / "bad.jsonl").write_text("{}\n")
    result = run("evaluate", drawings)
    assert result.exit_code == 1
    assert "bad.jsonl, line 1" in result.output and "Traceback" not in result.output


def test_a_missing_model_is_one_sentence_with_the_command_that_mends_it(drawings, tmp_path):
    result = run("evaluate", drawings, MODELS_DIR=str(tmp_path))
    assert result.exit_code == 1
    assert "make model" in result.output and "Traceback" not in result.output


def test_evaluate_of_nothing_readable_is_scored_and_draws_no_gallery(tmp_path):
    (tmp_path / "7.png").write_bytes(b"no picture")
    result = run("evaluate", tmp_path, "--gallery", tmp_path / "gallery.png")
    assert (result.exit_code, (tmp_path / "gallery.png").exists()) == (0, False)
    assert "1 drawings, 0.0000 read right" in result.output


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("evaluate is-not-there.png", "'is-not-there.png' does not exist"),
        ("evaluate tests/drawings --gallery answers.foo", "Invalid value for --gallery"),
        ("evaluate tests/drawings --gallery is-not-there/answers.png", "Invalid value for --gallery"),
        ("allographs is-not-there/sheet.png", "Invalid value for PATH"),
        ("train --drawings is-not-there", "'is-not-there' does not exist"),
    ],
)
def test_a_path_that_cannot_be_used_is_named_before_any_work(words, named, monkeypatch):
    monkeypatch.chdir(PROJECT)
    result = run(*words.split())
    assert result.exit_code == 2
    assert named in result.output


def test_evaluate_without_any_drawing_says_so(tmp_path):
    result = run("evaluate", tmp_path)
    assert result.exit_code == 1
    assert "no labelled drawing" in result.output


def test_a_contact_sheet_has_a_cell_for_each_picture_and_room_for_its_caption():
    cells = [Cell(Image.new("L", (40, 30), 0), caption) for caption in ("one", "two\nlines", "three")]
    sheet = contact_sheet(cells, columns=2, type_size=10)
    assert sheet.size == (2 * (40 + 12) + 12, 2 * (30 + 28 + 12) + 12)
    assert sheet.getpixel((12, 12)) == (0, 0, 0)
    assert sheet.getpixel((12 + 40 + 12, 12 + 30 + 28 + 12)) == PAPER  # a fourth cell that is not there


def test_families_are_drawn_a_row_each_on_another_twin(tmp_path):
    one, two = (save_families(tmp_path / f"{n}.png", FAMILIES[:n]) for n in (1, 2))
    assert (one.name, two.name) == ("1-families.png", "2-families.png")
    with Image.open(one) as first, Image.open(two) as both:
        assert first.width == both.width > VARIATIONS * 120
        assert both.height > 1.8 * first.height


def test_allographs_are_drawn_by_name_and_on_a_twin_as_they_vary(tmp_path):
    page, twin = save_sheets(tmp_path / "sheet.png", digits()[: COLUMNS + 1])
    assert (page.name, twin.name) == ("sheet.png", "sheet-varied.png")
    with Image.open(page) as of_names, Image.open(twin) as varied:
        assert of_names.width == varied.width
        assert varied.height > 7 * of_names.height  # a row for each of fifteen instead of two rows
