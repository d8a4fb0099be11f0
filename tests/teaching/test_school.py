"""scikit-learn is loaded once, by a thread that answers nobody; who comes meanwhile is asked to wait."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, current_thread

import pytest

from app.errors import MissingModel, NotReady
from app.paths import MODELS
from app.teaching.school import School, load_svc

PATIENCE = 30  # s


class Loading:
    """A loading that takes until it is let go."""

    def __init__(self) -> None:
        self.go, self.done = Event(), Event()
        self.threads: list[str] = []

    def __call__(self):
        self.threads.append(current_thread().name)
        assert self.go.wait(PATIENCE)
        self.done.set()
        return load_svc()


def wait_for(school: School) -> None:
    assert school._loading
    school._loading.exception(PATIENCE)


def test_nothing_is_loaded_before_somebody_teaches():
    loading = Loading()
    School(MODELS, loading)
    assert loading.threads == []


def test_of_twenty_who_come_at_once_one_begins_and_none_is_held():
    loading = Loading()
    school = School(MODELS, loading)

    def come(_: int) -> str:
        with pytest.raises(NotReady) as refused:
            _ = school.new_svc
        assert refused.value.facts == {"seconds": 1}
        return current_thread().name

    with ThreadPoolExecutor(20) as pool:
        names = set(pool.map(come, range(20)))
    loading.go.set()
    wait_for(school)
    assert len(loading.threads) == 1
    assert not names & set(loading.threads)


def test_once_it_is_loaded_nobody_waits():
    loading = Loading()
    loading.go.set()
    school = School(MODELS, loading)
    school.begin()
    wait_for(school)
    assert school.new_svc().C == 10
    assert len(school.data_set.labels) == 1797
    assert len(loading.threads) == 1


def test_where_the_data_set_is_missing_that_is_said(tmp_path: Path):
    school = School(tmp_path, load_svc)
    school.begin()
    wait_for(school)
    with pytest.raises(MissingModel):
        _ = school.data_set
