"""What strangers may send: pictures of every kind, whole and damaged, and requests around them."""

from __future__ import annotations

import json
from base64 import b64encode
from io import BytesIO
from typing import NamedTuple

from hypothesis import strategies as st
from PIL import Image

from tests.pictures import encoded, seven

KINDS = ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"]
MODES = ["1", "L", "LA", "P", "RGB", "RGBA"]
REPORTS = ["/report.png", "/report.csv", "/report.json"]
READ_BY_ADDRESS = [*REPORTS, "/map.json", "/map.png", "/health", "/health/live", "/openapi.json"]
DRAWN_TO = ["/predict", "/lesson/roads", "/teach", "/map/border"]
ALLOWED = "https://school.example"  # by ALLOWED_ORIGINS
TYPES = ["image/png", "application/json", "multipart/form-data", "text/plain", "application/x-www-form-urlencoded", ""]
WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60)


class Sent(NamedTuple):
    """A request."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes = b""


@st.composite
def pictures(draw: st.DrawFn) -> bytes:
    """A picture's file: noise, a seven, or one colour."""
    size = draw(st.integers(1, 90)), draw(st.integers(1, 90))
    mode, kind = draw(st.sampled_from(MODES)), draw(st.sampled_from(KINDS))
    what = draw(st.sampled_from(["noise", "seven", "plain"]))
    if what == "noise":
        seed = draw(st.binary(min_size=1, max_size=64))
        picture = Image.frombytes("L", size, (seed * (size[0] * size[1]))[: size[0] * size[1]])
    else:
        picture = seven(64).resize(size) if what == "seven" else Image.new("L", size, draw(st.integers(0, 255)))
    try:
        return encoded(picture.convert(mode), kind)
    except (OSError, ValueError):  # that kind has no such mode
        return encoded(picture.convert("RGB"), kind)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A picture's file with bytes changed, cut off, doubled or added."""
    data = bytearray(draw(pictures()))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(data) - 1)))
        how = draw(st.sampled_from(["flip", "cut", "double", "add"]))
        if how == "flip" and data:
            data[place] ^= draw(st.integers(1, 255))
        elif how == "cut":
            del data[place : place + draw(st.integers(1, 200))]
        elif how == "double":
            data += data[place : place + 500]
        else:
            data[place:place] = draw(st.binary(max_size=20))
    return bytes(data)


NUMBERS = st.integers(-1, 17) | st.floats(allow_nan=False, allow_infinity=False) | st.none() | WORDS
ROWS = st.lists(st.lists(st.integers(0, 16), min_size=8, max_size=8), min_size=8, max_size=8)
JSON = st.recursive(NUMBERS, lambda one: st.lists(one, max_size=9) | st.dictionaries(WORDS, one, max_size=4))


def as_text(data: bytes) -> bytes:
    return json.dumps({"image": f"data:image/png;base64,{b64encode(data).decode()}"}).encode()


def as_form(parts: list[bytes]) -> bytes:
    out = BytesIO()
    for part in parts:
        out.write(b'--x\r\nContent-Disposition: form-data; name="picture"; filename="7.png"\r\n\r\n' + part + b"\r\n")
    return out.getvalue() + b"--x--\r\n"


MAYBE = {
    "digits": st.lists(st.integers(-1, 10), min_size=1, max_size=3),
    "C": NUMBERS,
    "gamma": NUMBERS,
    "without": st.lists(st.integers(-1, 1797), max_size=4),
    "at": st.lists(st.floats(-0.5, 1.5), max_size=3) | NUMBERS,
}
BORDERS = st.fixed_dictionaries(
    {"digits": st.permutations(range(10)).map(lambda ten: ten[:2])}
) | st.fixed_dictionaries({}, optional=MAYBE)
FILES = pictures() | damaged() | st.binary(max_size=300)
BODIES = st.one_of(
    FILES.map(lambda data: ("image/png", data)),
    FILES.map(as_text).map(lambda data: ("application/json", data)),
    ROWS.map(lambda rows: ("application/json", json.dumps({"pixels": rows}).encode())),
    JSON.map(lambda value: ("application/json", json.dumps({"pixels": value}).encode())),
    (JSON | BORDERS).map(lambda value: ("application/json", json.dumps(value).encode())),
    st.lists(FILES, max_size=3).map(as_form).map(lambda data: ("multipart/form-data; boundary=x", data)),
    st.tuples(st.sampled_from(TYPES), st.binary(max_size=300)),
)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Accept": st.sampled_from(["*/*", "text/html", "application/json", "image/png"]) | WORDS,
        "Accept-Language": st.sampled_from(["ja", "en", "ja-JP,en;q=0.5"]) | WORDS,
        "If-None-Match": WORDS,
        "If-Modified-Since": WORDS,
        "Range": WORDS,
        "Origin": st.sampled_from(["http://localhost", ALLOWED, "https://evil.example", "null"]) | WORDS,
        "Sec-Fetch-Site": st.sampled_from(["same-origin", "cross-site"]) | WORDS,
        "Cookie": WORDS,
        "X-Forwarded-For": WORDS,
    },
)
QUERIES = st.fixed_dictionaries(
    {},
    optional={
        "explain": st.sampled_from(["1", "steps", "reasons"]) | WORDS,
        "lang": st.sampled_from(["ja", "en"]) | WORDS,
        "model": st.sampled_from(["served", "counts", "notebook", "forest"]) | WORDS,
        "of": st.sampled_from(["test", "own"]) | WORDS,
    },
)
LOOKS = st.builds(Sent, st.just("GET"), st.sampled_from(READ_BY_ADDRESS), QUERIES, HEADERS)


@st.composite
def drawings(draw: st.DrawFn) -> Sent:
    """A request with something in it."""
    kind, body = draw(BODIES)
    headers = draw(HEADERS) | ({"Content-Type": kind} if kind else {})
    return Sent("POST", draw(st.sampled_from(DRAWN_TO)), draw(QUERIES), headers, body)


REQUESTS = drawings() | LOOKS
