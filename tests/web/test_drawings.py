"""POST and DELETE /drawings: what a visitor says of a drawing, and takes back."""

from __future__ import annotations

import json

import pytest

from tests.pictures import encoded, seven
from tests.web.refusals import refusal

SEVEN = encoded(seven())
KEY = "0123456789abcdef" * 2


def tell(visitor, label="7", data=SEVEN, **facts):
    return visitor.post("/drawings", data=data, query_string={"label": label, **facts}, content_type="image/png")


def wall(visitor):
    return visitor.get("/wall.json").json


def test_a_drawing_is_read_again_and_counted(visitor):
    response = tell(visitor)
    assert response.status_code == 201
    assert response.headers["Location"] == f"/drawings/{response.json['id']}"
    assert response.headers["Cache-Control"] == "no-store"
    assert (response.json["digit"], response.json["is_kept"]) == (7, False)
    assert (wall(visitor)["n"], wall(visitor)["right"], wall(visitor)["sheets"]) == (1, 1, [])


def test_a_drawing_is_kept_for_whoever_agrees(visitor):
    assert tell(visitor, "1", keep="1", visit=KEY).json["is_kept"]
    (sheet,) = wall(visitor)["sheets"]
    assert (sheet["label"], sheet["guess"], sheet["is_right"]) == ("1", "7", False)
    assert sheet["picture"].startswith("data:image/png;base64,")
    assert len(sheet["picture"]) < 3000


def test_the_kept_picture_holds_the_ink_and_reads_the_same(visitor):
    tell(visitor, keep="1")
    (sheet,) = wall(visitor)["sheets"]
    body = json.dumps({"image": sheet["picture"]})
    assert visitor.post("/predict", data=body, content_type="application/json").json["digit"] == 7


def test_squares_are_told_of_too(visitor):
    squares = json.dumps({"pixels": [[0, 0, 0, 16, 16, 0, 0, 0]] * 8})
    response = visitor.post("/drawings?label=1&keep=1", data=squares, content_type="application/json")
    assert (response.status_code, response.json["is_kept"]) == (201, True)
    assert wall(visitor)["sheets"][0]["picture"].startswith("data:image/png;base64,")


def test_no_digit_is_a_label_too(visitor):
    tell(visitor, "none")
    assert (wall(visitor)["n"], wall(visitor)["right"]) == (1, 0)


def test_a_trick_is_shown_and_does_not_count(visitor):
    assert tell(visitor, "1", keep="1", trick="1").json["is_kept"]
    assert (wall(visitor)["n"], wall(visitor)["sheets"][0]["label"]) == (0, "1")


def test_what_is_sent_twice_counts_once(visitor):
    first, again = tell(visitor, key=KEY), tell(visitor, key=KEY)
    assert (first.json, wall(visitor)["n"]) == (again.json, 1)


def test_whoever_has_the_receipt_takes_a_drawing_back_once(visitor):
    told = tell(visitor, keep="1").json
    address, receipt = f"/drawings/{told['id']}", {"Receipt": told["receipt"]}
    assert visitor.delete(address, headers=receipt).status_code == 204
    assert (wall(visitor)["n"], wall(visitor)["sheets"]) == (0, [])
    assert refusal(visitor.delete(address, headers=receipt)) == (404, "not_found")


@pytest.mark.parametrize("receipt", ["", "0" * 32, "é"])
def test_another_receipt_takes_nothing_back(receipt, visitor):
    told = tell(visitor).json
    assert refusal(visitor.delete(f"/drawings/{told['id']}", headers={"Receipt": receipt})) == (404, "not_found")
    assert wall(visitor)["n"] == 1


@pytest.mark.parametrize("id", [2**31, 2**63, 10**400])
def test_a_number_that_no_drawing_can_have_is_not_found(id, visitor):
    assert refusal(visitor.delete(f"/drawings/{id}", headers={"Receipt": "0" * 32})) == (404, "not_found")


@pytest.mark.parametrize("label", ["11", "10", "-1", "", "seven", "\uff17"])
def test_a_label_that_is_none_is_refused(label, visitor):
    assert refusal(tell(visitor, label)) == (400, "bad_request")
    assert wall(visitor)["n"] == 0


@pytest.mark.parametrize("name", ["key", "visit"])
def test_a_random_name_that_is_none_is_refused(name, visitor):
    assert refusal(tell(visitor, **{name: "Anna"})) == (400, "bad_request")


def test_a_label_without_a_drawing_is_refused(visitor):
    assert refusal(tell(visitor, data=b"")) == (400, "bad_request")


def test_a_drawing_of_5_mb_is_refused(visitor):
    assert refusal(tell(visitor, data=SEVEN + bytes(5_000_000))) == (413, "too_large")


def test_what_is_no_picture_or_blank_is_refused_as_ever(visitor):
    assert refusal(tell(visitor, data=b"hello")) == (415, "not_an_image")
    assert wall(visitor)["n"] == 0


def test_without_an_event_nothing_is_counted_and_the_visitor_draws_on(visitor, presenter):
    presenter.press("/end")
    assert refusal(tell(visitor)) == (409, "no_event")
    assert visitor.post("/predict", data=SEVEN).json["digit"] == 7


def test_another_websites_page_counts_nothing(visitor):
    response = visitor.post("/drawings?label=7", data=SEVEN, headers={"Sec-Fetch-Site": "cross-site"})
    assert refusal(response) == (403, "cross_site")


def test_a_server_without_events_has_no_such_address(client):
    assert client.post("/drawings?label=7", data=SEVEN).status_code == 404
    assert client.get("/wall").status_code == client.get("/presenter").status_code == 404
    assert "data-verify" not in client.get("/").text
