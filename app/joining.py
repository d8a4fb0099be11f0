"""How phones on the same network find a server: this machine's addresses, best first, and one as a QR code."""

from __future__ import annotations

import re
import socket
from ipaddress import ip_address

NOWHERE = ("192.0.2.1", 9)  # an address of nobody: asking for the way there sends nothing
VIRTUAL = re.compile(r"docker|br-|veth|virbr|vmnet|vboxnet|vethernet|tun|tap|zt|tailscale|utun", re.IGNORECASE)
LIGHT_ON_DARK = "\x1b[97;40m"  # white modules on black, whatever the terminal's own colours are
PLAIN = "\x1b[0m"


def network_addresses() -> list[str]:
    """Return this machine's own IPv4 addresses on its networks, best first: the one that leads out of it, then others.

    Those of virtual networks come last: phones are not on them.
    """
    import ifaddr  # only a server that lets other devices in needs it

    adapters = [(one.nice_name, str(ip.ip)) for one in ifaddr.get_adapters() for ip in one.ips if ip.is_IPv4]
    reachable = [(name, ip) for name, ip in adapters if not _is_own(ip)]
    leading = _leading_address()
    reachable.sort(key=lambda one: (bool(VIRTUAL.match(one[0])), one[1] != leading))
    return list(dict.fromkeys(ip for _, ip in reachable))


def qr_text(address: str, in_colour: bool) -> str:
    """Return a QR code of an address in half blocks, dark modules as gaps; in colour for light terminals too."""
    from io import StringIO

    import segno

    drawn = StringIO()
    segno.make(address, error="m", micro=False).terminal(drawn, compact=True, border=2)
    lines = drawn.getvalue().rstrip("\n").split("\n")
    return "\n".join(f"{LIGHT_ON_DARK}{line}{PLAIN}" if in_colour else line for line in lines)


def _is_own(ip: str) -> bool:
    """Return whether only this machine, or the next one on a bare cable, can use an address."""
    address = ip_address(ip)
    return address.is_loopback or address.is_link_local


def _leading_address() -> str | None:
    """Return the address that packets leave by, or None without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(NOWHERE)
        except OSError:
            return None
        return str(asking.getsockname()[0])
