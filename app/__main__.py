"""The command line: `python -m app COMMAND`. Every command is a few lines over a function."""

from __future__ import annotations

from pathlib import Path

import click

from . import create_app
from .config import PROJECT, Settings, calm_numpy
from .errors import EightByEightError

PATH = click.Path(path_type=Path)
FOUND = click.Path(path_type=Path, exists=True)
TEST_DRAWINGS = PROJECT / "tests" / "drawings"  # what the lesson measures both roads on, where it is there


class Commands(click.Group):
    """Says the program's own errors in one sentence, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Return what the command returns. Raises ClickException for every EightByEightError."""
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
def serve(host: str | None, port: str | None) -> None:
    """Show the pad in a browser until Ctrl+C."""
    settings = Settings.from_env()
    settings = settings.changed(**{name: value for name, value in (("host", host), ("port", port)) if value})
    app = create_app(settings)
    from .server import Server  # after NumPy was calmed

    try:
        server = Server(app, settings.host, settings.port)
    except OSError as error:
        reason = f"Cannot listen on {settings.host}:{settings.port} ({error.strerror}). Choose another with --port."
        raise click.ClickException(reason) from error
    for address in server.addresses:
        click.echo(f"Eight by Eight is at {address}")
    click.echo("Ctrl+C ends it.")
    server.run()


@main.command()
@click.option(
    "--drawings", type=FOUND, multiple=True, help="A folder or stroke file of labelled drawings to learn too."
)
def train(drawings: tuple[Path, ...]) -> None:
    """Fit the model in models/ anew: the same, byte for byte, on the same versions."""
    from .learning.material import inks
    from .learning.training import STAGES, train
    from .lesson import measuring

    models = Settings.from_env().models_dir
    with click.progressbar(length=STAGES + measuring.STAGES, label="Training", item_show_func=str) as bar:
        material = train(models, inks(drawings), lambda stage: bar.update(1, stage))
        measuring.measure(models, TEST_DRAWINGS, material.digits, lambda stage: bar.update(1, stage))


@main.command()
def lesson() -> None:
    """Measure the lesson's numbers anew, beside the model that lies in models/."""
    from .lesson import measuring

    measuring.measure(Settings.from_env().models_dir, TEST_DRAWINGS, tell=click.echo)


@main.command()
def search() -> None:
    """Choose the kernel's C and gamma by grouped cross-validation; `train` uses what is found."""
    from .learning.searching import search, thinned
    from .learning.training import gather

    best = search(thinned(gather().digits), Settings.from_env().models_dir, click.echo)
    click.echo(f"Best: {best}")


@main.command()
def growth() -> None:
    """Show how fitting time and support vectors grow with the number of samples."""
    from .learning.growth import grow
    from .learning.searching import best
    from .learning.training import gather

    click.echo("| samples | seconds to fit | support vectors |\n|--:|--:|--:|")
    for size in grow(gather().digits, *best(Settings.from_env().models_dir)):
        click.echo(f"| {size.samples} | {size.seconds:.1f} | {size.vectors} |")


@main.command()
@click.argument("path", type=PATH)
def allographs(path: Path) -> None:
    """Draw every allograph on PATH, and how each varies on PATH's twin "-varied"."""
    from .commands.gallery import check_gallery
    from .learning.allographs import digits
    from .learning.canvas import varied
    from .learning.sheet import sheet

    check_gallery(path, "PATH")
    for written in sheet(path, digits(), varied()):
        click.echo(written)


@main.command()
@click.argument("paths", type=FOUND, nargs=-1, required=True)
@click.option("--gallery", type=PATH, help="Draw all answers on this picture: black when right, red when wrong.")
@click.option("--compare", type=click.Choice(["naive"]), help="Add the notebook's own recipe beside it.")
def evaluate(paths: tuple[Path, ...], gallery: Path | None, compare: str | None) -> None:
    """Score labelled drawings: folders of pictures, or stroke files."""
    from .commands.gallery import check_gallery, save_gallery
    from .learning import evaluating
    from .learning.material import labelled
    from .reading.reader import Reader

    check_gallery(gallery)
    drawings = list(labelled(paths))
    if not drawings:
        raise click.ClickException("There is no labelled drawing there: names or folders begin with the digit.")
    judged = evaluating.judge(Reader.open(Settings.from_env().models_dir), drawings)
    click.echo(evaluating.summary(judged, "Eight by Eight"))
    if compare:
        click.echo(evaluating.summary(evaluating.naive(drawings), "The notebook's recipe"))
    if gallery and (answered := [(str(j.drawing.label), j.answer) for j in judged if j.answer]):
        save_gallery(gallery, answered)


@main.command()
@click.argument("paths", type=PATH, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option(
    "--gallery", type=PATH, help="Draw the answers on this picture; a name that begins with a digit is checked."
)
def predict(paths: tuple[Path, ...], as_json: bool, gallery: Path | None) -> None:
    """Read pictures of digits: files, or folders of them. The exit code is 1 when one could not be read."""
    calm_numpy()
    from .commands.predict import predict
    from .reading.reader import Reader

    reader = Reader.open(Settings.from_env().models_dir)
    raise SystemExit(predict(reader, paths, as_json, gallery))


if __name__ == "__main__":
    main(prog_name="python -m app")
