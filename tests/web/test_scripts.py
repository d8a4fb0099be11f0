"""One script a page, joined from modules of its own; the browser tests run them."""

from __future__ import annotations

import re

import pytest

from app.paths import PROJECT
from app.web.releases import VERSION, release
from app.web.scripts import COMMENT, EXPORT, IMPORT, PAGES

MODULES = {path.stem: path.read_text(encoding="utf-8") for path in (PROJECT / "static" / "js").glob("*.js")}
JOINED = r'^modules\["([\w-]+)"\] ='


def imports_of(module: str) -> set[str]:
    return {imported for _, imported in IMPORT.findall(MODULES[module])}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_module_stands_once_behind_those_it_imports(client, page):
    response = client.get(f"/script/{page}.js")
    order = re.findall(JOINED, response.text, re.MULTILINE)
    assert (response.status_code, response.mimetype, order[-1]) == (200, "text/javascript", page)
    assert len(order) == len(set(order))
    for place, module in enumerate(order):
        assert imports_of(module) <= set(order[:place])


def test_modules_import_and_export_in_the_one_way_that_can_be_joined():
    for name, text in MODULES.items():
        words = re.findall(r"^(?:import|export)\b", text, re.MULTILINE)
        assert len(words) == len(IMPORT.findall(text)) + len(EXPORT.findall(text)), name


def test_comments_on_lines_of_their_own_stay_behind_and_nothing_else():
    text = "/* One\n   two. */\nconst a = 1; /* three */\n  /** @type {b} */ (c);\n  /** @param {d} e */\nf();\n"
    assert COMMENT.sub("", text) == "const a = 1; /* three */\n  /** @type {b} */ (c);\nf();\n"


@pytest.mark.parametrize("path", ["/", "/map", "/ten", "/teach", "/lesson"])
def test_a_page_asks_for_one_script_that_is_there(client, path):
    asked = re.findall(r'<script type="module" src="([^"]+)">', client.get(path).text)
    assert len(asked) == 1
    assert client.get(asked[0]).status_code == 200


def test_what_a_page_imports_later_is_a_script_of_its_own(client):
    code = re.sub(r"/\*.*?\*/", "", "".join(MODULES.values()), flags=re.DOTALL)
    later = set(re.findall(r'\bimport\("\./([\w-]+)\.js"\)', code))
    assert later == {"border", "correct", "keepsake", "map", "map-room", "play", "present", "reasons", "tick"}
    assert later <= PAGES
    assert 'export const { Reasons } = modules["reasons"];' in client.get("/script/reasons.js").text


def test_what_a_thread_does_is_a_script_of_the_same_release(client):
    address = re.search(r'new Worker\(new URL\("\./([^"]+)"', client.get("/script/map.js").text)[1]
    assert address == f"map-thread.js?{VERSION}={release()}"
    assert client.get(f"/script/{address}").status_code == 200


def test_no_module_is_left_over(client):
    texts = "\n".join(client.get(f"/script/{page}.js").text for page in PAGES)
    assert set(re.findall(JOINED, texts, re.MULTILINE)) == set(MODULES)


def test_a_script_that_did_not_change_is_not_sent_again(client):
    first = client.get("/script/main.js")
    again = client.get("/script/main.js", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_there_is_no_other_script(client):
    assert client.get("/script/pen.js").status_code == 404
    assert client.get("/script/../main.js").status_code == 404
