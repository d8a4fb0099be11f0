"""The catalogues, `app/translations/<code>.po`: read when their language is first asked for."""

from functools import cache
from io import BytesIO

from babel.support import NullTranslations, Translations

from ..paths import TRANSLATIONS


@cache
def open_catalogue(code: str) -> NullTranslations:
    """Return a language's sentences, what they lack from its parent ("ja" of "ja-Hira"), the English ones at last."""
    path = TRANSLATIONS / f"{code.replace('-', '_')}.po"
    if not path.exists():
        return NullTranslations()
    # Only visitors of other languages pay for the catalogue reader.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=path.stem))
    compiled.seek(0)
    found = Translations(compiled)
    if parent := code.rpartition("-")[0]:
        found.add_fallback(open_catalogue(parent))
    return found
