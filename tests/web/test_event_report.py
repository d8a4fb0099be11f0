"""An event's own report and its export, for whoever presents it."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from tests.pictures import encoded, seven
from tests.web.refusals import refusal

SEVEN = encoded(seven())


@pytest.fixture
def event(presenter, visitor) -> int:
    """The number of an event with two drawings, one of them read wrong."""
    for label in "71":
        visitor.post(f"/drawings?label={label}&keep=1", data=SEVEN)
    return int(presenter.client.get("/presenter").text.split("/presenter/export/")[1].split(".zip")[0])


def test_the_report_has_score_matrix_and_the_finest_mistakes(presenter, event):
    response = presenter.client.get(f"/report?of=event&event={event}")
    assert response.headers["Cache-Control"] == "no-store"
    assert "2 drawn, 50% read right" in response.text
    assert "written 1, read 7" in response.text
    assert "99% sure" in response.text


def test_old_events_stay_readable(presenter, event):
    presenter.press("/begin", name="Museum night")
    assert "Open day" in presenter.client.get(f"/report?of=event&event={event}").text


def test_what_is_hidden_is_not_on_the_report(presenter, visitor, event):
    wrong = next(one["id"] for one in visitor.get("/wall.json").json["sheets"] if not one["is_right"])
    presenter.press(f"/hide/{wrong}", hide="on")
    text = presenter.client.get(f"/report?of=event&event={event}").text
    assert "written 1, read 7" not in text
    assert "2 drawn" in text


@pytest.mark.parametrize("number", ["", "0", "-1", "99999999999", "x", "4711"])
def test_there_is_no_other_report(number, presenter):
    assert refusal(presenter.client.get(f"/report?of=event&event={number}")) == (400, "bad_request")


def test_drawings_are_exported_as_a_zip(presenter, event):
    response = presenter.client.get(f"/presenter/export/{event}.zip")
    assert response.headers["Content-Disposition"] == f"attachment; filename=event-{event}.zip"
    with ZipFile(io.BytesIO(response.data)) as archive:
        assert archive.testzip() is None
        assert sum(name.endswith(".png") for name in archive.namelist()) == 2


def test_nobody_else_sees_either(visitor, event):
    for path in (f"/report?of=event&event={event}", f"/presenter/export/{event}.zip"):
        response = visitor.get(path)
        assert (response.status_code, response.headers["Location"]) == (303, "/presenter")


def test_drawings_are_deleted_and_the_counts_stay_until_all_is_deleted(presenter, event):
    presenter.press(f"/forget/{event}", what="drawings")
    text = presenter.client.get(f"/report?of=event&event={event}").text
    assert "2 drawn" in text
    assert "written 1, read 7" not in text
    presenter.press(f"/forget/{event}", what="event")
    assert presenter.client.get(f"/report?of=event&event={event}").status_code == 400


def test_a_server_without_events_knows_no_such_report(client):
    assert refusal(client.get("/report?of=event&event=1")) == (400, "bad_request")
