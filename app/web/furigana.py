"""Furigana, the small reading above a word's characters: catalogues write 漢字《かんじ》, as books do in plain text.

What stands in a page's text becomes <ruby>. Where there is no room for two lines, in attributes, titles, choices and
drawings, the reading stands alone. Sentences for scripts, in JSON, stay as they are written: static/js/say.js shows
them in the same way. Nothing else of a page is touched, and only characters and kana can come out: no markup can be
smuggled in.
"""

from __future__ import annotations

import re

READING = re.compile("([㐀-鿿々]+)《([ぁ-ヿ]+)》")
SENTENCES = r"""<script type="application/json".*?</script>"""
ELEMENT = r"<(?P<name>script|style|title|option|svg|textarea)\b.*?</(?P=name)>"
TAG = r"""<(?:[^<>"']++|"[^"]*"|'[^']*')*+>"""
PART = re.compile(f"(?P<kept>{SENTENCES})|(?P<alone>{ELEMENT}|<!--.*?-->|{TAG})|{READING.pattern}", re.DOTALL)


def readings_alone(text: str) -> str:
    """Return a text with the reading in the place of each word that has one."""
    return READING.sub(r"\2", text)


def with_ruby(page: str) -> str:
    """Return an HTML page with each reading above its word, where it stands in the page's text."""
    return PART.sub(_shown, page) if "《" in page else page


def _shown(part: re.Match[str]) -> str:
    if part["kept"]:
        return part["kept"]
    if part["alone"]:
        return readings_alone(part["alone"])
    word, reading = part.groups()[-2:]
    return f'<ruby>{word}<rp>(</rp><rt aria-hidden="true">{reading}</rt><rp>)</rp></ruby>'
