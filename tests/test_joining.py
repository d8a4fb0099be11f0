"""Where phones find this machine: its addresses, best first, and the QR code of one."""

from __future__ import annotations

from types import SimpleNamespace

import ifaddr
import pytest
import segno
from click.testing import CliRunner

from app import joining
from app.__main__ import main
from app.joining import LIGHT_ON_DARK, network_addresses, qr_text

ADDRESS = "http://192.168.1.20:8000"


def adapter(name: str, *addresses: str) -> SimpleNamespace:
    ips = [SimpleNamespace(ip=(one, 0, 0) if ":" in one else one, is_IPv4=":" not in one) for one in addresses]
    return SimpleNamespace(nice_name=name, ips=ips)


@pytest.mark.parametrize(
    ("leading", "found"),
    [
        ("192.168.1.20", ["192.168.1.20", "10.42.0.1", "172.17.0.1"]),  # the Wi-Fi before the hotspot
        (None, ["10.42.0.1", "192.168.1.20", "172.17.0.1"]),  # no network leads out: the hotspot is as good
    ],
)
def test_addresses_that_phones_reach_come_first_and_this_machines_own_not_at_all(monkeypatch, leading, found):
    adapters = [
        adapter("lo", "127.0.0.1", "::1"),
        adapter("docker0", "172.17.0.1"),
        adapter("ap0", "10.42.0.1", "fd00::2"),
        adapter("wlan0", "192.168.1.20", "169.254.3.4"),
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr(joining, "_leading_address", lambda: leading)
    assert network_addresses() == found


def test_the_code_in_half_blocks_is_the_code_itself():
    rows = [[*row] for row in segno.make(ADDRESS, error="m", micro=False).matrix_iter(border=2)]
    drawn = qr_text(ADDRESS, in_colour=False).split("\n")
    upper, lower = {"█": "  ", "▀": " #", "▄": "# ", " ": "##"}, []  # light is drawn, dark is left out
    for line in drawn:
        lower += [[upper[letter][0] for letter in line], [upper[letter][1] for letter in line]]
    assert lower[: len(rows)] == [["#" if dark else " " for dark in row] for row in rows]


def test_in_colour_every_line_says_what_is_light():
    assert all(line.startswith(LIGHT_ON_DARK) for line in qr_text(ADDRESS, in_colour=True).split("\n"))


def test_every_address_and_one_of_them_are_not_asked_for_together():
    result = CliRunner().invoke(main, ["serve", "--lan", "--host", "127.0.0.1"])
    assert result.exit_code == 2 and "leave --host out" in result.output
