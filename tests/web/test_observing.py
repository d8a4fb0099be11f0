"""Whoever runs the site can follow a request by its name, and see nothing of who sent it or what was drawn."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from app import create_app
from app.config import Settings
from app.errors import SettingError
from app.web.request_log import LOG
from app.web.turns import LONGEST_WAIT, WAITED
from tests.pictures import encoded, seven

SEVEN = encoded(seven())
ADDRESS = "203.0.113.77"


@pytest.fixture
def closes_log() -> Iterator[None]:
    yield
    LOG.handlers = []
    LOG.propagate = True


def test_each_request_is_one_line_of_json_without_a_drawing_or_an_address(closes_log, capsys):
    client = create_app(Settings(log_requests=True)).test_client()
    for path in ("/predict?explain=steps&who=me", "/nothing/of/mine"):
        response = client.post(path, data=SEVEN, environ_base={"REMOTE_ADDR": ADDRESS})
        (line,) = capsys.readouterr().out.splitlines()
        facts = json.loads(line)
        assert facts.keys() == {"id", "method", "route", "status", "ms"}
        assert facts["id"] == response.headers["X-Request-ID"]
        assert facts["route"] == ("/predict" if "predict" in path else "none")
        assert (facts["method"], facts["status"]) == ("POST", response.status_code)
        assert facts["ms"] >= 0


def test_without_the_setting_nothing_is_written(client, capsys):
    client.post("/predict", data=SEVEN)
    assert capsys.readouterr() == ("", "")


def test_each_request_has_a_name_of_its_own(client):
    names = {
        client.get("/health/live", headers={"X-Request-ID": "given-by-a-stranger"}).headers["X-Request-ID"]
        for _ in range(3)
    }
    assert len(names) == 3
    assert "given-by-a-stranger" not in names


@pytest.mark.parametrize(
    ("given", "is_taken"), [("0123456789abcdef", True), ("short", False), ("<script>alert", False)]
)
def test_a_trusted_proxy_may_name_it(given, is_taken):
    client = create_app(Settings(trusted_proxies=1)).test_client()
    said = client.get("/nothing", headers={"X-Request-ID": given})
    assert (said.headers["X-Request-ID"] == given) is is_taken
    assert said.json["error"]["id"] == said.headers["X-Request-ID"]


def test_a_server_with_too_much_to_do_is_alive_but_not_ready(client):
    busy = {WAITED: LONGEST_WAIT * 2}
    statuses = [client.get(f"/health/{which}", environ_base=busy).status_code for which in ("live", "ready")]
    assert statuses == [200, 429]


def test_who_has_used_up_everything_may_still_ask_whether_it_is_alive():
    app = create_app(Settings())
    app.extensions["rate_limiter"].charge("127.0.0.1", 100_000)
    statuses = [app.test_client().get(path).status_code for path in ("/health/live", "/health/ready")]
    assert statuses == [200, 429]


def test_metrics_are_told_where_they_are_asked_for_alone(client):
    assert client.get("/metrics").status_code == 404


def test_verbs_that_somebody_makes_up_are_one_number_together():
    pytest.importorskip("prometheus_client", reason="make test-deploy has it")
    client = create_app(Settings(metrics=True, rate_limits=False)).test_client()
    for number in range(30):
        client.open("/", method=f"BREW{number}")
    said = client.get("/metrics").text
    assert "BREW" not in said
    assert 'http_requests_total{method="other",route="none",status="405"} 30.0' in said


def test_without_the_package_metrics_are_refused_in_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    with pytest.raises(SettingError, match=r"METRICS=on.*prometheus-client"):
        create_app(Settings(metrics=True))
