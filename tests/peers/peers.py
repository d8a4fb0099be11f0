"""Who is measured, and as a process of its own: started, asked once, weighed and ended."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.paths import PROJECT
from tests.deploy.scale import family
from tests.deploy.serving import free_port
from tests.peers.asking import Line, Way, answer, as_a_form, as_it_is, past_the_queue, through_the_queue

OURS, THEIRS = sys.executable, str(PROJECT / ".venv" / "peers" / "bin" / "python")
SERVED = PROJECT / "tests" / "peers" / "served"
LONGEST_START = 300  # s: of one that Python compiles first, on a machine that has much to do
SOON = 0.002  # s between two looks whether somebody listens yet
READING = ("scikit-learn", "scikit-image")  # what every tutorial's reader needs
PROGRAM = ("app", "static", "templates", "models")  # what is ours of an installation


@dataclass(frozen=True)
class Peer:
    """A server, and how it is asked."""

    name: str
    command: tuple[str, ...]  # before the port
    way: Way
    installed: tuple[str, ...] = ()  # the distributions that it is made of
    reads: bool = True

    @property
    def python(self) -> str:
        """Return the Python of its environment."""
        return self.command[0]


def _tutorial(framework: str) -> tuple[str, ...]:
    return THEIRS, str(SERVED / f"with_{framework}.py")


US = Peer("Eight by Eight", (OURS, "-m", "app", "serve", "--port"), as_it_is)
FLOOR = Peer("a bare WSGI server", (OURS, str(SERVED / "floor.py")), as_it_is, ("waitress",), reads=False)
FLASK = Peer("Flask, as tutorials have it", _tutorial("flask"), as_a_form, ("flask", "waitress", *READING))
FASTAPI = Peer(
    "FastAPI, the same", _tutorial("fastapi"), as_a_form, ("fastapi", "uvicorn", "python-multipart", *READING)
)
GRADIO = Peer("Gradio, the same", _tutorial("gradio"), through_the_queue, ("gradio", *READING))
GRADIO_QUICK = Peer("Gradio, past its queue", _tutorial("gradio"), past_the_queue, ("gradio", *READING))
PEERS = (FLOOR, US, FLASK, FASTAPI, GRADIO, GRADIO_QUICK)


class Served:
    """A peer that listens."""

    def __init__(self, peer: Peer, process: subprocess.Popen[bytes], port: int) -> None:
        self.peer, self.process, self.port = peer, process, port

    def worked(self) -> float:
        """Return for how many seconds its processes have had a processor."""
        tasks = (path for pid in family(self.process.pid) for path in Path(f"/proc/{pid}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> tuple[float, float]:
        """Return the MiB that its processes hold: resident, and their share of what they have in common with others."""
        texts = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in family(self.process.pid)]
        sums = (sum(int(text.partition(f"\n{name}:")[2].split()[0]) for text in texts) for name in ("Rss", "Pss"))
        resident, share = (kibibytes / 1024 for kibibytes in sums)
        return resident, share


@contextmanager
def surroundings() -> Iterator[dict[str, str]]:
    """What all servers find in their environment: a fitted model, one thread of BLAS, and what Python compiled of them
    kept in a folder, so that every start but the first is as it is on a user's machine."""
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model.joblib")
        kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield kept | {
            "MODEL": model,
            "OPENBLAS_NUM_THREADS": "1",
            "RATE_LIMITS": "off",  # no other has any
            "GRADIO_ANALYTICS_ENABLED": "False",
            "PYTHONPYCACHEPREFIX": folder,
        }


def fit(environment: dict[str, str]) -> None:
    """Fit what the tutorials' readers read with."""
    subprocess.run([THEIRS, str(SERVED / "fit.py"), environment["MODEL"]], check=True, env=environment)


@contextmanager
def served(peer: Peer, environment: dict[str, str], cores: set[int] | None = None) -> Iterator[Served]:
    """A peer in a process of its own, on these processor cores, from the moment that it listens."""
    port = free_port()
    if cores and hasattr(os, "sched_setaffinity"):
        mine = os.sched_getaffinity(0)
        os.sched_setaffinity(0, cores)  # a child's are its parent's
    with subprocess.Popen(
        [*peer.command, str(port)], cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        if cores and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, mine)
        try:
            _wait(process, port)
            yield Served(peer, process, port)
        finally:
            process.kill()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + LONGEST_START
    while True:
        try:
            Line(port).close()
            return
        except ConnectionError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(SOON)


def start(peer: Peer, environment: dict[str, str], picture: bytes) -> float:
    """Return the seconds from a peer's start to its first answer."""
    began = time.perf_counter()
    with served(peer, environment) as server:
        answer(Line(server.port), peer.way(picture))
        return time.perf_counter() - began


@contextmanager
def all_served(environment: dict[str, str], cores: set[int] | None) -> Iterator[list[Served]]:
    """Every peer at once, idle but for the one that is asked."""
    with ExitStack() as stack:
        yield [stack.enter_context(served(peer, environment, cores)) for peer in PEERS]


def installed(peer: Peer) -> float:
    """Return the MiB that a peer takes on the disk, Python itself excepted."""
    names, own = peer.installed, 0
    if not names:
        text = (PROJECT / "requirements.txt").read_text(encoding="utf-8")
        names = tuple(line.partition("==")[0] for line in text.splitlines() if "==" in line)
        own = sum(path.stat().st_size for folder in PROGRAM for path in (PROJECT / folder).rglob("*") if path.is_file())
    command = [peer.python, str(SERVED / "size.py"), *names]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) + own / 2**20
