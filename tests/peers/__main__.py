"""`make bench-peers`: the program beside its peers, as a Markdown table and a picture.

All servers run at once, on one processor core, the clients on another; every round asks each of them in turn, so that
whatever else the machine does meets all alike. Medians of the rounds, and of the rounds' ratios.
"""

from __future__ import annotations

import asyncio
import os
import platform
import subprocess
import time
from collections import defaultdict
from contextlib import suppress
from datetime import date
from pathlib import Path
from statistics import median

import click

from app.paths import PROJECT
from tests.bench import by_canvas, five
from tests.peers.asking import Asker, Line, Program, Refused, SentAway, answer
from tests.peers.crowd import asked_by
from tests.peers.drawings import drawings
from tests.peers.figures import Figures, picture_of, table_of
from tests.peers.peers import PEERS, THEIRS, US, Served, all_served, fit, installed, start, surroundings

SIDES = (160, 280)  # px: what the pad posts, and what many tutorials' canvases have
CROWDS = (1, 8, 64)  # clients at once
ASKED = 40  # requests of one round
SHOWN = ("fastapi", "flask", "gradio", "scikit-learn", "uvicorn", "waitress")


def ask_a_round(server: Served, asker: Asker, picture: bytes) -> tuple[float, float]:
    """Return the median ms of a round's answers to one client, and the processor's ms for each question.

    On a machine that has much else to do, who waited for its processor may be sent away.
    """
    waits, before = [], server.worked()
    for _ in range(ASKED):
        began = time.perf_counter()
        with suppress(SentAway):
            answer(asker, server.peer.way(picture))
            waits.append(time.perf_counter() - began)
    asker.close()
    return median(waits) * 1000, (server.worked() - before) / ASKED * 1000


def right(server: Served) -> int:
    """Return how many of the project's own drawings are read right; what is refused is not."""
    read = 0
    for digit, picture in drawings():
        line = Line(server.port)
        with suppress(Refused):
            read += answer(line, server.peer.way(picture)) == digit
        line.close()
    return read


def starts(environment: dict[str, str], rounds: int, picture: bytes, found: Figures) -> None:
    """Measure starts, one server at a time; the first of each has Python compile it and does not count."""
    for number in range(rounds + 1):
        for peer in PEERS:
            seconds = start(peer, environment, picture)
            if number:
                found.starts[peer.name].append(seconds)
            click.echo(f"start of {peer.name}: {seconds:.2f} s", err=True)


def serving(servers: list[Served], rounds: int, seconds: float, found: Figures) -> None:
    """Measure answers, in turn."""
    for side in SIDES:
        picture = by_canvas(five(side))
        for server in servers:
            ask_a_round(server, Line(server.port), picture)
        for _ in range(rounds):
            for server in servers:
                wait, work = ask_a_round(server, Program(server.port), picture)
                found.waits[server.peer.name, side].append(wait)
                found.work[server.peer.name, side].append(work)
                found.bare[server.peer.name, side].append(ask_a_round(server, Line(server.port), picture)[0])
        for clients in CROWDS:
            for _ in range(2):
                for server in servers:
                    crowd = asyncio.run(asked_by(clients, server.port, server.peer.way, picture, seconds))
                    found.rates[server.peer.name, side, clients].append(len(crowd.waits) / seconds)
                    found.sent_away[server.peer.name].append(len(crowd.refusals))
        click.echo(f"{side} px done", err=True)


def machine() -> str:
    """Return on what all this was measured, and when."""
    model = next((line for line in _cpu() if line.startswith("model name")), platform.processor()).partition(": ")[2]
    code = f"from importlib.metadata import version as v; print(*(f'{{n}} {{v(n)}}' for n in {SHOWN}), sep=', ')"
    versions = subprocess.run([THEIRS, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    system = f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores of {model}"
    return f"{system}; {versions}; {date.today():%-d %B %Y}"


def _cpu() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


@click.command()
@click.option("--rounds", default=9, show_default=True, help="Of answers to one client.")
@click.option("--starts", "start_rounds", default=3, show_default=True, help="Of starts.")
@click.option("--seconds", default=2.0, show_default=True, help="That each crowd asks for, twice.")
@click.option("--picture", default=PROJECT / "docs" / "peers.png", type=click.Path(path_type=Path), show_default=True)
def main(rounds: int, start_rounds: int, seconds: float, picture: Path) -> None:
    """Print the table, and write the picture."""
    found = Figures(*(defaultdict(list) for _ in range(len(Figures._fields))))
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    own, theirs = ({cores[0]}, {cores[-1]}) if len(cores) > 1 else (None, None)
    with surroundings() as environment:
        fit(environment)
        starts(environment, start_rounds, by_canvas(five(SIDES[0])), found)
        with all_served(environment, theirs) as servers:
            if own:
                os.sched_setaffinity(0, own)
            for server in servers:
                found.right[server.peer.name] = [right(server)] if server.peer.reads else []
            serving(servers, rounds, seconds, found)
            for server in servers:
                found.memory[server.peer.name] = list(server.memory())
    for peer in PEERS:
        found.sizes[peer.name] = [installed(peer)]
    click.echo(machine() + "\n")
    click.echo(table_of(found, [peer.name for peer in PEERS], len(drawings())))
    for other in (peer.name for peer in PEERS if peer != US):
        for side in SIDES:
            click.echo(found.ratio(US.name, other, side))
    click.echo(f"sent away for a while: { {name: sum(numbers) for name, numbers in found.sent_away.items()} }")
    picture_of(found, [peer.name for peer in PEERS if peer.reads], picture)


if __name__ == "__main__":
    main()
