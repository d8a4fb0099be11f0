"""The search by a Dask cluster of two workers finds what it finds on one machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client, LocalCluster, get_task_stream

from app.__main__ import main
from app.errors import SettingError
from app.learning import search as searching
from app.learning.allographs import digits
from app.learning.cluster import on_cluster
from app.learning.samples import from_allographs
from app.learning.search import search

pytestmark = pytest.mark.deploy


def test_two_workers_find_what_one_machine_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "GRID_GAMMA", (0.0001,))
    samples = from_allographs(digits()[::4], 2)
    here = search(samples, tmp_path)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as watching, get_task_stream(watching) as done, on_cluster(cluster.scheduler_address):
            there = search(samples, tmp_path)
    assert there == here
    assert len({task["worker"] for task in done.data}) == 2


def test_a_cluster_that_is_not_there_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    with pytest.raises(SettingError, match="--dask="), on_cluster("tcp://127.0.0.1:9"):
        raise AssertionError("nobody answers there")
    ended = CliRunner().invoke(main, ["search", "--dask", "nonsense://"])
    assert ended.exit_code == 1
    assert len(ended.output.strip().splitlines()) == 1
