"""Numbers -> figures. Their words are digits and symbols only: pages say the rest in the visitor's language."""

from .atlas import atlas_png
from .border import Mark, border_svg
from .confusion import confusion_png
from .digit import digit_svg
from .graph import curve_svg, reliability_svg
from .heat import heat_tones
from .ink import ink_png, squares_png

__all__ = [
    "Mark",
    "atlas_png",
    "border_svg",
    "confusion_png",
    "curve_svg",
    "digit_svg",
    "heat_tones",
    "ink_png",
    "reliability_svg",
    "squares_png",
]
