"""The notebook's pipeline, without scikit-learn and for pictures of any kind and size."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from sklearn.svm import SVC

from app.errors import NotAnImage
from app.lesson.notebook import notebook_counts
from app.reading.picture import Limits
from app.teaching.exam import HOLDOUT
from tests.lesson import DRAWINGS


def test_the_plain_svc_without_scikit_learn_answers_as_with_it(notebook, digits):
    fitted = SVC().fit(digits.data[:HOLDOUT], digits.target[:HOLDOUT])
    some = digits.data[::3]  # learnt ones and others
    assert notebook.predict(some.astype(np.float32)).tolist() == fitted.predict(some).tolist()


def test_the_recipe_is_invert_shrink_and_multiply():
    from skimage.transform import resize
    from skimage.util import invert

    data = (DRAWINGS / "0.png").read_bytes()
    picture = np.asarray(Image.open(BytesIO(data)))
    wanted = resize(invert(picture), (8, 8), anti_aliasing=True).ravel() * 16
    assert notebook_counts(data, Limits()) == pytest.approx(wanted, abs=1e-4)


def test_a_large_picture_gives_nearly_what_a_small_one_does():
    picture = Image.open(DRAWINGS / "0.png").convert("L")
    small, large = (notebook_counts(png(picture.resize((side, side))), Limits()) for side in (250, 1000))
    assert large == pytest.approx(small, abs=0.2)


def test_clear_paper_is_white():
    picture = Image.open(DRAWINGS / "6-on-clear-paper.png")
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture.convert("RGBA"))
    clear, laid = notebook_counts(png(picture), Limits()), notebook_counts(png(white.convert("RGB")), Limits())
    assert clear == pytest.approx(laid, abs=0.1)


def test_what_is_no_picture_is_refused():
    with pytest.raises(NotAnImage):
        notebook_counts(b"no picture", Limits())


def png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
