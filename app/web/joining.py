"""Where phones find this site, as an address and as a QR code."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import current_app, request

if TYPE_CHECKING:
    from segno import QRCode

QUIET_ZONE = 4  # modules of white around the code, as scanners want


def join_address() -> str | None:
    """Return the address that other devices find this site at, or None where it listens to this machine alone.

    It is the one that was asked for, unless that means this machine: then one that the server found itself.
    """
    own = request.host_url.rstrip("/") + request.script_root + "/"
    if not _is_loopback(own):
        return own
    addresses: list[str] = current_app.config.get("ADDRESSES", [])
    return next((f"{one}/" for one in addresses if not _is_loopback(one)), None)


def qr_svg(address: str) -> str:
    """Return a QR code of an address as SVG that stands in a page: black on white, whatever the page is."""
    code = _code(address)
    return code.svg_inline(dark="#000", light="#fff", border=QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None)


def qr_rows(address: str) -> list[str]:
    """Return the same code as rows of "1" for dark and "0" for light, with the white around it."""
    return ["".join("1" if dark else "0" for dark in row) for row in _code(address).matrix_iter(border=QUIET_ZONE)]


def _code(address: str) -> QRCode:
    import segno  # a server whose visitors find it by themselves draws no code

    return segno.make(address, error="m", micro=False)


def _is_loopback(address: str) -> bool:
    name = urlsplit(address).hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
