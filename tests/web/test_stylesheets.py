"""One style a page, joined from parts of their own, in the colours that the tokens name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import ImageColor

from app.paths import PROJECT
from app.web.stylesheets import PAGES

STYLES = sorted((PROJECT / "static" / "css").glob("*.css"))
PARTS = sorted(path.stem for path in STYLES)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
QUOTED = re.compile(r'"[^"]*"')
VALUE = re.compile(r"[\w-]+\s*:\s*([^;{}]+)[;}]")  # of a declaration: what ends in a brace that opens is a selector
# https://www.w3.org/TR/css-color-4/#css-system-colors
SYSTEM = (
    "accentcolor|accentcolortext|activetext|buttonborder|buttonface|buttontext|canvas|canvastext|field|fieldtext|"
    "graytext|highlight|highlighttext|linktext|mark|marktext|selecteditem|selecteditemtext|visitedtext"
)
FUNCTIONS = "rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark"
NAMES = "|".join(ImageColor.colormap)  # CSS names the same 148 colours as Pillow
WORD = rf"(?:{FUNCTIONS})\(|(?:{NAMES}|{SYSTEM})(?![\w-])"
LITERAL = re.compile(rf"#[0-9a-f]{{3,8}}\b|(?<![\w-])(?:{WORD})", re.IGNORECASE)
NUMBERED = re.compile(r"[a-z]\d+")  # t16, a tone; l0 and k0, a line and its key: their number is filled in
PROSE = re.compile(r'_\("[^"]*"')


def style_of(path: Path) -> str:
    return QUOTED.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))


def literal_colours(style: str) -> list[str]:
    return [colour for value in VALUE.findall(style) for colour in LITERAL.findall(value)]


@pytest.mark.parametrize("page", PAGES)
def test_a_pages_style_holds_its_parts_in_their_order(client, page):
    response = client.get(f"/style/{page}.css")
    parts = [Path(PROJECT, "static", "css", f"{part}.css").read_text(encoding="utf-8") for part in PAGES[page]]
    assert (response.status_code, response.mimetype) == (200, "text/css")
    assert response.text == "\n".join(parts)


@pytest.mark.parametrize("path", ["/", "/map", "/ten", "/teach", "/lesson", "/report", "/nothing-here"])
def test_every_page_has_one_stylesheet_that_is_there(client, path):
    links = re.findall(
        r'<link rel="stylesheet" href="([^"]+)">', client.get(path, headers={"Accept": "text/html"}).text
    )
    assert len(links) == 1
    assert client.get(links[0]).status_code == 200


def test_no_part_is_left_over():
    assert PARTS == sorted({part for parts in PAGES.values() for part in parts})


def test_a_style_that_did_not_change_is_not_sent_again(client):
    first = client.get("/style/pad.css")
    again = client.get("/style/pad.css", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_there_is_no_other_style(client):
    assert client.get("/style/../site.css").status_code == 404
    assert client.get("/style/tokens.css").status_code == 404


@pytest.mark.parametrize("value", ["#fff", "1px solid Red", "rgb(0 0 0 / 5%)", "hsl(20deg 5% 5%)", "Canvas"])
def test_a_literal_colour_is_known_when_seen(value):
    assert len(literal_colours(f".red a:hover {{ color: {value}; }}")) == 1


@pytest.mark.parametrize(
    "value", ["var(--white)", "currentcolor", "transparent", "color-mix(in srgb, var(--ink) 5%, transparent)"]
)
def test_what_is_made_of_tokens_is_no_literal_colour(value):
    assert literal_colours(f".red a:hover {{ color: {value}; }}") == []


def test_every_colour_is_a_token():
    found = {path.name: literal_colours(style_of(path)) for path in STYLES}
    assert [name for name, colours in found.items() if colours] == ["tokens.css"]


@pytest.mark.parametrize("path", ["templates/base.html", "templates/icons.html", "static/manifest.webmanifest"])
def test_colours_where_no_token_reaches_are_those_of_the_tokens(path):
    hexadecimal = re.compile(r"#[0-9a-f]{6}\b")
    colours = set(hexadecimal.findall((PROJECT / path).read_text(encoding="utf-8")))
    assert colours
    assert colours <= set(hexadecimal.findall((PROJECT / "static/css/tokens.css").read_text(encoding="utf-8")))


def test_every_custom_property_is_declared_and_used():
    styles = "\n".join(map(style_of, STYLES))
    declared, used = set(re.findall(r"(--[\w-]+)\s*:", styles)), set(re.findall(r"var\((--[\w-]+)", styles))
    assert declared == used


def test_every_class_of_the_style_is_on_a_page():
    written = [*PROJECT.glob("templates/**/*.html"), *PROJECT.glob("static/js/*.js"), *PROJECT.glob("app/figures/*.py")]
    sources = (PROSE.sub("", path.read_text(encoding="utf-8")) for path in written)
    names = set(re.findall(r"[\w-]+", "\n".join(sources)))
    classes = {name for path in STYLES for name in re.findall(r"\.([a-z][\w-]*)", style_of(path))}
    assert sorted(name for name in classes - names if not NUMBERED.fullmatch(name)) == []
