"""Training on several machines: joblib's work is sent to a Dask cluster, whose workers have this project too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import joblib

from ..errors import SettingError

NO_DASK = "it needs what requirements-cluster.txt names."


@contextmanager
def on_cluster(address: str | None) -> Iterator[None]:
    """Let what is done in the block be done by the cluster at an address, or here without one.

    Raise SettingError where Dask is not installed or the cluster does not answer.
    """
    if address is None:
        yield
        return
    try:
        from distributed import Client

        client = Client(address)
    except ImportError as error:
        raise SettingError(name="--dask", value=address, reason=NO_DASK) from error
    except (OSError, ValueError) as error:
        raise SettingError(name="--dask", value=address, reason=f"{error}.") from error
    with client, joblib.parallel_config(backend="dask"):
        yield
