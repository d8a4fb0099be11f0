"""GET /map, its points and its pictures, and a drawing's place among them; and a server whose model has no map."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from flask.testing import FlaskClient
from PIL import Image

from app import create_app
from app.config import Settings
from app.learning.data_set import data_set
from app.lesson.digit_map import MAP
from tests.pictures import encoded, seven
from tests.web.refusals import refusal

SEVEN = encoded(seven())
PAGE = {"Accept": "text/html"}
N = 1797


@pytest.fixture(scope="module")
def without(models: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of a server whose model has no map."""
    folder = tmp_path_factory.mktemp("models") / "models"
    shutil.copytree(models, folder, ignore=shutil.ignore_patterns(MAP))
    return create_app(Settings(models_dir=folder, rate_limits=False)).test_client()


@pytest.fixture
def addresses(client: FlaskClient) -> Iterator[dict[str, str]]:
    page = client.get("/map", headers=PAGE).text
    yield dict(re.findall(r'data-(points|pictures)="([^"]+)"', page))


def test_the_page_says_how_true_the_map_is_and_where_that_was_measured(app, client: FlaskClient) -> None:
    exam = app.extensions["serving"].now.digit_map.exam
    page = client.get("/map", headers=PAGE).text
    assert f"{100 * exam.kept:.1f} %" in page
    assert f"{100 * exam.flat:.1f} %" in page
    assert "450 digits" in page
    assert "<code>python -m app map</code>" in page


def test_every_page_leads_there(client: FlaskClient) -> None:
    assert 'href="/map"' in client.get("/").text
    assert 'href="/map" aria-current="page"' in client.get("/map").text


def test_the_points_say_where_each_digit_lies_what_it_is_and_what_is_read_in_it(
    app, client: FlaskClient, addresses: dict[str, str]
) -> None:
    points = client.get(addresses["points"]).json
    assert len(points["x"]) == len(points["y"]) == len(points["labels"]) == len(points["read"]) == N
    assert [int(label) for label in points["labels"]] == data_set()[1].tolist()
    assert {type(value) for value in points["x"] + points["y"]} == {int}
    exam = app.extensions["serving"].now.lesson.evaluations["served", "test"]
    wrong = sum(label != read for label, read in zip(points["labels"], points["read"], strict=True))
    assert points["exam"]["n"] == exam.n
    assert wrong >= len(exam.wrong) > 0  # what it did not learn is not read as if it had


def test_the_pictures_are_the_data_sets_own_43_in_a_row(client: FlaskClient, addresses: dict[str, str]) -> None:
    picture = np.asarray(Image.open(BytesIO(client.get(addresses["pictures"]).data)).convert("RGBA"))
    images, _ = data_set()
    for index in (0, 60, 1796):
        row, column = (8 * place for place in divmod(index, 60))
        cell = picture[row : row + 8, column : column + 8]
        assert np.array_equal(cell[..., 3], np.minimum(images[index], 15) * 17)
        assert not cell[..., :3].any()


def test_browsers_keep_what_has_its_name_in_its_address(client: FlaskClient, addresses: dict[str, str]) -> None:
    for address in addresses.values():
        kept = client.get(address).cache_control
        assert kept.immutable
        assert kept.max_age == 365 * 24 * 3600
        path = address.partition("?")[0]
        for other in (path, f"{path}?v=older"):
            first = client.get(other)
            assert first.cache_control.no_cache and not first.cache_control.immutable
            again = client.get(other, headers={"If-None-Match": first.headers["ETag"]})
            assert (again.status_code, again.data) == (304, b"")


def test_a_drawing_is_told_its_place_when_it_asks(post, app) -> None:
    plain, placed = post(SEVEN).json, post(SEVEN, query_string={"explain": "map"}).json
    place = placed.pop("map")
    assert placed == plain
    assert 0 <= place["x"] <= 1 and 0 <= place["y"] <= 1
    distances = [near["distance"] for near in place["nearest"]]
    assert len(distances) == 5 and distances == sorted(distances)
    assert all(
        app.extensions["serving"].now.digit_map.labels[near["index"]] == near["label"] for near in place["nearest"]
    )
    assert "map" in post(SEVEN, query_string={"explain": "1"}).json


def test_squares_have_a_place_too(client: FlaskClient) -> None:
    one = [[0, 0, 0, 8, 8, 0, 0, 0]] * 8
    assert len(client.post("/predict?explain=map", json={"pixels": one}).json["map"]["nearest"]) == 5


@pytest.mark.parametrize("path", ["/map", "/map.json", "/map.png"])
def test_without_a_map_its_addresses_say_so(without: FlaskClient, path: str) -> None:
    reply = without.get(path)
    assert refusal(reply) == (404, "no_map")
    assert reply.json["error"]["message"] == "There is no map of the digits here."


def test_without_a_map_all_else_is_there(without: FlaskClient) -> None:
    page = without.get("/", headers=PAGE)
    assert page.status_code == 200
    assert "data-map" not in page.text and "/map" not in page.text
    reply = without.post("/predict?explain=map", data=SEVEN).json
    assert reply["digit"] == 7
    assert "map" not in reply
