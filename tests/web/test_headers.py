"""Every reply forbids what the pages do not need."""

from __future__ import annotations

import re

import pytest

PAGE = {"Accept": "text/html"}


@pytest.mark.parametrize("path", ["/", "/report", "/health", "/nowhere", "/static/nothing.js"])
@pytest.mark.parametrize("headers", [{}, PAGE])
def test_every_reply_says_how_it_may_be_used(path, headers, client):
    said = client.get(path, headers=headers).headers
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Referrer-Policy"] == "same-origin"
    policy = said["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)


@pytest.mark.parametrize("path", ["/", "/report", "/nowhere"])
def test_no_page_needs_what_the_policy_forbids(path, client):
    page = client.get(path, headers=PAGE).text
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", page)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", page)
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page)
