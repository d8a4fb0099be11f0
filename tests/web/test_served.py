"""Another model takes the place of the one at work, or does not, and the presenter sees why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from flask import Flask

from app.reading.model import CARD, NUMBERS
from app.versions import LEARNT, Versions
from app.web import served
from app.web.served import Serving
from tests.pictures import encoded, seven
from tests.test_versions import LEARNT as FACTS
from tests.web.event import Presenter, event_app

SEVEN = encoded(seven())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def site(place: Path, models: Path) -> Flask:
    shutil.copytree(models, place / "models")
    return event_app(place / "data", models_dir=place / "models")


@pytest.fixture
def versions(place: Path, models: Path) -> Versions:
    """The program's own model, as it was written, and nothing else."""
    shutil.rmtree(place / "data" / "models", ignore_errors=True)
    shutil.copytree(models, place / "models", dirs_exist_ok=True)
    return Versions(place / "models", place / "data")


@pytest.fixture
def look(site: Flask, versions: Versions, monkeypatch: pytest.MonkeyPatch):
    """Look as a request does that comes later, and wait until what was found is open."""
    monkeypatch.setattr(served, "LOOK", 0.0)
    serving: Serving = site.extensions["serving"]

    def look() -> Serving:
        serving._next = 0.0
        serving.look()
        if serving._opening:
            serving._opening.join()
        return serving

    look()
    return look


@pytest.fixture
def presenter(site: Flask, look) -> Presenter:
    return Presenter(site).signed_in()


@pytest.fixture
def version(versions: Versions, models: Path) -> str:
    """A version beside it, which learnt from an event."""
    card = json.loads((models / CARD).read_text())
    name: str = card["fingerprint"]
    shutil.copytree(models, versions.folder / name)
    (versions.folder / name / CARD).write_text(json.dumps(card | {LEARNT: FACTS._asdict()}))
    return name


def test_a_version_that_is_made_active_is_at_work_a_moment_later(look, presenter, versions, version):
    assert "which learnt from no event" in presenter.client.get("/presenter").text
    versions.activate(version)
    assert look().now.folder == versions.folder / version
    assert "It learnt 200 drawings of this: Open day." in presenter.client.get("/presenter").text
    versions.roll_back()
    assert look().now.folder == versions.shipped


def test_a_request_ends_with_the_model_it_began_with(site, look, versions, version):
    before = look().now
    with site.test_request_context("/"):
        from app.web.extensions import get_map, get_reader

        assert get_reader() is before.reader
        versions.activate(version)
        assert look().now is not before
        assert (get_reader(), get_map()) == (before.reader, before.digit_map)
    versions.roll_back()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        (NUMBERS, b"garbage", "its file digits.npz is not as it was written"),
        (CARD, b"garbage", "its file card.json is not as it was written"),
        ("lesson.json", b"{}", "its file lesson.json is not as it was written"),
        (NUMBERS, None, "its file digits.npz is missing"),
    ],
)
def test_garbage_in_a_models_place_changes_nothing_and_the_presenter_sees_why(
    name, content, why, look, presenter, versions
):
    path, before = versions.shipped / name, look().now
    path.unlink() if content is None else path.write_bytes(content)
    assert look().now is before
    assert presenter.client.post("/predict", data=SEVEN).json["digit"] == 7
    text = presenter.client.get("/presenter").text
    assert f"{why}. Model {before.reader.card.fingerprint} goes on." in text
    assert f"{why}. Model" in presenter.begin().client.get("/presenter/live").text
    presenter.press("/end")


def test_a_card_of_other_numbers_is_refused(look, versions, version):
    card = versions.folder / version / CARD
    card.write_text(json.dumps(json.loads(card.read_text()) | {"fingerprint": "0" * 12}))
    versions.activate(version)
    before = look().now
    assert (before.folder, str(look().refused)) == (versions.shipped, "its file card.json is not as it was written")


@pytest.mark.parametrize("choice", [b"\xff\xfe\x80", b"\0", b"..", b"/", b"x" * 5000])
def test_a_choice_that_makes_no_sense_is_refused(choice, look, versions):
    versions.folder.mkdir()
    (versions.folder / "active").write_bytes(choice)
    assert (look().now.folder, str(look().refused)) == (versions.shipped, "there is no such version")


def test_what_nobody_foresaw_stops_no_drawing(look, versions, version, monkeypatch, caplog):
    monkeypatch.setattr(served, "read_learnt", lambda folder: 1 / 0)
    versions.activate(version)
    assert (look().now.folder, str(look().refused)) == (versions.shipped, "opening it fails")
    assert "ZeroDivisionError" in caplog.text


def test_a_server_that_starts_with_a_broken_version_serves_the_programs_own(look, place, versions, version):
    (versions.folder / version / NUMBERS).write_bytes(b"garbage")
    versions.activate(version)
    app = event_app(place / "data", models_dir=place / "models")
    serving = app.extensions["serving"]
    assert (serving.now.folder, serving.refused is None) == (versions.shipped, False)


def test_a_server_starts_where_no_choice_can_be_read(place, versions):
    (versions.folder / "active").mkdir(parents=True)
    serving = event_app(place / "data", models_dir=place / "models").extensions["serving"]
    assert (serving.now.folder, str(serving.refused)) == (versions.shipped, "opening it fails")
