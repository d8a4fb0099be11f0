"""The digit that a picture's name promises."""

from __future__ import annotations

import pytest

from app.labels import label_in


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("7.png", 7),
        ("7-crossed.png", 7),
        ("7_2.jpg", 7),
        ("0", 0),
        ("1024.png", None),
        ("2024-05-01.jpg", None),
        ("IMG_7.jpg", None),
        ("7\N{ARABIC-INDIC DIGIT THREE}.png", None),
        ("\N{ARABIC-INDIC DIGIT THREE}.png", None),
        ("blank.png", None),
        ("", None),
    ],
)
def test_a_name_may_begin_with_its_digit(name, label):
    assert label_in(name) == label
