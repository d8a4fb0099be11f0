"""Eight by Eight: draw a digit and see what a classical model reads in it."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from .config import MIB, PROJECT, Settings, calm_numpy

if TYPE_CHECKING:
    from flask import Flask

__version__ = "0.1.0"

FORM_MEMORY = 4 * MIB  # of a form's fields that are no files: as much as fits a picture written as text
FORM_PARTS = 500  # of a form: ten times the pictures that any page takes, so that whoever sends more is told so


def create_app(settings: Settings | None = None) -> Flask:
    """The web application with its reader. Raises SettingError or a ModelError.

    Imports are made here, after NumPy was calmed, so that `import app.reading` alone brings no web in.
    """
    calm_numpy()
    mimetypes.add_type("text/javascript", ".js")  # some Windows registries say text/plain, and no browser runs that
    from flask import Flask

    from .lesson.book import Book
    from .reading.picture import Limits
    from .reading.reader import Reader
    from .web import register

    settings = settings or Settings.from_env()
    app = Flask("app", static_folder=PROJECT / "static", template_folder=PROJECT / "templates")
    app.config.update(
        VERSION=__version__,
        MAX_CONTENT_LENGTH=settings.max_body,
        MAX_FORM_MEMORY_SIZE=min(settings.max_body, FORM_MEMORY),
        MAX_FORM_PARTS=FORM_PARTS,
        RATE_LIMITS=settings.rate_limits,
        ALLOWED_HOSTS=settings.allowed_hosts,
    )
    app.extensions["reader"] = Reader.open(settings.models_dir, Limits(pixels=settings.max_pixels))
    app.extensions["book"] = Book(settings.models_dir)
    register(app)
    return app
