"""/presenter: behind a passcode, and what can be done there."""

from __future__ import annotations

import re

import pytest
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import TimestampSigner

from tests.pictures import encoded, seven
from tests.web.event import PASSCODE, Presenter, event_app
from tests.web.refusals import refusal

SEVEN = encoded(seven())
ACTIONS = ["/begin", "/settings", "/freeze", "/pen", "/group", "/hide/1", "/end", "/forget/1", "/leave"]


def is_open(client) -> bool:
    return 'name="passcode"' not in client.get("/presenter").text


def tell(presenter, label="7"):
    return presenter.client.post(f"/drawings?label={label}&keep=1", data=SEVEN).json["id"]


def sheets(presenter):
    return [one["id"] for one in presenter.client.get("/wall.json").json["sheets"]]


def test_who_knows_the_passcode_comes_in_and_nobody_else(event_site):
    presenter = Presenter(event_site)
    assert presenter.press(passcode="open says me").headers["Location"] == "/presenter?wrong="
    assert not is_open(presenter.client)
    assert presenter.press(passcode=f" {PASSCODE} ").headers["Location"] == "/presenter"
    assert is_open(presenter.client)


def test_the_cookie_is_for_this_site_and_out_of_scripts_reach(event_site):
    presenter = Presenter(event_site)
    cookie = presenter.press(passcode=PASSCODE).headers["Set-Cookie"]
    assert {"HttpOnly", "Path=/", "SameSite=Strict"} <= set(cookie.split("; "))
    assert "Expires=" in cookie


def test_by_tls_the_cookie_comes_by_tls_alone(event_site):
    assert "Secure" in event_site.test_client().get("/presenter", base_url="https://localhost").headers["Set-Cookie"]


def test_nobody_else_does_anything(event_site, presenter):
    stranger = Presenter(event_site)
    for action in ACTIONS:
        response = stranger.press(action, name="Mine")
        assert (response.status_code, response.headers["Location"]) == (303, "/presenter"), action
    assert presenter.client.get("/wall.json").json["event"] == "Open day"
    assert stranger.client.get("/presenter/live").status_code == 303


def test_a_form_without_its_token_does_nothing(presenter):
    for action in ("", *ACTIONS):
        for token in ({}, {"csrf_token": "forged"}):
            response = presenter.client.post(f"/presenter{action}", data={"passcode": PASSCODE, "name": "Me", **token})
            assert refusal(response) == (400, "bad_request"), action
    assert presenter.client.get("/wall.json").json["event"] == "Open day"


def test_every_action_is_tried_by_strangers(event_site):
    rules = {re.sub("<[^>]+>", "1", one.rule) for one in event_site.url_map.iter_rules() if "POST" in one.methods}
    assert {f"/presenter{action}" for action in ACTIONS} == {one for one in rules if one.startswith("/presenter/")}


def test_a_forged_cookie_opens_nothing(event_site, presenter):
    cookie = presenter.client.get_cookie("presenter").value
    content, _, signature = cookie.rpartition(".")
    other = "B" if signature.startswith("A") else "A"
    forger = event_site.test_client()
    for forged in (f"x{cookie}", f"{content}.{other}{signature[1:]}", f"{content}.", "e30.e30.e30", "é"):
        forger.set_cookie("presenter", forged)
        assert not is_open(forger)


@pytest.mark.parametrize("hours", [13, -1], ids=["too old", "from the future, once the clock was set back"])
def test_a_cookie_of_another_time_opens_nothing(hours, event_site, presenter, monkeypatch):
    then = TimestampSigner("").get_timestamp() - 3600 * hours
    session = SecureCookieSessionInterface().get_signing_serializer(event_site)
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: then)
    cookie = session.dumps({"presenter": True, "_permanent": True})
    monkeypatch.undo()
    late = event_site.test_client()
    late.set_cookie("presenter", cookie)
    assert not is_open(late)


def test_after_ten_wrong_passcodes_none_is_looked_at_for_a_while(tmp_path):
    app = event_app(tmp_path)
    guesser = Presenter(app)
    assert [guesser.press(passcode=str(number)).status_code for number in range(20)] == [303] * 10 + [429] * 10
    refused = guesser.press(passcode=PASSCODE)
    assert (refused.status_code, int(refused.headers["Retry-After"]) > 0, is_open(guesser.client)) == (429, True, False)
    elsewhere = app.test_client()
    elsewhere.environ_base = {**elsewhere.environ_base, "REMOTE_ADDR": "192.0.2.7"}
    other = Presenter(app)
    other.client = elsewhere
    assert is_open(other.signed_in().client)


def test_a_random_passcode_is_the_same_for_all_servers_of_a_store(tmp_path):
    one, other = (event_app(tmp_path, passcode="").config["PASSCODE"] for _ in range(2))
    assert (one, len(one)) == (other, 8)


def test_another_passcode_signs_everybody_out(tmp_path):
    cookie = Presenter(event_app(tmp_path)).signed_in().client.get_cookie("presenter").value
    later = event_app(tmp_path, passcode="another one").test_client()
    later.set_cookie("presenter", cookie)
    assert not is_open(later)


def test_the_page_says_how_it_goes(presenter):
    for label in "7771":
        tell(presenter, label)
    text = presenter.client.get("/presenter/live").text
    assert "4 drawn, 75% read right" in text
    assert text.count(">Hide<") == 4


def test_while_nothing_changes_the_page_is_not_sent_again(presenter):
    first = presenter.client.get("/presenter/live")
    again = presenter.client.get("/presenter/live", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, first.headers["Cache-Control"]) == (304, "no-store")


def test_what_is_hidden_is_gone_from_the_wall_at_the_next_look(presenter):
    first, second = tell(presenter), tell(presenter)
    presenter.press(f"/hide/{first}", hide="on")
    assert sheets(presenter) == [second]
    presenter.press(f"/hide/{first}", hide="off")
    assert sheets(presenter) == [second, first]


def test_a_frozen_wall_stays_and_goes_on(presenter):
    first = tell(presenter)
    presenter.press("/freeze", freeze="on")
    second = tell(presenter)
    assert sheets(presenter) == [first]
    presenter.press("/freeze", freeze="off")
    assert sheets(presenter) == [second, first]


def test_a_new_group_begins_with_an_empty_wall(presenter):
    tell(presenter)
    presenter.press("/group")
    state = presenter.client.get("/wall.json").json
    assert (state["n"], state["sheets"]) == (0, [])


def test_the_wall_can_be_switched_off(presenter):
    tell(presenter)
    presenter.press("/settings", keep="on")
    assert sheets(presenter) == []


def test_the_list_of_events_says_how_those_went_that_are_over(presenter):
    presenter.client.post("/drawings?label=7&keep=1", data=SEVEN)
    assert "It is on just now." in presenter.client.get("/presenter").text
    presenter.press("/end")
    text = presenter.client.get("/presenter").text
    assert "1 drawn, 100% read right" in text and "Save 1 drawings" in text
    assert "It is on just now." not in text


def test_an_event_ends_and_the_page_locks(presenter):
    presenter.press("/end")
    assert presenter.client.get("/wall.json").json["event"] is None
    presenter.press("/leave")
    assert not is_open(presenter.client)


def test_a_name_is_shown_as_it_is_and_never_run(presenter):
    presenter.press("/begin", name="<script>alert(1)</script>")
    assert "<script>alert" not in presenter.client.get("/presenter").text
    assert presenter.client.get("/wall.json").json["event"] == "<script>alert(1)</script>"
