"""GET /health: who is at work here."""

from __future__ import annotations

import json

from app import __version__
from app.reading.model import CARD
from app.web.releases import release


def test_health_names_the_versions_at_work(models, client):
    response = client.get("/health")
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    assert response.json == {
        "status": "ok",
        "version": __version__,
        "release": release(),
        "fingerprint": card["fingerprint"],
        "scikit_learn": card["versions"]["scikit-learn"],
    }
    assert response.headers["Cache-Control"] == "no-store"
