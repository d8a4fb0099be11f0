"""On the bitmap every drawing has about the same ink, whatever its pen."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from app.reading.normalise.even import INK_AREA, evened
from tests.reading.normalise.lines import BAR, SLASH, STEM, drawn

pytestmark = pytest.mark.numeric


@pytest.mark.parametrize("pen", [4, 8, 12])
def test_evened_strokes_have_the_same_area(pen):
    large = Image.fromarray(drawn(SLASH, STEM, BAR, pen=pen))
    assert evened(np.asarray(large.resize((32, 32), Image.Resampling.BOX))).sum() == pytest.approx(INK_AREA, rel=0.12)
