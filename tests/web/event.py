"""An app with events, and somebody who presents one."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.config import Settings
from tests.store.told import hurried

PASSCODE = "open sesame"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def event_app(folder: Path, **settings: object) -> Flask:
    usual = {"rate_limits": False, "presenter": True, "passcode": PASSCODE, "data_dir": folder}
    app = create_app(Settings(**usual | settings))
    hurried(app.extensions["event_state"].store)
    return app


class Presenter:
    """A browser that knows the passcode."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def token(self) -> str:
        return TOKEN.search(self.client.get("/presenter").text)[1]

    def press(self, action: str = "", **form: object):
        """Send one of the page's forms, as the page does."""
        return self.client.post(f"/presenter{action}", data={"csrf_token": self.token(), **form})

    def signed_in(self) -> Presenter:
        assert self.press(passcode=PASSCODE).status_code == 303
        return self

    def begin(self, name: str = "Open day") -> Presenter:
        """Begin an event that keeps drawings and shows them."""
        self.press("/begin", name=name)
        self.press("/settings", keep="on", wall="on")
        return self
