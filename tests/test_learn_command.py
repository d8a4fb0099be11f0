"""`train --with-drawings` and `models`: from a kept drawing to a version at work."""

from __future__ import annotations

import json
import shutil
from hashlib import md5
from pathlib import Path

import pytest
from PIL import Image

from app.commands import learn
from app.commands.event_drawings import find
from app.commands.new_version import new_folder
from app.config import Settings
from app.reading.model import CARD, checksum
from app.store import drawings, events, open_store
from app.versions import SHIPPED, Versions, read_learnt
from tests.deploy.learning import run
from tests.learning.writers import drawn_by
from tests.store.told import hurried, kept
from tests.versions import sibling

WRITERS = 4


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the drawings of four writers, one of whom told a lie, and one that nobody can read."""
    folder = tmp_path_factory.mktemp("event")
    store = hurried(open_store("", folder))
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    for one in drawn_by(WRITERS):
        visit = md5(str(one.writer).encode()).hexdigest()
        label = 0 if (one.writer, one.label) == (0, 4) else one.label
        drawings.add(store, kept(label, 1, picture=one.png, visit=visit))
    drawings.add(store, kept())
    store.close()
    return folder


@pytest.fixture
def folder(event: Path) -> Path:
    shutil.rmtree(event / "models", ignore_errors=True)
    return event


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, models: Path) -> list[int]:
    """Fitting takes no time: a version is the shipped model, a hair cooler. Says how many it was to learn."""
    learnt: list[int] = []

    def make(folder: Path, material: list, tell) -> None:
        learnt.append(len(material))
        tell("Fitting")
        place = Versions(models, folder.parent / "quick")
        name = sibling(models, place)
        shutil.copytree(place.folder / name, folder, dirs_exist_ok=True)
        shutil.rmtree(folder.parent / "quick")

    monkeypatch.setattr(learn, "gather", lambda drawings, amounts: drawings)
    monkeypatch.setattr(learn, "make_models", make)
    return learnt


def test_drawings_become_a_version_that_is_listed_and_made_active_and_rolled_back(folder, quick):
    trained = run(folder, "train", "--with-drawings", "--event", "Open day", "--activate")
    assert trained.exit_code == 0, trained.output
    assert "40 kept drawings, 1 passed over." in trained.output
    versions = Versions(Settings().models_dir, folder)
    shipped, name = versions.names()
    learnt = read_learnt(versions.folder_of(name))
    assert (learnt.events, [learnt.drawings], learnt.weight) == (["Open day"], quick, 8)
    assert (learnt.drawings + learnt.held_drawings, learnt.visitors + learnt.held_visitors) == (40, WRITERS)
    assert f"| {learnt.held_drawings} drawings of {learnt.held_visitors} visitors" in trained.output
    assert f"* {name}: " in run(folder, "models").output
    assert "shipped is active" in run(folder, "models", "rollback").output
    assert f"{name} is active" in run(folder, "models", "activate", name).output
    assert f"| read right | {shipped} | {name} | gain |" in run(folder, "models", "compare", shipped, name).output
    assert run(folder, "models", "remove", name).output == f"{name} is deleted; {SHIPPED} is active.\n"


def test_doubted_labels_are_listed_and_drawn_before_anything_is_learnt(folder, quick, tmp_path):
    picture = tmp_path / "doubted.png"
    looked = run(folder, "train", "--with-drawings", "--look", "--outliers", str(picture))
    assert "said to be 0, read as 4" in looked.output
    with Image.open(picture) as drawn:
        assert drawn.width > 96
    key = next(one for one in looked.output.splitlines() if "said to be 0, read as 4" in one).split()[0]
    assert "39 kept drawings" in run(folder, "train", "--with-drawings", "--look", "--leave-out", key).output
    assert quick == []
    for more in ((), ("--leave-outliers",)):
        run(folder, "train", "--with-drawings", *more)
    assert quick[1] < quick[0]


def test_a_version_that_forgot_what_the_notebook_asks_is_not_made_active(folder, models):
    versions = Versions(models, folder)
    name = sibling(models, versions)
    path = versions.folder / name / "lesson.json"
    lesson = json.loads(path.read_text())
    answers = lesson["models"]["served"]["answers"]["test"]
    answers["digits"] = answers["digits"][:30].replace("0", "1") + answers["digits"][30:]
    path.write_text(json.dumps(lesson))
    card = json.loads((path.parent / CARD).read_text())
    card["sha256"]["lesson.json"] = checksum(path)
    (path.parent / CARD).write_text(json.dumps(card))
    refused = run(folder, "models", "activate", name)
    assert (refused.exit_code, "it is not made active" in refused.output) == (1, True)
    assert versions.active() == SHIPPED


def test_a_version_of_garbage_is_not_made_active_and_is_listed_as_what_it_is(folder, models):
    versions = Versions(models, folder)
    name = sibling(models, versions)
    for file in ("digits.npz", "lesson.json"):
        (versions.folder / name / file).write_bytes(b"garbage")
    refused = run(folder, "models", "activate", name)
    assert (refused.exit_code, "digits.npz is not as it was written" in refused.output) == (1, True)
    assert "lesson.json is not as it was written" in run(folder, "models").output


@pytest.mark.parametrize(
    "words",
    [
        ("train", "--with-drawings", "--event", "Nothing"),
        ("train", "--with-drawings", "--leave-out", "zzzz"),
        ("train", "--with-drawings", "--outliers", "doubted.txt"),
        ("train", "--look"),
        ("models", "activate", "../.."),
        ("models", "compare", "shipped", "ffffffffffff"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words, folder):
    refused = run(folder, *words)
    assert refused.exit_code in (1, 2)
    assert "Error: " in refused.output and "Traceback" not in refused.output


def test_what_is_found_says_whose_it_is(folder):
    found = find(Settings(data_dir=folder), None)
    assert (len({one.visitor for one in found.drawings}), found.passed_over) == (WRITERS, 1)


def test_two_versions_may_be_in_the_making_at_once(tmp_path):
    versions = Versions(tmp_path / "shipped", tmp_path / "data")
    with new_folder(versions) as one, new_folder(versions) as other:
        assert one.is_dir() and other.is_dir() and one != other
    assert list(versions.folder.iterdir()) == []


def test_what_a_killed_training_left_behind_is_deleted_by_the_next(tmp_path):
    versions = Versions(tmp_path / "shipped", tmp_path / "data")
    left = versions.folder / "new-killed"
    left.mkdir(parents=True)
    (left / "digits.npz").write_bytes(b"half of it")
    with new_folder(versions) as folder:
        assert list(versions.folder.iterdir()) == [folder]


def test_what_cannot_be_opened_keeps_nobody_from_training(tmp_path):
    versions = Versions(tmp_path / "shipped", tmp_path / "data")
    versions.folder.mkdir(parents=True)
    loop = versions.folder / "new-loop"
    loop.symlink_to(loop)
    with new_folder(versions) as folder:
        assert folder.is_dir() and loop.is_symlink()
