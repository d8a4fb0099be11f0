"""`python -m tests.deploy.phones`: a hundred phones at one laptop's process, each with live answers while it draws."""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time

import click

from tests.deploy.scale import PAD, processor_seconds
from tests.deploy.serving import free_port, running

DRAWINGS = 3  # a minute, of each phone
LIVE = 12  # questions of a drawing: eight a second for a second and a half
PAUSE = 1 / 8  # s between two of them
SEED = 19
REQUEST = (
    f"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: {len(PAD)}\r\n\r\n"
).encode() + PAD


async def phone(
    number: int, port: int, rng: random.Random, until: float, waits: list[float], refused: list[int]
) -> None:
    """Draw, look at the answer, draw again; note how long each answer took, and which was none."""
    own = (f"127.0.1.{number + 1}", 0)  # an address of its own, as on a Wi-Fi
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=own)
    await asyncio.sleep(rng.uniform(0, 60 / DRAWINGS))
    while time.monotonic() < until:
        began = time.monotonic()
        for _ in range(LIVE):
            asked = time.monotonic()
            writer.write(REQUEST)
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split()[0]))
            waits.append(time.monotonic() - asked)
            if head.split()[1] != b"200":
                refused.append(int(head.split()[1]))
            await asyncio.sleep(max(0.0, asked + PAUSE - time.monotonic()))
        await asyncio.sleep(max(0.0, began + rng.uniform(0.8, 1.2) * 60 / DRAWINGS - time.monotonic()))
    writer.close()


async def draw_together(port: int, phones: int, seconds: float) -> tuple[list[float], list[int]]:
    """Return how long each answer took, in s, and the status of each that was none."""
    waits: list[float] = []
    refused: list[int] = []
    until = time.monotonic() + seconds
    await asyncio.gather(*(phone(i, port, random.Random(SEED + i), until, waits, refused) for i in range(phones)))
    return waits, refused


@click.command()
@click.option("--phones", default=100, show_default=True)
@click.option("--seconds", default=120.0, show_default=True)
def main(phones: int, seconds: float) -> None:
    """Print how long the answers took."""
    port = free_port()
    with running(port, sys.executable, "-m", "app", "serve", "--port", port) as server:
        before, began = processor_seconds(server.pid), time.monotonic()
        waits, refused = asyncio.run(draw_together(port, phones, seconds))
        busy = (processor_seconds(server.pid) - before) / (time.monotonic() - began)
    cuts = [1000 * one for one in statistics.quantiles(waits, n=1000)]
    click.echo(f"{phones} phones, {len(waits)} answers, {len(refused)} refused; processor {busy:.0%} of a core")
    click.echo(
        f"median {cuts[499]:.0f} ms, p95 {cuts[949]:.0f} ms, p99 {cuts[989]:.0f} ms, longest {1000 * max(waits):.0f}"
    )


if __name__ == "__main__":
    main()
