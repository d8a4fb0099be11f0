"""The command line: `python -m app COMMAND`. Every command is a few lines over a function."""

from __future__ import annotations

import click

from app import create_app
from app.config import Settings
from app.errors import EightByEightError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Eight by Eight: draw a digit and see what a classical model reads in it."""


@main.command()
@click.option("--host", help="Address to listen on; 0.0.0.0 lets other devices in.")
@click.option("--port", help="Port to listen on; 0 takes any free one.")
def serve(host: str | None, port: str | None) -> None:
    """Show the pad in a browser until Ctrl+C."""
    try:
        settings = Settings.from_env()
        settings = settings.changed(**{name: value for name, value in (("host", host), ("port", port)) if value})
        app = create_app(settings)
    except EightByEightError as error:
        raise click.ClickException(str(error)) from error
    from app.server import Server  # after NumPy was calmed

    try:
        server = Server(app, settings.host, settings.port)
    except OSError as error:
        reason = f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). Choose another with --port."
        raise click.ClickException(reason) from error
    for address in server.addresses:
        click.echo(f"Eight by Eight is at {address}")
    click.echo("Ctrl+C ends it.")
    server.run()


if __name__ == "__main__":
    main(prog_name="python -m app")
