"""Gunicorn on Linux: `gunicorn -c deploy/gunicorn.conf.py 'app:create_app()'`, behind nginx.conf or another proxy."""

import os
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy: with more, small products wait for each other

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WORKERS", os.cpu_count() or 1))  # each reads on one core
worker_class = "gthread"
threads = 8  # as under waitress: half of them at most do heavy work
preload_app = True  # the model is opened once, before the workers part
graceful_timeout = 9  # s for what is under way: a container is killed after ten
keepalive = 75  # s: longer than nginx keeps its own lines open, so that none is cut while it is used
limit_request_line = 4096  # bytes
limit_request_field_size = 8190  # bytes of one header
limit_request_fields = 64
control_socket_disable = True  # nothing is written anywhere
forwarded_allow_ips = ""  # what proxies say is believed by TRUSTED_PROXIES alone

METRICS_DIR = os.environ.get("METRICS_DIR")
for old in Path(METRICS_DIR).glob("*.db") if METRICS_DIR else ():
    old.unlink()  # of processes before the last start


def child_exit(server, worker) -> None:
    """Let the metrics forget what a worker that has ended was doing."""
    if METRICS_DIR:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid, METRICS_DIR)


def worker_exit(server, worker) -> None:
    """End a worker that was asked to, with all answered, before Python takes apart what the system frees anyway.

    That is half a second of processor, which on a busy machine outlasts what a container has to end.
    """
    if worker.booted and not worker.alive:
        os._exit(0)


def when_ready(server) -> None:
    """Say the random passcode once: all workers have it from the database that they share."""
    settings = server.app.wsgi().config
    if settings["PRESENTER"] and not settings["PRESENTER_PASSCODE"]:
        server.log.info("The presenter's page is /presenter, its passcode %s", settings["PASSCODE"])
