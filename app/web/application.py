"""The Flask application's class."""

from collections.abc import Callable
from typing import Any

from flask import Flask


class Application(Flask):
    """Flask whose views and hooks are all synchronous."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return a view or a hook as it is; Flask looks at each, fifteen times a request, for a coroutine's."""
        return func
