"""GET /health: who is at work here."""

from __future__ import annotations

from app import __version__


def test_health_names_the_versions_at_work(app, client):
    response = client.get("/health")
    card = app.extensions["reader"].card
    assert response.json == {
        "status": "ok",
        "version": __version__,
        "fingerprint": card["fingerprint"],
        "scikit_learn": card["versions"]["scikit-learn"],
    }
    assert response.headers["Cache-Control"] == "no-store"
