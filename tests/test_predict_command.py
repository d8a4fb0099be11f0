"""`python -m app predict`: files and folders in, a table, JSON lines and a gallery out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image, ImageOps

from app.__main__ import main
from app.commands.gallery import WRONG, caption, save_gallery
from app.commands.predict import files_in
from app.commands.sheet import INK
from app.paths import PROJECT
from app.reading.reader import Reader
from app.web.serialise import answer_json

DRAWINGS = PROJECT / "tests" / "drawings"
TEN = [DRAWINGS / f"{digit}.png" for digit in range(10)]


def predict(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["predict", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two digits, one below the other, and a note."""
    (tmp_path / "below").mkdir()
    shutil.copy(TEN[7], tmp_path / "below" / "7.PNG")
    shutil.copy(TEN[3], tmp_path / "3.png")
    (tmp_path / "note.txt").write_text("no picture")
    return tmp_path


def test_a_table_has_a_line_for_every_picture():
    said = predict(*TEN)
    head, *lines = said.stdout.splitlines()
    assert head.split() == ["digit", "sure", "picture"]
    assert [line.split()[0] for line in lines] == list("0123456789")
    assert [line.split()[-1] for line in lines] == [str(path) for path in TEN]
    assert (said.exit_code, said.stderr) == (0, "")


def test_json_is_one_object_a_line_as_the_server_says_it():
    lines = [json.loads(line) for line in predict("--json", *TEN[:3]).stdout.splitlines()]
    reader = Reader.open(PROJECT / "models")
    said = [{"file": str(path), **answer_json(reader.read(path.read_bytes()))} for path in TEN[:3]]
    assert lines == json.loads(json.dumps(said))


def test_folders_are_searched_for_pictures(folder: Path):
    assert [path.name for path in files_in([folder])] == ["3.png", "7.PNG"]
    assert [line["digit"] for line in map(json.loads, predict("--json", folder).stdout.splitlines())] == [3, 7]


def test_a_file_that_is_named_is_tried_whatever_it_is_called(folder: Path):
    assert list(files_in([folder / "note.txt"])) == [folder / "note.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("not_an_image-text.png", "picture"),
        ("blank-white.png", "Nothing is drawn"),
        ("is-not-there.png", "No such file"),
    ],
)
def test_what_cannot_be_read_is_named_and_skipped(name: str, reason: str):
    said = predict("--json", TEN[1], DRAWINGS / name, TEN[2])
    assert [json.loads(line)["digit"] for line in said.stdout.splitlines()] == [1, 2]
    assert name in said.stderr
    assert reason in said.stderr
    assert said.exit_code == 1


def test_a_doubtful_digit_says_so(tmp_path: Path):
    lying = Image.new("L", (100, 100), 255)
    lying.paste(0, (5, 48, 95, 52))
    lying.save(tmp_path / "line.png")
    assert predict(tmp_path / "line.png").stdout.splitlines()[-1].endswith("line.png  (perhaps no digit)")


def test_a_digit_in_a_mirror_says_so(tmp_path: Path):
    with Image.open(DRAWINGS / "3.png") as picture:
        ImageOps.mirror(picture.convert("L")).save(tmp_path / "three.png")
    assert predict(tmp_path / "three.png").stdout.splitlines()[-1].endswith("three.png  (a 3 in a mirror?)")


def test_without_files_it_explains_itself():
    said = predict()
    assert said.exit_code == 2
    assert "Usage" in said.stderr


def test_no_bar_is_drawn_where_nobody_looks():
    ran = subprocess.run([sys.executable, "-m", "app", "predict", *TEN], cwd=PROJECT, capture_output=True, check=True)
    assert (ran.stderr, len(ran.stdout.splitlines())) == (b"", 11)


@pytest.mark.parametrize(
    ("label", "text", "colour"),
    [(7, "7", INK), (None, "7", INK), (1, "7 (1)", WRONG)],
    ids=["right", "unknown", "wrong"],
)
def test_wrong_answers_are_red_and_say_what_it_was(label: int | None, text: str, colour: tuple[int, int, int]):
    assert caption(label, 7) == (text, colour)


def test_the_gallery_is_a_row_of_ten_with_the_slips_in_red(tmp_path: Path):
    assert predict("--gallery", tmp_path / "ten.png", *TEN).exit_code == 0
    with Image.open(tmp_path / "ten.png") as picture:
        assert picture.width > 5 * picture.height
    assert WRONG not in colours(tmp_path / "ten.png")
    shutil.copy(TEN[4], tmp_path / "9-not.png")
    predict("--gallery", tmp_path / "slip.png", tmp_path / "9-not.png")
    assert WRONG in colours(tmp_path / "slip.png")


@pytest.mark.parametrize("name", ["ten.txt", "nowhere/ten.png"])
def test_a_gallery_that_cannot_be_saved_is_refused_before_any_work(tmp_path: Path, name: str):
    said = predict("--gallery", tmp_path / name, *TEN)
    assert (said.exit_code, said.stdout) == (2, "")
    assert "--gallery" in said.stderr


def test_a_large_gallery_is_about_square(tmp_path: Path):
    answer = Reader.open(PROJECT / "models").read(TEN[0].read_bytes())
    save_gallery(tmp_path / "many.png", [("0.png", answer)] * 900)
    with Image.open(tmp_path / "many.png") as picture:
        assert 0.5 < picture.width / picture.height < 2


def colours(path: Path) -> set[object]:
    with Image.open(path) as picture:
        return {colour for _, colour in picture.getcolors(1 << 16) or []}
