"""`python -m tests.deploy.workers`: how many drawings two of gunicorn's workers read, and how many one does."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from statistics import median

import click

from tests.deploy.excess import ask
from tests.deploy.scale import GUNICORN
from tests.deploy.serving import free_port, running

PHONES = 16  # that ask without a pause: a line of theirs stays with one worker, few may all be at the same
COUNTS = (1, 2)  # workers


def answered(port: int, seconds: float) -> float:
    """How many drawings are answered a second. Whom the server sends away is not counted."""
    asked = asyncio.run(ask(port, PHONES, 0, seconds))
    return len(asked.answered) / seconds


@click.command()
@click.option("--rounds", default=5, show_default=True, help="In each both are asked, one after the other.")
@click.option("--seconds", default=5.0, show_default=True, help="For each, in each round.")
def main(rounds: int, seconds: float) -> None:
    """Print the medians, and that of the rounds' ratios. The phones are a process of their own: they take a little."""
    with ExitStack() as stack:
        ports = []
        for count in COUNTS:
            ports.append(free_port())
            settings = {"BIND": f"127.0.0.1:{ports[-1]}", "WORKERS": str(count), "RATE_LIMITS": "off"}
            stack.enter_context(running(ports[-1], *GUNICORN, **settings))
        found = [[answered(port, seconds) for port in ports] for _ in range(rounds)]
    one, two = (median(rates) for rates in zip(*found, strict=True))
    times = median(second / first for first, second in found)
    click.echo(f"one worker {one:.0f} drawings a second, two {two:.0f}: {times:.2f} times as many")


if __name__ == "__main__":
    main()
