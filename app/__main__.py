"""The command line: `python -m app COMMAND`. Every command is a few lines over a function."""

from pathlib import Path

import click

from .commands.events import bring_in, export, purge
from .commands.learning import FOUND, PATH, growth, lesson, make_map, search, strokes, train
from .commands.versions import models
from .config import Settings, limit_blas_threads
from .errors import EightByEightError


class Commands(click.Group):
    """Says the program's own errors in one sentence, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Return what the command returns. Raise ClickException for every EightByEightError."""
        try:
            return super().invoke(ctx)
        except EightByEightError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Eight by Eight: draw a digit and see what a classical model reads in it."""


@main.command()
@click.option("--host", help="Address to listen on; 0.0.0.0 lets other devices in.")
@click.option("--port", help="Port to listen on; 0 takes any free one.")
@click.option("--lan", is_flag=True, help="Let the phones of this network in, and print where they go, with a QR code.")
@click.option(
    "--tls", is_flag=True, help="Encrypt, with a certificate of this machine's own; browsers warn of it first."
)
def serve(host: str | None, port: str | None, lan: bool, tls: bool) -> None:
    """Show the pad in a browser until Ctrl+C."""
    from .commands.serve import serve

    if lan and host:
        raise click.UsageError("--lan listens on every address: leave --host out.")
    texts = {"HOST": "0.0.0.0" if lan else host, "PORT": port}
    settings = Settings.from_env().changed({name: text for name, text in texts.items() if text})
    serve(settings, lan, tls)


@main.command()
@click.argument("path", type=PATH)
def allographs(path: Path) -> None:
    """Draw every allograph on PATH, how each varies on its twin "-varied", and families on "-families"."""
    from .commands.allographs import save_families, save_sheets
    from .commands.sheet import check_path
    from .learning.allographs import digits
    from .learning.families import FAMILIES, SIGN_FAMILIES

    check_path(path, "PATH")
    for written in (*save_sheets(path, digits()), save_families(path, (*FAMILIES, *SIGN_FAMILIES))):
        click.echo(written)


@main.command()
@click.argument("paths", type=FOUND, nargs=-1, required=True)
@click.option("--gallery", type=PATH, help="Draw all answers on this picture: black when right, red when wrong.")
@click.option("--compare", type=click.Choice(["naive"]), help="Add the notebook's own recipe beside it.")
def evaluate(paths: tuple[Path, ...], gallery: Path | None, compare: str | None) -> None:
    """Score labelled drawings: folders of pictures, or stroke files."""
    from .commands.gallery import save_gallery
    from .commands.sheet import check_path
    from .learning import evaluate
    from .learning.drawings import labelled_drawings
    from .reading.reader import Reader

    check_path(gallery, "--gallery")
    drawings = list(labelled_drawings(paths))
    if not drawings:
        raise click.ClickException("There is no labelled drawing there: names or folders begin with the digit.")
    predictions = evaluate.predict_by_reader(Reader.open(Settings.from_env().models_dir), drawings)
    click.echo(evaluate.summary(predictions, "Eight by Eight"))
    if compare:
        click.echo(evaluate.summary(evaluate.predict_by_notebook(drawings), "The notebook's recipe"))
    if gallery and (answered := [(str(p.drawing.label), p.answer) for p in predictions if p.answer]):
        save_gallery(gallery, answered)


@main.command()
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option(
    "--gallery", type=PATH, help="Draw the answers on this picture; a name that begins with a digit is checked."
)
def predict(paths: tuple[Path, ...], as_json: bool, gallery: Path | None) -> None:
    """Read pictures of digits: files, or folders of them. The exit code is 1 when one could not be read."""
    limit_blas_threads()
    from .commands.predict import predict
    from .reading.reader import Reader

    reader = Reader.open(Settings.from_env().models_dir)
    raise SystemExit(predict(reader, paths, as_json, gallery))


for command in (train, lesson, make_map, search, growth, strokes, export, bring_in, purge, models):
    main.add_command(command)


if __name__ == "__main__":
    main(prog_name=f"python -m {__package__}")
