"""What a request holds on its way in: all bodies together so much, and no more around them than they need."""

from __future__ import annotations

import pytest
from waitress.adjustments import Adjustments

from app import receiving
from app.receiving import AROUND, SPARE_BODY, Body, Parser

HEAD = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
LIMITS = Adjustments(max_request_header_size=16_384, max_request_body_size=SPARE_BODY * 1_000_000)


def test_all_bodies_together_hold_no_more_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(receiving, "SMALL_BODY", 10)
    monkeypatch.setattr(receiving, "MOST_HELD", 100)
    monkeypatch.setattr(receiving, "HELD", receiving.Held())
    first, second = Body(90), Body(90)
    first.append(bytes(80))
    second.append(bytes(30))
    assert (first.is_crowded_out, second.is_crowded_out) == (False, True)
    assert (len(first), len(second)) == (80, 30)
    drawing = Body(90)
    drawing.append(bytes(10))
    assert not drawing.is_crowded_out
    first.close()
    third = Body(90)
    third.append(bytes(90))
    assert not third.is_crowded_out
    del third
    fourth = Body(90)
    fourth.append(bytes(90))
    assert not fourth.is_crowded_out


def test_what_is_beyond_a_bodys_limit_is_counted_and_forgotten():
    body = Body(100)
    body.append(bytes(99))
    assert len(body.getfile().read()) == 99
    body.append(bytes(99))
    assert len(body) == 198
    assert body.getfile().read() == b""


def chunks(size: int, total: int) -> bytes:
    return (b"%x\r\n%s\r\n" % (size, bytes(size))) * (total // size)


@pytest.mark.parametrize(("size", "is_refused"), [(1, True), (30, True), (60, False), (4096, False)])
def test_chunks_may_be_small_but_not_mostly_their_own_sizes(size, is_refused):
    request = Parser(LIMITS)
    request.received(HEAD)
    sent = chunks(size, 600_000)
    for place in range(0, len(sent), 8192):
        request.received(sent[place : place + 8192])
        if request.completed:
            break
    assert (request.error is not None) is is_refused


def test_a_small_body_may_come_in_chunks_of_any_size():
    request = Parser(LIMITS)
    request.received(HEAD)
    request.received(chunks(1, AROUND // 6) + b"0\r\n\r\n")
    assert request.completed and request.error is None
