"""Numbers -> figures. Their words are digits and symbols only: pages say the rest in the visitor's language."""

from app.figures.confusion import confusion_png
from app.figures.digit import digit_png
from app.figures.graph import curve_svg, reliability_svg

__all__ = ["confusion_png", "curve_svg", "digit_png", "reliability_svg"]
