"""`serve --lan` and `--tls` as phones meet them: by the network's address, on pages that are secure or are not."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from app.certificate import own_certificate
from app.joining import network_addresses
from app.paths import PROJECT
from tests.browser.chromium import launched
from tests.browser.serving import free_port
from tests.browser.sheet import TEN, Sheet
from tests.pictures import encoded
from tests.pictures import photo as photo_of_seven
from tests.running import PATIENCE, SEVEN

pytestmark = pytest.mark.deploy
SLOW = 40  # clients who never finish their handshake


@contextmanager
def started(folder: Path, *options: str) -> Iterator[tuple[int, str]]:
    """The port of a server, and what it told whoever started it."""
    port = free_port()
    environment = os.environ | {"DATA_DIR": str(folder), "RATE_LIMITS": "off", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "app", "serve", "--port", str(port), *options]
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True)
    said = ""
    while "Ctrl+C ends it." not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    try:
        yield port, said
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


@pytest.fixture(scope="module")
def outside() -> str:
    """This machine's address on its network."""
    addresses = network_addresses()
    if not addresses:
        pytest.skip("NOBODY JOINS: this machine is on no network")
    return addresses[0]


@pytest.mark.parametrize("options", [("--lan",), ("--lan", "--tls")], ids=["plain", "encrypted"])
def test_a_phone_draws_by_the_address_that_is_printed(tmp_path, outside, options):
    is_secure = "--tls" in options
    with started(tmp_path, *options) as (port, said), launched() as browser:
        address = f"http{'s' * is_secure}://{outside}:{port}"
        assert f"Phones scan this, for {address}\n" in said and "▄▄▄▄▄" in said
        assert ("nothing is encrypted" in said) != is_secure
        context = browser.new_context(viewport={"width": 390, "height": 844}, ignore_https_errors=True)
        for path in ("/", "/kiosk"):
            sheet = Sheet(context.new_page())
            sheet.page.goto(address + path)
            assert sheet.page.evaluate("isSecureContext") is is_secure
            sheet.mouse(TEN["3"])
            assert sheet.answer() == "3"
            assert sheet.wrong == []


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory) -> Iterator[tuple[int, ssl.SSLContext, str]]:
    """A port, what believes its certificate, and what was said."""
    folder = tmp_path_factory.mktemp("data")
    with started(folder, "--tls") as (port, said):
        yield port, ssl.create_default_context(cafile=folder / "tls" / "certificate.pem"), said


def predict(port: int, context: ssl.SSLContext, body: bytes = SEVEN) -> tuple[int, dict]:
    with closing(http.client.HTTPSConnection("127.0.0.1", port, timeout=PATIENCE, context=context)) as line:
        line.request("POST", "/predict", body, {"Content-Type": "image/png"})
        reply = line.getresponse()
        return reply.status, json.loads(reply.read())


def test_the_certificate_names_this_machine_and_its_fingerprint_is_said(encrypted):
    port, context, said = encrypted
    with context.wrap_socket(socket.create_connection(("127.0.0.1", port)), server_hostname="localhost") as line:
        fingerprint = hashlib.sha256(line.getpeercert(binary_form=True)).hexdigest().upper()
    assert ":".join(fingerprint[at : at + 2] for at in range(0, len(fingerprint), 2)) in said


def test_drawings_photos_and_pages_pass_whole(encrypted):
    port, context, _ = encrypted
    assert {predict(port, context)[1]["digit"] for _ in range(20)} == {7}
    photo = encoded(photo_of_seven(1500), "PNG", compress_level=0)  # megabytes, many records
    assert predict(port, context, photo)[0] == 200
    with urllib.request.urlopen(f"https://127.0.0.1:{port}/script/main.js", context=context) as script:
        body = script.read()
    assert len(body) == int(script.headers["Content-Length"]) and body.endswith(b'modules["main"];\n')
    assert "Strict-Transport-Security" not in script.headers


def test_who_never_finishes_a_handshake_or_speaks_plainly_holds_up_nobody(encrypted):
    port, context, _ = encrypted
    lines = [socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) for _ in range(SLOW)]
    for line in lines[::2]:
        line.sendall(b"\x16\x03\x01")  # the beginning of one
    started_at = time.monotonic()
    assert predict(port, context)[1]["digit"] == 7
    assert time.monotonic() - started_at < PATIENCE / 3
    lines[1].sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    with suppress(ConnectionError):
        assert not lines[1].recv(100).startswith(b"HTTP")
    assert predict(port, context)[1]["digit"] == 7
    for line in lines:
        line.close()


def test_a_certificate_is_kept_until_it_lacks_an_address(tmp_path):
    first = own_certificate(tmp_path, ["10.0.0.1"])
    assert own_certificate(tmp_path, []).fingerprint == own_certificate(tmp_path, ["10.0.0.1"]).fingerprint
    assert first.key.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    assert own_certificate(tmp_path, ["10.0.0.2"]).fingerprint != first.fingerprint
