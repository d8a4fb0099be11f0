"""The visitor's language: taken from the cookie or the browser, and everything said in it.

English is what the templates are written in. Every other language is one file, `app/translations/<code>.po`, read when
it is first asked for: there is no compiled copy that could go stale. What a variety of a language leaves out (easy
Japanese, "ja-Hira") is said as the language itself says it ("ja").
"""

from functools import cache, partial
from typing import Any

from babel import Locale
from babel.support import NullTranslations
from flask import Blueprint, Flask, Response, g, has_request_context, redirect, request
from flask_babel import Babel, Domain, gettext  # type: ignore[import-untyped]  # it ships no types
from werkzeug.wrappers import Response as AnyResponse

from ..errors import EightByEightError
from ..paths import TRANSLATIONS
from .catalogues import open_catalogue
from .furigana import readings_alone, with_ruby

SOURCE = "en"  # the language of the templates: it needs no catalogue
COOKIE = "language"
OFFERED = "offered_languages"  # what a page may have put into `g`: the codes that it offers, one at least
NAMED = "lang"  # the part of an address that says it
NAMED_AT = {"embed.index", "predict.answer"}  # endpoints: in another site's page there is no cookie
SPOKEN = "spoken_language"  # what `g` remembers once it is chosen: a code, as in `<html lang>`
VARIETIES = {"ja-Hira": "やさしい日本語"}  # what speakers call those that Babel has no name for
COOKIE_LIFE = 365 * 24 * 3600  # s: a year, as long as a visitor may expect to be remembered

languages = Blueprint("languages", __name__)


class LiveDomain(Domain):  # type: ignore[misc]
    """Where Flask-Babel takes sentences from: the .po files themselves."""

    def get_translations(self) -> NullTranslations:
        """Return the catalogue of the visitor's language."""
        return open_catalogue(spoken())

    def gettext(self, string: str, **variables: Any) -> str:
        """Return what the program says by itself: not in a page's text, so without a second line for readings."""
        return readings_alone(super().gettext(string, **variables))


def init_app(app: Flask) -> None:
    """Give an app its languages: `_()` in templates, the switch's route, and honest `Vary` headers."""
    Babel(app, default_locale=SOURCE, locale_selector=babel_name).domain_instance = LiveDomain()
    # What scripts are to say stands readable in the page.
    app.jinja_env.policies["json.dumps_function"] = partial(app.json.dumps, ensure_ascii=False)
    app.register_blueprint(languages)
    app.context_processor(template_variables)
    app.after_request(add_language_headers)


@cache
def codes() -> tuple[str, ...]:
    """Return the code of every language there is."""
    return SOURCE, *sorted(path.stem.replace("_", "-") for path in TRANSLATIONS.glob("*.po"))


@cache
def names() -> dict[str, str]:
    """Return every language there is: its code and what its own speakers call it."""
    return {code: VARIETIES.get(code) or _own_name(code) for code in codes()}


def _own_name(code: str) -> str:
    return (Locale.parse(code, sep="-").get_display_name() or code).capitalize()


def spoken() -> str:
    """Return the code of the language that this request is answered in."""
    if not has_request_context():
        return SOURCE
    if SPOKEN not in g:
        setattr(g, SPOKEN, select_language())
    return str(g.get(SPOKEN))


def babel_name() -> str:
    """Return what Babel calls it, for numbers and dates."""
    return spoken().replace("-", "_")


def select_language() -> str:
    """Return the code of the visitor's language: the address's, else the cookie's, the browser's, English."""
    known = g.get(OFFERED) or codes()
    named = request.args.get(NAMED, "") if request.endpoint in NAMED_AT else ""
    for chosen in (named, request.cookies.get(COOKIE, "")):
        if chosen in known:
            return chosen
    return request.accept_languages.best_match(known) or (SOURCE if SOURCE in known else known[0])


def translate(error: EightByEightError) -> str:
    """Return what an error says, in the visitor's language."""
    return str(gettext(error.message, **error.facts))


def template_variables() -> dict[str, Any]:
    """Return what every template knows about languages."""
    offered = g.get(OFFERED) or names()
    return {"language": spoken(), "languages": {code: names()[code] for code in offered}}


def add_language_headers(response: Response) -> Response:
    """Return the reply, marked as depending on the visitor's language where it was written for people, who may read
    with furigana."""
    if response.mimetype == "text/html" or response.status_code >= 400:
        response.vary.update(["Accept-Language", "Cookie"])
        response.content_language.add(spoken())
    if response.mimetype == "text/html" and not response.direct_passthrough and spoken() in VARIETIES:
        response.set_data(with_ruby(response.get_data(as_text=True)))
    return response


@languages.post("/language")
def choose() -> AnyResponse:
    """Remember the language that was chosen and lead back to the page it was chosen on."""
    response = redirect(_local(request.form.get("back", "")), code=303)
    code = request.form.get("language", "")
    if code in codes():
        response.set_cookie(
            COOKIE,
            code,
            COOKIE_LIFE,
            path=request.script_root or "/",
            secure=request.is_secure,
            httponly=True,
            samesite="Lax",
        )
    return response


def _local(address: str) -> str:
    """Return the address when it lies on this site, else the pad's: a switch must not lead strangers elsewhere."""
    home = f"{request.script_root}/"
    # Browsers take a backslash for a slash, and pass over what cannot be printed.
    foreign = address.startswith("//") or "\\" in address or not address.isprintable()
    return address if address.startswith(home) and not foreign else home
