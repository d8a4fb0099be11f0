"""Versions of the model: listed, made active, rolled back, by one small file that is never half-written."""

from __future__ import annotations

import json

import pytest

from app.errors import AlteredModel, UnknownVersion
from app.versions import SHIPPED, Learnt, Shares, Versions, read_learnt

ONE, OTHER = "0123456789ab", "ba9876543210"
LEARNT = Learnt(
    "2026-11-26", ONE, ["Open day"], 200, 20, 100, 10, Shares(0.94, 0.96), (-0.01, 0.05), Shares(0.987, 0.986), 8
)


@pytest.fixture
def versions(tmp_path) -> Versions:
    made = Versions(tmp_path / "shipped", tmp_path / "data")
    for name in (ONE, OTHER):
        (made.folder / name).mkdir(parents=True)
        (made.folder / name / "card.json").write_text("{}")
    return made


def test_without_a_choice_the_programs_own_model_is_at_work(tmp_path):
    versions = Versions(tmp_path / "shipped", tmp_path / "data")
    assert (versions.active(), versions.names(), versions.folder.exists()) == (SHIPPED, [SHIPPED], False)
    assert versions.folder_of(SHIPPED) == tmp_path / "shipped"


def test_a_version_is_made_active_and_rolled_back_step_by_step(versions):
    assert set(versions.names()) == {SHIPPED, ONE, OTHER}
    for name in (ONE, OTHER):
        versions.activate(name)
    assert [versions.active(), versions.roll_back(), versions.roll_back(), versions.roll_back()] == [
        OTHER,
        ONE,
        SHIPPED,
        SHIPPED,
    ]


def test_what_is_made_active_twice_is_rolled_back_by_one_step(versions):
    for name in (ONE, OTHER, OTHER, ONE):
        versions.activate(name)
    versions.remove(OTHER)
    assert (versions.active(), versions.roll_back()) == (ONE, SHIPPED)


def test_a_version_that_is_removed_is_active_no_longer(versions):
    versions.activate(ONE)
    versions.remove(ONE)
    assert (versions.active(), versions.names()) == (SHIPPED, [SHIPPED, OTHER])
    with pytest.raises(UnknownVersion):
        versions.remove(SHIPPED)


@pytest.mark.parametrize("name", ["..", "../../etc", "ffffffffffff", "", "active"])
def test_a_name_leads_nowhere_else(name, versions):
    with pytest.raises(UnknownVersion, match="no version"):
        versions.activate(name)
    assert versions.active() == SHIPPED


def test_whoever_looks_notices_another_choice_and_another_file(versions):
    versions.shipped.mkdir()
    seen = [versions.signature()]
    (versions.shipped / "digits.npz").write_bytes(b"numbers")
    seen.append(versions.signature())
    assert versions.signature() == seen[-1]
    (versions.shipped / "digits.npz").write_bytes(b"garbage!")
    seen.append(versions.signature())
    versions.activate(ONE)
    seen.append(versions.signature())
    (versions.folder / "active").write_bytes(b"\xff\xfe garbage")
    seen.append(versions.signature())
    assert len(set(seen)) == len(seen)


def test_a_card_says_what_was_learnt(versions):
    folder = versions.folder / ONE
    assert read_learnt(folder) is None
    (folder / "card.json").write_text(json.dumps({"learnt": LEARNT._asdict()}))
    assert read_learnt(folder) == LEARNT
    for nonsense in ('{"learnt": {"made": 1}}', '{"learnt": 7}', "[]", "garbage"):
        (folder / "card.json").write_text(nonsense)
        with pytest.raises(AlteredModel):
            read_learnt(folder)
