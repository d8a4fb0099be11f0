"""POST /map/border: two digits in, the border between them out."""

from __future__ import annotations

import pytest

from tests.web.refusals import refusal


def labels_of(client) -> list[int]:
    return [int(label) for label in client.get("/map.json").json["labels"]]


@pytest.fixture
def ask(client, app):
    school = app.extensions["school"]
    school.begin()
    school._loading.result()
    return lambda **sent: client.post("/map/border", json={"digits": [4, 9], **sent})


def test_it_says_where_the_border_lies_and_what_holds_it(ask, client) -> None:
    reply = ask(at=[0.5, 0.6])
    assert (reply.status_code, reply.headers["Cache-Control"]) == (200, "no-store")
    border, labels = reply.json, labels_of(client)
    assert {labels[one] for one in border["support"]} == {4, 9}
    assert border["n"] == labels.count(4) + labels.count(9)
    values = [value for row in border["decisions"] for value in row]
    assert len(values) == 48 * 48 and min(values) < -1 and max(values) > 1
    assert isinstance(border["at"], float) and len(border["box"]) == 3


def test_turned_round_it_is_the_same_border(ask) -> None:
    one, other = ask().json, ask(digits=[9, 4]).json
    assert one["support"] == other["support"]
    assert one["decisions"][0][0] == pytest.approx(-other["decisions"][0][0], abs=0.01)


def test_what_is_taken_away_holds_nothing_and_the_picture_stays(ask) -> None:
    before = ask().json
    after = ask(without=before["support"][:1]).json
    assert before["support"][0] not in after["support"]
    assert (after["n"], after["box"]) == (before["n"] - 1, before["box"])


@pytest.mark.parametrize(
    "sent",
    [
        {"digits": [4, 4]},
        {"digits": [4, 10]},
        {"digits": [4, True]},
        {"digits": [4]},
        {"digits": None},
        {"C": 0},
        {"C": 1e9},
        {"gamma": "scale"},
        {"gamma": float("nan")},
        {"gamma": None},
        {"C": True},
        {"without": [0]},  # a 0
        {"without": [-1]},
        {"without": [1.5]},
        {"without": "57"},
        {"without": [[]]},
        {"at": [0.5]},
        {"at": [0.5, 2]},
        {"at": ["a", "b"]},
        {"at": {"x": 0}},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_in_the_usual_shape(ask, sent) -> None:
    assert refusal(ask(**sent)) == (400, "bad_request")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 9999, b"\xff"])
def test_so_is_what_is_no_object(client, body) -> None:
    assert refusal(client.post("/map/border", data=body)) == (400, "bad_request")


def test_each_side_keeps_one_digit(ask, client) -> None:
    fours = [number for number, label in enumerate(labels_of(client)) if label == 4]
    assert refusal(ask(without=fours)) == (400, "bad_request")
    assert ask(without=fours[1:]).status_code == 200
