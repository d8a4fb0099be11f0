"""`python -m app serve`: the server, and what whoever starts it is told."""

from __future__ import annotations

import sys
from secrets import randbelow
from typing import TYPE_CHECKING

import click

from .. import create_app
from ..config import Settings
from ..joining import qr_text
from ..memory import looking_for_no_garbage

if TYPE_CHECKING:
    from ..certificate import Certificate
    from ..server import Server

WARNING = (
    "Whoever is on this network can open these pages and draw. What they draw is {kept}{secret}.\n"
    "Where you do not trust the network, stop this with Ctrl+C and start it without --lan."
)
FORGOTTEN = "read and forgotten"
AGREED = "kept only where the presenter and they themselves agree"
OPEN = ", but others on the network could look on: nothing is encrypted"
NOBODY = "This machine is on no network that phones could be on: join a Wi-Fi, or make a hotspot, and start again."
CODE_DIGITS = 4  # of a kiosk's code that nobody set


def serve(settings: Settings, lan: bool, tls: bool) -> None:
    """Serve until Ctrl+C. Raise ClickException where the address is taken, SettingError as `own_certificate` does."""
    if lan and not settings.kiosk_code:
        settings = settings.changed({"KIOSK_CODE": f"{randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"})
    with looking_for_no_garbage():
        app = create_app(settings)
        from ..server import Server  # after BLAS was limited

    certificate = _certificate(settings) if tls else None
    app.config["OWN_CERTIFICATE"] = tls
    try:
        server = Server(app, settings.host, settings.port, certificate and certificate.context())
    except OSError as error:
        reason = f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). Choose another with --port."
        raise click.ClickException(reason) from error
    app.config["ADDRESSES"] = server.addresses
    _announce(server, lan, certificate, AGREED if settings.presenter else FORGOTTEN)
    if settings.presenter:
        click.echo(f"The presenter's page is {server.addresses[0]}/presenter, its passcode {app.config['PASSCODE']}")
    if lan:
        click.echo(f"A stand's screen shows /kiosk; the code that leaves it is {settings.kiosk_code}.")
    click.echo("Ctrl+C ends it.")
    server.run()


def _certificate(settings: Settings) -> Certificate:
    from ..certificate import own_certificate
    from ..joining import network_addresses

    return own_certificate(settings.data_dir, network_addresses())


def _announce(server: Server, lan: bool, certificate: Certificate | None, kept: str) -> None:
    """Say where the server is; to phones on the network too, and what that means."""
    for address in server.addresses:
        click.echo(f"Eight by Eight is at {address}")
    if certificate:
        click.echo(f"Browsers warn of its certificate, whose SHA-256 is\n{certificate.fingerprint}")
    if not lan:
        return
    click.echo(WARNING.format(kept=kept, secret="" if certificate else OPEN))
    if len(server.addresses) == 1:
        click.echo(NOBODY)
        return
    click.echo(f"Phones scan this, for {server.addresses[1]}")
    try:
        click.echo(qr_text(server.addresses[1], sys.stdout.isatty()), color=True)
    except UnicodeEncodeError:  # a log, or a console, that has no such letters
        click.echo("(This terminal cannot show the QR code.)")
