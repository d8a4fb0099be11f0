"""`GET /style/<page>.css`: the whole look of one page in one reply, joined from its parts in static/css/.

Each part is one room: the sheet, the squares, the bars. A page names the parts it wants; a part that comes later may
refine one that came before.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, current_app

from app.web.assets import asset

HOUSE = ("tokens", "site", "forced", "print")
SHEET = ("sheet", "squares")
FIGURES = ("choices", "tables", "pictures", "graph")
PAGES = {
    "site": HOUSE,
    "pad": (*HOUSE, *SHEET, "answer", "bars", "steps", "pad"),
    "reasons": ("reasons", "hinges"),  # fetched by the pad's page when somebody asks why
    "ten": (*HOUSE, *SHEET, "ten"),
    "report": (*HOUSE, *FIGURES, "report"),
    "lesson": (*HOUSE, *SHEET, *FIGURES, "lesson", "counts", "both"),
}

stylesheets = Blueprint("stylesheets", __name__)


@stylesheets.get("/style/<page>.css")
def style(page: str) -> Response:
    """The style of a page, or 404 when no page has that name."""
    if page not in PAGES:
        abort(404)
    return asset(joined(Path(current_app.static_folder or ""), page), "text/css")


@cache
def joined(static: Path, page: str) -> str:
    """Return the text of a page's parts, one after another."""
    return "\n".join((static / "css" / f"{part}.css").read_text(encoding="utf-8") for part in PAGES[page])
