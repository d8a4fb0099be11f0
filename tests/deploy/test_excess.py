"""Four times as much as a process can do: who gets in has his answer in time, the others know at once."""

from __future__ import annotations

import pytest

from tests.deploy.excess import cut, measure

pytestmark = pytest.mark.deploy

IN_TIME = 2000  # ms: a quiet machine takes an eighth of it, and `python -m tests.deploy.excess` says how long
LEFT = 0.3  # of what it can do, at least, is done all the same


def test_of_four_times_as_many_drawings_those_let_in_are_answered_in_time():
    can, excess = measure(times=4, seconds=5)
    assert cut(excess.answered, 99) <= IN_TIME
    assert cut(excess.sent_away, 50) < cut(excess.answered, 50)
    assert len(excess.answered) >= LEFT * len(can.answered)
