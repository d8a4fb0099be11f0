"""`GET /metrics`, where METRICS=on: how many requests there were and how long they took, for Prometheus.

Several processes of one server add up in the files of METRICS_DIR, as prometheus-client does it.
"""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask, Response, current_app

from ..errors import SettingError

METRICS = "metrics"  # among an app's extensions
NO_CLIENT = "it needs the package prometheus-client, which deploy/requirements.txt names."
METHODS = {"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH"}  # a made-up one would be a line for ever
OTHER = "other"
BUCKETS = (0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)  # s

metrics = Blueprint("metrics", __name__)


class Metrics:
    """The numbers of one process."""

    def __init__(self, shared: bool) -> None:
        """Raise SettingError without the package."""
        try:
            from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
            from prometheus_client.multiprocess import MultiProcessCollector
        except ImportError as error:
            raise SettingError(name="METRICS", value="on", reason=NO_CLIENT) from error
        own = CollectorRegistry()
        labels = ["method", "route"]
        self._requests = Counter("http_requests", "Requests answered", [*labels, "status"], registry=own)
        self._seconds = Histogram("http_request_seconds", "Work on them", labels, registry=own, buckets=BUCKETS)
        if shared:
            self._registry = CollectorRegistry()
            MultiProcessCollector(self._registry)
        else:
            self._registry = own
            ProcessCollector(registry=own)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        method = method if method in METHODS else OTHER
        self._requests.labels(method, route, status).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self) -> tuple[bytes, str]:
        """Return all numbers as Prometheus reads them, and what it calls that."""
        from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

        return generate_latest(self._registry), CONTENT_TYPE_LATEST


def open_metrics(app: Flask) -> None:
    """Let an app count its requests and say so. Raise SettingError without the package or the folder."""
    folder: Path | None = app.config["METRICS_DIR"]
    if folder and not folder.is_dir():
        raise SettingError(name="METRICS_DIR", value=str(folder), reason="there is no such folder.")
    app.extensions[METRICS] = Metrics(shared=folder is not None)
    app.register_blueprint(metrics)


@metrics.get("/metrics")
def numbers() -> Response:
    """Return the numbers of all processes."""
    text, kind = current_app.extensions[METRICS].text()
    return Response(text, content_type=kind)
