"""A request on its way in under waitress: its head, and its body, which stays in memory.

Waitress puts a large body on the disk, which may be full: here all bodies share so much memory, and what is beyond the
limits is received and forgotten, so that its sender gets an answer and no broken line. An address that makes no sense
breaks the line: here it gets a 400. A body in chunks may be all chunk sizes and no body: here that gets one too.
"""

from __future__ import annotations

from threading import Lock

from waitress.buffers import BytesIOBasedBuffer
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import BadRequest

SPARE_BODY = 2  # times the largest body is still received
SMALL_BODY = 64 * 1024  # bytes of each that there is always room for: a drawing has a few thousand
MOST_HELD = 64 * 1024 * 1024  # bytes of all bodies together, beyond these
AROUND = 16 * 1024  # bytes of chunk sizes and trailers that every body may have around it
PART_AROUND = 1 / 8  # of it, beyond these: chunks of fifty; programs send thousands, and each chunk costs


class Held:
    """How many bytes all bodies hold."""

    def __init__(self) -> None:
        self._total = 0
        self._lock = Lock()

    def take(self, size: int) -> bool:
        """Return whether so many more bytes may be held, and count them if so."""
        with self._lock:
            fits = self._total + size <= MOST_HELD
            self._total += size if fits else 0
        return fits

    def give(self, size: int) -> None:
        """Count so many bytes less."""
        with self._lock:
            self._total -= size


HELD = Held()


class Body(BytesIOBasedBuffer):  # type: ignore[misc]  # waitress ships no types
    """A request's body on its way in, of at most so many bytes; what there is more of it is counted only."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.is_crowded_out = False
        self._most = most
        self._received = self._held = 0

    def append(self, data: bytes) -> None:
        """Take in more of it."""
        self._received += len(data)
        counted = len(data) if self._received > SMALL_BODY else 0
        if self._received > self._most:
            self.close()
        elif not self.is_crowded_out and HELD.take(counted):
            self._held += counted
            super().append(data)
        else:
            self.is_crowded_out = True
            self.close()

    def __len__(self) -> int:
        """Return how much was sent."""
        return self._received

    def close(self) -> None:
        """Forget what came."""
        HELD.give(self._held)
        self._held = 0
        self.file = self.newfile()

    def __del__(self) -> None:
        HELD.give(self._held)


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """A request on its way in."""

    path = command = ""  # of one that makes no sense
    completed: bool = False

    def parse_header(self, header_plus: bytes) -> None:
        """Take the head of a request. Raise ParsingError, which is answered, for whatever makes no sense."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address such as http://[
            raise ParsingError(str(error)) from error
        if self.body_rcv is not None:  # an empty one is false
            self.body_rcv.buf = Body(self.adj.max_request_body_size // SPARE_BODY)

    def received(self, data: bytes) -> int:
        """Return how many bytes of what came belong to this request, which is over where they are all framing."""
        taken: int = super().received(data)
        if self.chunked and not self.completed and self._has_too_much_around():
            self.error = BadRequest("hardly anything in its chunks")
            self.completed = True
        return taken

    def _has_too_much_around(self) -> bool:
        body = len(self.body_rcv)
        return bool(self.body_bytes_received - body > AROUND + PART_AROUND * body)


class Unread(Parser):
    """What comes behind more requests than one may send ahead: nobody looks at it."""

    def received(self, data: bytes) -> int:
        """Return that all of it was taken."""
        return len(data)
