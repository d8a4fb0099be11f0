"""Where machines are taught: scikit-learn, loaded once by a thread of its own, and the data set's rows beside it.

A server that nobody teaches at loads none of it; the first who comes is asked to wait a moment, and no thread that
answers drawings is held meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from ..errors import NotReady
from .exam import DataSet
from .machine import NewSVC

C = 10.0  # how much an example on the wrong side costs; scikit-learn's 1 trusts too little in few examples
SOON = 1  # s: loading takes a second or two


class School:
    """Has what teaching needs, from a moment after the first wish on."""

    def __init__(self, models: Path, load: Callable[[], NewSVC] | None = None) -> None:
        """Take the folder of the data set's rows, and what loads scikit-learn; nothing is loaded yet."""
        self._models = models
        self._load = load or load_svc
        self._lock = Lock()
        self._loading: Future[tuple[NewSVC, DataSet]] | None = None

    def begin(self) -> None:
        """Let the loading begin, if it has not; return at once."""
        with self._lock:
            if self._loading is None:
                loader = ThreadPoolExecutor(1, thread_name_prefix="school")
                self._loading = loader.submit(lambda: (self._load(), DataSet.load(self._models)))
                loader.shutdown(wait=False)

    @property
    def new_svc(self) -> NewSVC:
        """Return what makes an SVC. Raise NotReady until it is loaded."""
        return self._loaded()[0]

    @property
    def data_set(self) -> DataSet:
        """Return the data set's digits as the road makes them. Raise NotReady, MissingModel, AlteredModel."""
        return self._loaded()[1]

    def _loaded(self) -> tuple[NewSVC, DataSet]:
        self.begin()
        assert self._loading is not None
        if not self._loading.done():
            raise NotReady(seconds=SOON)
        return self._loading.result()


def load_svc() -> NewSVC:
    """Return what makes the SVC of the visitors' machines, once scikit-learn is loaded."""
    from sklearn.svm import SVC

    return lambda **more: SVC(**{"C": C, "decision_function_shape": "ovo", **more})
