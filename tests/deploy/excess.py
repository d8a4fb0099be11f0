"""`python -m tests.deploy.excess`: four times as many drawings as a process can read; how long who gets in waits.

First as many phones as there are threads ask without a pause: that is what it can do. Then many phones, each with an
address of its own, ask at random moments, whatever became of the others' questions.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from dataclasses import dataclass, field
from statistics import quantiles

import click

from app.web.turns import THREADS
from tests.deploy.phones import REQUEST
from tests.deploy.serving import free_port, running

PHONES = 400  # so that each has its answer before it asks again
WARMING = 1.0  # s until the server knows its own pace, which do not count
SEED = 19


@dataclass
class Asked:
    """What became of the questions, in s each."""

    answered: list[float] = field(default_factory=list)
    sent_away: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        """Questions a second."""
        return (len(self.answered) + len(self.sent_away)) / self.seconds

    def __str__(self) -> str:
        some = (
            f"{what} {len(spans)}, median {cut(spans, 50):.0f} ms, p99 {cut(spans, 99):.0f} ms"
            for what, spans in (("answered", self.answered), ("sent away", self.sent_away))
            if len(spans) > 1
        )
        return f"{self.rate:.0f} a second: {'; '.join(some)}"


def cut(spans: list[float], percent: int) -> float:
    """So many of a hundred took no longer, in ms."""
    return 1000 * quantiles(spans, n=100)[percent - 1]


async def phone(number: int, port: int, pause: float, begins: float, ends: float, asked: Asked) -> None:
    """Ask with random pauses of so many seconds on average, and note what counts."""
    rng, own = random.Random(SEED + number), (f"127.0.{1 + number // 250}.{number % 250 + 1}", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=own)
    due = time.monotonic() + (rng.expovariate(1 / pause) if pause else 0)
    while due < ends:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        sent = time.monotonic()
        writer.write(REQUEST)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split()[0]))
        status, now = int(head.split()[1]), time.monotonic()
        assert status in (200, 429, 503), head
        if sent >= begins:
            (asked.answered if status == 200 else asked.sent_away).append(now - sent)
        due = max(due + rng.expovariate(1 / pause), now) if pause else now
    writer.close()


async def ask(port: int, phones: int, rate: float, seconds: float) -> Asked:
    """What becomes of so many questions a second; with 0, of as many as are answered."""
    begins = time.monotonic() + WARMING
    asked = Asked(seconds=seconds)
    pause = phones / rate if rate else 0.0
    await asyncio.gather(*(phone(one, port, pause, begins, begins + seconds, asked) for one in range(phones)))
    return asked


def measure(times: float, seconds: float) -> tuple[Asked, Asked]:
    """What one process does at its ease, and with so many times as much."""
    port = free_port()
    with running(port, sys.executable, "-m", "app", "serve", "--port", port, RATE_LIMITS="off"):
        can = asyncio.run(ask(port, THREADS, 0, seconds))
        return can, asyncio.run(ask(port, PHONES, times * len(can.answered) / seconds, seconds))


@click.command()
@click.option("--times", default=4.0, show_default=True, help="What the process can do.")
@click.option("--seconds", default=10.0, show_default=True)
def main(times: float, seconds: float) -> None:
    """Print how long who was answered waited, and who was not."""
    can, excess = measure(times, seconds)
    click.echo(f"{THREADS} phones without a pause, {can}")
    click.echo(f"{PHONES} phones, {excess}")


if __name__ == "__main__":
    main()
