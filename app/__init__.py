"""Eight by Eight: draw a digit and see what a classical model reads in it."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING, Any

from .config import MIB, Settings, limit_blas_threads, share_metrics
from .errors import SettingError
from .memory import give_back_freed
from .paths import PROJECT, STATIC

if TYPE_CHECKING:
    from flask import Flask

    from .normalizer import NistNormalizer
    from .reading.reader import Reader

__all__ = ["NistNormalizer", "Reader", "create_app"]

__version__ = "0.1.0"

FORM_MEMORY = MIB // 4  # bytes of a form's fields that are no files
FORM_PARTS = 100  # of a form: twice the pictures that any page takes, so that whoever sends more is told so


def create_app(settings: Settings | None = None) -> Flask:
    """Return the web application with its reader. Raise SettingError or a ModelError.

    Imports are made here, after BLAS was limited, so that `import app.reading` alone brings no web in.
    """
    limit_blas_threads()
    give_back_freed()
    mimetypes.add_type("text/javascript", ".js")  # some Windows registries say text/plain, and no browser runs that
    from .reading.picture import Limits
    from .reading.reader import Reader
    from .versions import Versions
    from .web import register
    from .web.application import Application
    from .web.served import Serving

    settings = settings or Settings.from_env()
    app = Application(__package__, static_folder=STATIC, template_folder=PROJECT / "templates")
    app.config.update(
        VERSION=__version__,
        MAX_CONTENT_LENGTH=settings.max_body,
        MAX_FORM_MEMORY_SIZE=min(settings.max_body, FORM_MEMORY),
        MAX_FORM_PARTS=FORM_PARTS,
        OWN_CERTIFICATE=False,
        **settings.by_name(),
    )
    versions = Versions(settings.models_dir, settings.data_dir)
    limits = Limits(pixels=settings.max_pixels)
    app.extensions["serving"] = Serving(versions, lambda folder: Reader.open(folder, limits))
    if settings.metrics_dir:
        share_metrics(settings.metrics_dir)
    register(app)
    if settings.presenter:
        _add_event(app, settings)
    _believe_proxies(app, settings.trusted_proxies)
    return app


def _believe_proxies(app: Flask, number: int) -> None:
    """Let an app believe what as many proxies before it say of a request's origin."""
    if number:
        from werkzeug.middleware.proxy_fix import ProxyFix

        believed = ProxyFix(app.wsgi_app, number, number, x_host=number, x_prefix=number)
        app.wsgi_app = believed  # type: ignore[method-assign]  # as Flask's documentation has it


def _add_event(app: Flask, settings: Settings) -> None:
    """Give an app the database and the pages of an event, which another server neither opens nor loads.

    Raise SettingError, StoreError.
    """
    try:
        from .store import open_store
        from .web import event
    except ImportError as error:
        raise SettingError(
            name="PRESENTER",
            value="on",
            reason=f"{error}. 'make event' or pip install 'eight-by-eight[event]' brings it.",
        ) from error
    store = open_store(settings.database_url, settings.data_dir)
    event.init_app(app, store, settings.passcode, settings.keep_days)


def __getattr__(name: str) -> Any:
    """Return `Reader` or `NistNormalizer`, imported when first asked for: a server needs no scikit-learn."""
    if name == "Reader":
        from .reading.reader import Reader

        return Reader
    if name == "NistNormalizer":
        from .normalizer import NistNormalizer

        return NistNormalizer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
