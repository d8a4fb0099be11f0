"""`GET /style/<page>.css`: the whole look of one page in one reply, joined from its parts in static/css/.

Each part is about one thing: the sheet, the squares, the bars, on the screen, on paper and in forced colours. A page
names the parts it wants; a part that comes later may refine one that came before.
"""

from functools import cache

from flask import Blueprint, Response, abort

from ..paths import STATIC
from .assets import asset

COMMON = ("tokens", "site", "header", "languages", "large-text")
DRAWING = ("sheet", "tools", "squares")
ANSWER = ("digit", "bar")
SHEETS = ("found-signs", "earlier-sheets")
FIGURES = ("choices", "tones", "tables", "pictures", "graph")
PAGES = {
    "site": COMMON,
    "pad": (
        *(*COMMON, *DRAWING, "menu", "glimpse", *ANSWER, "answer", "bars", "two-roads", "steps"),
        *(*SHEETS, "verify", "keep", "pad", "map-tints", "map", "map-section"),
    ),
    "reasons": ("reasons", "reasons-place", "decisions"),  # fetched by the pad's page when somebody asks why
    "correct": ("correct",),  # fetched there when somebody says that the answer was wrong
    "play": ("play",),  # fetched by the pad's page when somebody plays
    "keepsake": ("keepsake",),  # fetched by the pad's page when somebody wants a card
    "present": ("present", "present-help"),  # fetched by the pad's page when somebody presents
    "slides": ("slides", "present-help"),  # fetched by the lesson's page when somebody presents
    "map": (*COMMON, "sheet", "tools", "map-tints", "map", "map-page"),
    "kiosk": (
        *(*COMMON, "sheet", "tools", *SHEETS, *ANSWER, "verify"),
        *("kiosk", "kiosk-answer", "kiosk-verify", "kiosk-cover"),
    ),
    "developers": (*COMMON, "sheet", "tools", "choices", "tables", "code", "developers"),
    "embed": (*COMMON, "sheet", "tools", "earlier-sheets", *ANSWER, "kiosk", "kiosk-answer", "embed"),
    "ten": (*COMMON, *DRAWING, "ten", "ten-low", "ten-row", "ten-why"),
    "teach": (*COMMON, *DRAWING, "choices", "code", "teach", "teach-learnt"),
    "report": (*COMMON, *FIGURES, "report", "on-paper"),
    "lesson": (
        *(*COMMON, "sheet", *FIGURES, "lesson", "chapters", "code", "counts", "comparison"),
        *("map-tints", "border", "on-paper"),
    ),
    "privacy": (*COMMON, "privacy"),
    "event-report": (*COMMON, "tables", "pictures", "event-report"),
    "presenter": (*COMMON, "tables", "join", "presenter"),
    "phone-pen": (*COMMON, "sheet", "tools", "phone-pen"),
    "pen-screen": (
        *(*COMMON, "sheet", "tools", "earlier-sheets", *ANSWER, "kiosk", "kiosk-answer", "join"),
        "pen-screen",
    ),
    "wall": (*COMMON, "join", "map-tints", "wall"),
}

# A page in a frame may be told to be light or dark, whatever the visitor's system is: what asks for that is told so.
BY_SYSTEM = "(prefers-color-scheme: dark)"
THEMES = {"light": "(max-width: 0)", "dark": "(min-width: 0)"}  # what never holds, and what always does
THEMED = {f"embed-{theme}": ("embed", theme) for theme in THEMES}

stylesheets = Blueprint("stylesheets", __name__)


@stylesheets.get("/style/<page>.css")
def style(page: str) -> Response:
    """Return the style of a page, or 404 when no page has that name."""
    if page not in PAGES and page not in THEMED:
        abort(404)
    return asset(themed(*THEMED[page]) if page in THEMED else joined(page), "text/css")


@cache
def joined(page: str) -> str:
    """Return the text of a page's parts, one after another."""
    return "\n".join((STATIC / "css" / f"{part}.css").read_text(encoding="utf-8") for part in PAGES[page])


@cache
def themed(page: str, theme: str) -> str:
    """Return the same, light or dark for everybody."""
    return joined(page).replace(BY_SYSTEM, THEMES[theme]).replace("color-scheme: light dark", f"color-scheme: {theme}")
