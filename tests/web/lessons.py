"""What tests of `/teach` post."""

from __future__ import annotations

from base64 import b64encode

import numpy as np

from tests.teaching.conftest import Written


def data_url(picture: bytes) -> str:
    return "data:image/png;base64," + b64encode(picture).decode("ascii")


def shown(hands: Written, chosen: np.ndarray) -> list[dict[str, object]]:
    """Drawings as the page sends them again."""
    return [{"label": str(hands.labels[i]), "row": hands.rows[i].tolist()} for i in np.flatnonzero(chosen)]
