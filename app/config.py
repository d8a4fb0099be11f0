"""The settings, read once from the environment. Nothing else in the program looks there.

By hand, because pydantic-settings brings six packages for eight fields and refuses with a list instead of a sentence.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from . import parsers
from .errors import SettingError
from .paths import MODELS

MIB = 1024 * 1024  # bytes


def _setting(name: str, default: str, doc: str, parse: Callable[[str], Any], value: object = None) -> Any:
    """Return a field whose default is the text's value, or the one given."""
    metadata = {"name": name, "default": default, "doc": doc, "parse": parse}
    return field(default=parse(default) if value is None else value, metadata=metadata)


@dataclass(frozen=True)
class Settings:
    """What can be set from outside; every field knows its variable, its default and what it is for."""

    host: str = _setting("HOST", "127.0.0.1", "the address to listen on; 0.0.0.0 lets other devices in", parsers.name)
    port: int = _setting("PORT", "8000", "the port to listen on; 0 takes any free one", parsers.number(0, 65535))
    models_dir: Path = _setting(  # noqa: RUF009 - a Path never changes
        "MODELS_DIR", "models", "the folder of the trained model", parsers.folder, MODELS
    )
    data_dir: Path = _setting(  # noqa: RUF009 - a Path never changes
        "DATA_DIR", "data", "the folder for what an event keeps, and what was learnt from it", parsers.folder
    )
    rate_limits: bool = _setting(
        "RATE_LIMITS", "on", "off lets one address send as many drawings as it likes", parsers.switch
    )
    rate_store: str = _setting(
        "RATE_STORE", "memory://", "where requests are counted; redis://… shares it between processes", parsers.store
    )
    trusted_proxies: int = _setting(
        "TRUSTED_PROXIES",
        "0",
        "how many proxies stand before it, whose X-Forwarded headers are believed",
        parsers.number(0, 10),
    )
    log_requests: bool = _setting(
        "LOG_REQUESTS", "off", "on writes one line of JSON a request: id, method, route, status, ms", parsers.switch
    )
    metrics: bool = _setting("METRICS", "off", "on answers /metrics, for Prometheus", parsers.switch)
    metrics_dir: Path | None = _setting(  # noqa: RUF009 - a Path never changes
        "METRICS_DIR",
        "",
        "the folder in which several processes add up their metrics, emptied at each start",
        parsers.optional,
    )
    max_body: int = _setting("MAX_BODY", "16777216", "the largest request, in bytes", parsers.number(1024, 1024 * MIB))
    max_pixels: int = _setting(
        "MAX_PIXELS",
        "15000000",
        "the most pixels of a picture, of a JPEG once reduced",
        parsers.number(64, 100_000_000),
    )
    fresh_sheet: int = _setting(
        "FRESH_SHEET",
        "4",
        "seconds after an answer from which on a stroke begins a fresh sheet; 0 for never",
        parsers.number(0, 600),
    )
    kiosk_idle: int = _setting(
        "KIOSK_IDLE",
        "45",
        "seconds without a touch until the kiosk asks whether somebody is there; 0 for never",
        parsers.number(0, 3600),
    )
    kiosk_code: str = _setting(
        "KIOSK_CODE", "", "digits that leave the kiosk; without them a long press does", parsers.code
    )
    allowed_hosts: tuple[str, ...] = _setting(
        "ALLOWED_HOSTS",
        "",
        "names this site may be called by, with commas; this machine's own always work",
        parsers.names,
    )
    allowed_origins: tuple[str, ...] = _setting(
        "ALLOWED_ORIGINS",
        "",
        "origins like https://school.example, with commas, whose pages may have drawings read",
        parsers.origins,
    )
    frame_ancestors: tuple[str, ...] = _setting(
        "FRAME_ANCESTORS",
        "",
        "such origins, or * for any, whose pages may show /embed in a frame; without them there is no /embed",
        parsers.ancestors,
    )

    presenter: bool = _setting(
        "PRESENTER", "off", "on opens the presenter's page, events and their database", parsers.switch
    )
    passcode: str = _setting(
        "PRESENTER_PASSCODE",
        "",
        "opens the presenter's page; without one it is random, and said at the start",
        parsers.passcode,
    )
    database_url: str = _setting(
        "DATABASE_URL", "", "the events' database, as postgresql://…; without one a file in DATA_DIR", str.strip
    )
    keep_days: int = _setting(
        "KEEP_DAYS", "30", "days until a kept drawing is deleted; its count stays", parsers.number(1, 3650)
    )

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Return the settings that an environment asks for, the process's own by default. Raise SettingError."""
        return cls().changed(os.environ if environ is None else environ)

    def by_name(self) -> dict[str, Any]:
        """Return every value under the name of its variable."""
        return {one.metadata["name"]: getattr(self, one.name) for one in fields(self)}

    def changed(self, texts: Mapping[str, str]) -> Settings:
        """Return the same settings but for those whose variables have a text. Raise SettingError."""
        chosen = {one.name: _parsed(one, texts) for one in fields(self) if one.metadata["name"] in texts}
        return replace(self, **chosen)


def limit_blas_threads() -> None:
    """Limit NumPy's BLAS to one thread: with more, small products wait for each other and throughput falls tenfold.

    Works only before NumPy is imported.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def share_metrics(folder: Path) -> None:
    """Let prometheus-client add up in a folder. Works only before it is imported."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def _parsed(one: Field[Any], texts: Mapping[str, str]) -> Any:
    name = one.metadata["name"]
    try:
        return one.metadata["parse"](texts[name])
    except ValueError as error:
        raise SettingError(name=name, value=texts[name], reason=f"{error}.") from error
