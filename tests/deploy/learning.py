"""`python -m tests.deploy.learning`: an event of thirty writers, and what the model is worth that learnt from it.

Six minutes on two quiet cores: it prints the table of docs/performance.md.
"""

from __future__ import annotations

from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result

from app.__main__ import main
from tests.learning.writers import drawn_by
from tests.web.event import Presenter, event_app

WRITERS = 30


def hold_event(folder: Path, writers: int = WRITERS) -> None:
    """Let writers draw ten digits each at an event that keeps drawings."""
    app = event_app(folder)
    Presenter(app).signed_in().begin()
    visitor = app.test_client()
    for drawn in drawn_by(writers):
        visit = md5(str(drawn.writer).encode()).hexdigest()
        reply = visitor.post(
            f"/drawings?label={drawn.label}&keep=1&visit={visit}", data=drawn.png, content_type="image/png"
        )
        assert reply.status_code == 201
    app.extensions["event_state"].store.close()


def run(folder: Path, *words: str) -> Result:
    """What a command says."""
    return CliRunner().invoke(main, words, env={"DATA_DIR": str(folder), "DATABASE_URL": ""})


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        hold_event(Path(place))
        for words in (("train", "--with-drawings", "--activate"), ("models",)):
            print(run(Path(place), *words).output)
