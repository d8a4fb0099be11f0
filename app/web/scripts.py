"""`GET /script/<page>.js`: the modules of one page in one reply, joined from static/js/ as styles are from static/css/.

A first visit then waits for one script instead of two dozen. Modules import by name, `import { … } from "./….js"`, and
export where they declare; each becomes a function of its own, behind those it imports, without the comments that have
lines of their own. What a page imports later, or starts as a thread, is a script of its own, of the same release.
static/js/ itself is served too, module by module, for those who read.
"""

import re
from functools import cache

from flask import Blueprint, Response, abort

from ..paths import STATIC
from .assets import asset
from .releases import VERSION, release

PAGES = {
    "main",
    "ten",
    "lesson",
    "teach",
    "report",
    "map-page",
    "kiosk",
    "embed",
    "developers",
    "presenter",
    "wall",
    "pen-screen",
    "phone-pen",
    "correct",  # fetched by the pad's page when somebody says that the answer was wrong
    "reasons",  # fetched by the pad's page when somebody asks why
    "play",  # fetched by the pad's page when somebody plays
    "keepsake",  # fetched by the pad's page when somebody wants a card
    "present",  # fetched by the pad's page and the lesson's when somebody presents
    "border",  # fetched by the lesson's page when its figure comes near the screen
    "map",  # fetched by the pad's page once somebody has drawn
    "map-room",  # fetched by the map's page behind its first layout
    "map-thread",  # fetched by the map, for a thread of its own
    "tick",  # fetched by the pad's page when somebody wants to hear the answer
}
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
COMMENT = re.compile(r"^ */\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
LATER = re.compile(r'((?:\bimport|\bnew URL)\("\./[\w-]+\.js)(?=")')
EXPORT = re.compile(r"^export (?=(?:async )?(?:class|const|function\*?) (\w+))", re.MULTILINE)

scripts = Blueprint("scripts", __name__)


@scripts.get("/script/<page>.js")
def script(page: str) -> Response:
    """Return the script of a page, or 404 when no page has that name."""
    if page not in PAGES:
        abort(404)
    return asset(joined(page), "text/javascript")


@cache
def joined(page: str) -> str:
    """Return the text of a page's module with all that it imports before it."""
    texts: dict[str, str] = {}
    _read(page, texts)
    modules = [_wrapped(name, text) for name, text in texts.items()]
    return "\n".join(["const modules = {};", *modules, f'export const {_exports(texts[page])} = modules["{page}"];\n'])


def _read(name: str, texts: dict[str, str]) -> None:
    """Add a module to `texts`, in which none comes before those it imports."""
    text = (STATIC / "js" / f"{name}.js").read_text(encoding="utf-8")
    text = COMMENT.sub("", text)
    for _, imported in IMPORT.findall(text):
        if imported not in texts:
            _read(imported, texts)
    texts[name] = text


def _wrapped(name: str, text: str) -> str:
    """Return a module as a function that is called at once and returns what the module exports."""
    body = EXPORT.sub("", IMPORT.sub(r'const {\1} = modules["\2"];', text))
    body = LATER.sub(rf"\1?{VERSION}={release()}", body)
    return f'modules["{name}"] = (() => {{\n{body}return {_exports(text)};\n}})();'


def _exports(text: str) -> str:
    return "{ " + ", ".join(EXPORT.findall(text)) + " }"
