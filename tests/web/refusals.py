"""The one shape of every refusal."""

from __future__ import annotations


def refusal(response) -> tuple[int, str]:
    assert response.mimetype == "application/json"
    assert set(response.json) == {"error"}
    assert set(response.json["error"]) == {"code", "message", "id"}
    assert "Traceback" not in response.text
    return response.status_code, response.json["error"]["code"]
