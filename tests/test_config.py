"""Settings: read from the environment, refused in plain words, and documented where people look."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from app.config import Settings
from app.errors import SettingError
from app.paths import PROJECT

ELSEWHERE = Path("/srv/models").absolute()  # Windows puts a drive before it
ROW = re.compile(r"^\| `(?P<name>[A-Z_]+)` \| (?P<default>[^|]*) \| (?P<doc>[^|]+) \|$", re.MULTILINE)


def test_an_empty_environment_gives_the_defaults():
    settings = Settings.from_env({})
    assert settings == Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.rate_limits is True
    assert settings.max_body == 16 * 1024 * 1024
    assert settings.models_dir == PROJECT / "models"


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("HOST", " 0.0.0.0 ", "host", "0.0.0.0"),
        ("PORT", "8123", "port", 8123),
        ("MODELS_DIR", str(ELSEWHERE), "models_dir", ELSEWHERE),
        ("DATA_DIR", "~/drawings", "data_dir", Path("~/drawings").expanduser()),
        ("RATE_LIMITS", "off", "rate_limits", False),
        ("RATE_LIMITS", "On", "rate_limits", True),
        ("MAX_BODY", "2048", "max_body", 2048),
        ("MAX_PIXELS", "40000", "max_pixels", 40000),
        ("ALLOWED_HOSTS", "Demo.example, *.other.example,", "allowed_hosts", ("demo.example", "*.other.example")),
        ("ALLOWED_HOSTS", "*", "allowed_hosts", ("*",)),
        ("RATE_STORE", "redis://127.0.0.1:6379/1", "rate_store", "redis://127.0.0.1:6379/1"),
        ("TRUSTED_PROXIES", "2", "trusted_proxies", 2),
        ("KIOSK_IDLE", "0", "kiosk_idle", 0),
        ("ALLOWED_ORIGINS", "https://School.example:443, ", "allowed_origins", ("https://school.example",)),
        ("FRAME_ANCESTORS", "*", "frame_ancestors", ("*",)),
        ("ALLOWED_ORIGINS", "http://localhost:9000", "allowed_origins", ("http://localhost:9000",)),
        ("KIOSK_CODE", "047110", "kiosk_code", "047110"),
    ],
)
def test_each_setting_is_read_from_its_variable(name, text, field, value):
    assert getattr(Settings.from_env({name: text}), field) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("HOST", ""),
        ("KIOSK_CODE", "123"),
        ("KIOSK_CODE", "12a4"),
        ("HOST", "two words"),
        ("PORT", "eighty"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", ""),
        ("PORT", "80²"),
        ("RATE_LIMITS", "maybe"),
        ("MAX_BODY", "4 MiB"),
        ("MAX_PIXELS", "1.5"),
        ("ALLOWED_HOSTS", "demo.example:8000"),
        ("ALLOWED_HOSTS", "https://demo.example"),
        ("ALLOWED_HOSTS", "demo.*"),
        ("RATE_STORE", "mysql://127.0.0.1"),
        ("TRUSTED_PROXIES", "10.0.0.1"),
        ("FRAME_ANCESTORS", "https://school.example 'self'"),
        ("FRAME_ANCESTORS", "*, https://school.example"),
        ("ALLOWED_ORIGINS", "school.example"),
        ("ALLOWED_ORIGINS", "http://school.example"),
        ("ALLOWED_ORIGINS", "https://school.example/"),
        ("ALLOWED_ORIGINS", "https://*.example"),
        ("ALLOWED_ORIGINS", "*"),
        ("ALLOWED_ORIGINS", "null"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_in_one_sentence(name, text):
    with pytest.raises(SettingError) as refused:
        Settings.from_env({name: text})
    assert f"{name}={text}" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_settings_can_be_changed_by_the_command_line_under_the_same_rules():
    assert Settings().changed({"PORT": "9000"}).port == 9000
    with pytest.raises(SettingError):
        Settings().changed({"PORT": "many"})


def test_settings_do_not_change_by_themselves():
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_the_readme_lists_every_setting_with_its_default_and_what_it_is_for():
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    listed = {row["name"]: (row["default"].strip(" `"), row["doc"].strip()) for row in ROW.finditer(readme)}
    known = {one.metadata["name"]: (one.metadata["default"], one.metadata["doc"]) for one in fields(Settings)}
    assert listed == known
