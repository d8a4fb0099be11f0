"""TLS under waitress, which has none: each connection's socket is wrapped as it comes, and never waited for.

The handshake is made by the first reads, so that a slow client holds up nobody. One lock for each connection: a thread
may write while the loop reads, and OpenSSL allows one at a time.
"""

from __future__ import annotations

import socket
import ssl
import time
from threading import RLock
from typing import Any

from .connections import Channel

LATER = (ssl.SSLWantReadError, ssl.SSLWantWriteError)  # the socket is not ready; the loop will say when it is


class TlsChannel(Channel):
    """One client's connection, on a socket that is wrapped already."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self._turn = RLock()
        super().__init__(*args, **options)

    def handle_read(self) -> None:
        """Take in what the client sent, if it is whole enough to be decrypted."""
        try:
            data = self.recv(self.adj.recv_bytes)
        except LATER:
            return
        except OSError:  # a client that refuses the certificate, or speaks something else
            self.handle_close()
            return
        self.last_activity = time.time()
        if data:
            self.received(data)
        else:
            self.connected = False

    def recv(self, buffer_size: int) -> bytes:
        """Return all that is decrypted: what stays behind would wake nobody. Raise SSLWantReadError."""
        with self._turn:
            data = bytes(super().recv(buffer_size))
            while data and (more := self.socket.pending()):
                data += self.socket.recv(more)
        return data

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Return how many bytes were sent; 0 when the socket is not ready."""
        with self._turn:
            try:
                return int(super().send(data, do_close))
            except LATER:
                return 0


def open_channel(server: Any, sock: socket.socket, *args: Any, **options: Any) -> TlsChannel | None:
    """Return the connection of a client who has just come, encrypted by the server's `tls`; None who has gone again."""
    sock.setblocking(False)
    try:
        wrapped = server.tls.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
    except OSError:
        sock.close()
        return None
    return TlsChannel(server, wrapped, *args, **options)
