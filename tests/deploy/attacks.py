"""What a stranger sends to keep others from drawing, on and on: `python -m tests.deploy.attacks NAME PORT ADDRESS`."""

from __future__ import annotations

import json
import socket
import sys
from collections import deque
from threading import Thread
from time import sleep

from tests.pictures import encoded, seven
from tests.running import SEVEN, read_reply

WAIT = 30  # s for a reply
MOST_KEPT = 200  # lines that stay open,
PAUSE = 0.02  # s until one more takes the place of the oldest
SMALL_WINDOW = 2048  # bytes that one who takes no reply lets come
MB = 1_000_000
CHUNKED = b"POST /predict HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"


def post(path: str, kind: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def look(path: str, header: str = "") -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n{header}\r\n".encode()


def form(number: int, data: bytes, headers: bytes = b"") -> bytes:
    head = b'--x\r\nContent-Disposition: form-data; name="p"; filename="7.png"\r\n' + headers + b"\r\n"
    return (head + data + b"\r\n") * number + b"--x--\r\n"


def taught(number: int) -> bytes:
    """Examples that are all different, of ten signs."""
    rows = [[(3 * one + place) % 13 for place in range(319)] + [one % 16] for one in range(number)]
    return json.dumps(
        {"examples": [{"label": "ABCDEFGHIJ"[one % 10], "row": row} for one, row in enumerate(rows)]}
    ).encode()


LARGE = encoded(seven(2048))
PARTS = "multipart/form-data; boundary=x"
ATTACKS = {
    "a row of fifty large pictures": lambda: post("/lesson/row", PARTS, form(50, LARGE)),
    "4 MB of fields": lambda: post("/language", "application/x-www-form-urlencoded", b"a&" * (2 * MB)),
    "4 MB of brackets": lambda: post("/predict", "application/json", b"[" + b"[]," * (4 * MB // 3) + b"[]]"),
    "240 kB of languages": lambda: look("/", f"Accept-Language: {'ja,en;q=0.5,' * 20_000}\r\n"),
    "parts with 1300 headers": lambda: post("/predict", PARTS, form(480, b"x", b"X: y\r\n" * 1300)),
    "large pictures, explained": lambda: post("/predict?explain=1", "image/png", LARGE),
    "the longest page": lambda: look("/lesson"),
    "drawings, explained": lambda: post("/predict?explain=1", "image/png", SEVEN),
    "two hundred examples": lambda: post("/teach?explain=learnt", "application/json", taught(200)),
    "chunks of a byte": lambda: CHUNKED + b"1\r\na\r\n" * (MB // 6),
    "a chunk without end": lambda: CHUNKED + b"1;" + b"a" * MB,
    "questions without taking replies": lambda: look("/script/main.js") * 120,
    "drawings on fifty lines at once": lambda: post("/predict", "image/png", SEVEN),
}
TAKES_NOTHING = {"questions without taking replies"}
AT_ONCE = {"drawings on fifty lines at once": 50}


def attack(name: str, port: int, address: str) -> None:
    """Send it from an address of this machine's own, again and again."""
    for _ in range(AT_ONCE.get(name, 1) - 1):
        Thread(target=send, args=(name, port, address), daemon=True).start()
    send(name, port, address)


def send(name: str, port: int, address: str) -> None:
    """Send it on one line after another."""
    data = ATTACKS[name]()
    kept: deque[socket.socket] = deque(maxlen=MOST_KEPT)
    while True:
        try:
            line = socket.socket()
            line.settimeout(WAIT)
            if name in TAKES_NOTHING:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_WINDOW)
            line.bind((address, 0))
            line.connect(("127.0.0.1", port))
            line.sendall(data)
            if name in TAKES_NOTHING:
                kept.append(line)
                sleep(PAUSE if len(kept) == MOST_KEPT else 0)
                continue
            with line:
                read_reply(line)
        except ConnectionRefusedError:  # it has ended
            return
        except OSError:
            continue


if __name__ == "__main__":
    attack(sys.argv[1], int(sys.argv[2]), sys.argv[3])
