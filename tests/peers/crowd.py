"""Many clients at once, each asking again as soon as it has its answer."""

from __future__ import annotations

import asyncio
import time

from tests.peers.asking import Refused, SentAway, Way, body_of

AGAIN = 1.0  # s until who was sent away asks again, as he was told


class Crowd:
    """What becomes of the questions of many."""

    def __init__(self, way: Way, picture: bytes) -> None:
        self.way, self.picture = way, picture
        self.waits: list[float] = []  # s, of those that were answered
        self.refusals: list[float] = []  # s, of those that were sent away
        self.failed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def fail(self, error: Exception) -> None:
        """End the whole measurement."""
        if not self.failed.done():
            self.failed.set_exception(error)


class Client(asyncio.Protocol):
    """One of a crowd: asks again as soon as it has its answer, or when it was told to."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._begin()

    def data_received(self, data: bytes) -> None:
        self._received += data
        try:
            body = body_of(self._received)
            if body is not None:
                self._received = b""
                self._transport.write(self._dialogue.send(body).wire)
        except StopIteration:
            self._crowd.waits.append(time.perf_counter() - self._asked)
            self._begin()
        except SentAway:
            self._crowd.refusals.append(time.perf_counter() - self._asked)
            asyncio.get_running_loop().call_later(AGAIN, self._begin)
        except (Refused, ValueError) as error:
            self._crowd.fail(error)

    def connection_lost(self, error: Exception | None) -> None:
        self._crowd.fail(ConnectionError("the server hung up"))

    def _begin(self) -> None:
        self._received = b""
        self._dialogue, self._asked = self._crowd.way(self._crowd.picture), time.perf_counter()
        self._transport.write(next(self._dialogue).wire)


async def asked_by(clients: int, port: int, way: Way, picture: bytes, seconds: float) -> Crowd:
    """Return what became of the questions of so many clients, who asked without a pause. Raise Refused."""
    loop, crowd = asyncio.get_running_loop(), Crowd(way, picture)
    made = [await loop.create_connection(lambda: Client(crowd), "127.0.0.1", port) for _ in range(clients)]
    await asyncio.wait([crowd.failed], timeout=seconds)
    if crowd.failed.done():
        crowd.failed.result()
    crowd.failed.cancel()
    for transport, _ in made:
        transport.abort()
    return crowd
