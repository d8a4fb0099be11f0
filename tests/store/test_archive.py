"""Export and import: everything that was kept comes out, and goes into another database once."""

from __future__ import annotations

import csv
import io
import json
from zipfile import ZIP_BZIP2, ZipFile

import numpy as np
import pytest
from sklearn.datasets import load_digits

from app.errors import ForeignArchive
from app.store import archive, drawings, events, importing, open_store, purge, shown, tallies
from app.store.archive import TABLE
from app.store.tables import NO_DIGIT
from tests.store.told import COUNTS, PICTURE, hurried, kept, told

CARD = b'{"fingerprint": "abc"}'


@pytest.fixture
def full(store):
    """An event of three kept drawings, one of which is no digit, and others that are not for export."""
    events.begin(store, "Open day")
    events.change(store, keeps_drawings=True, shows_wall=True)
    for label, guess in [(4, 9), (7, 7), (NO_DIGIT, 3)]:
        drawings.add(store, kept(label, guess))
    drawings.add(store, told(5, 5))
    drawings.hide(store, drawings.add(store, kept(8, 8)).id, True)
    return events.current(store)


@pytest.fixture
def file(store, full, tmp_path):
    path = tmp_path / "event.zip"
    path.write_bytes(b"".join(archive.stream(store, full, CARD)))
    return path


@pytest.fixture
def elsewhere(tmp_path):
    store = hurried(open_store("", tmp_path / "elsewhere"))
    yield store
    store.close()


def test_an_archive_holds_what_was_kept_and_not_hidden(store, full, file):
    with ZipFile(file) as zip_file:
        assert zip_file.testzip() is None
        rows = list(csv.DictReader(io.StringIO(zip_file.read("drawings.csv").decode())))
        pictures = {name: zip_file.read(name) for name in zip_file.namelist() if name.endswith(".png")}
        assert json.loads(zip_file.read("card.json")) == {"fingerprint": "abc"}
        assert '"Open day"' in zip_file.read("README.txt").decode()
    assert [(row["label"], row["guess"]) for row in rows] == [("4", "9"), ("7", "7"), ("none", "3")]
    assert [row["file"].split("/")[1] for row in rows] == ["4", "7", "none"]
    assert pictures == {row["file"]: PICTURE for row in rows}
    assert archive.count(store, full) == 3


def test_its_arrays_are_those_of_load_digits(file):
    usual = load_digits()
    with ZipFile(file) as zip_file, np.load(io.BytesIO(zip_file.read("digits.npz"))) as digits:
        for name in ("data", "images", "target"):
            assert digits[name].shape[1:] == usual[name].shape[1:]
            assert digits[name].dtype == usual[name].dtype
        assert digits["target"].tolist() == [4, 7]
        assert digits["images"].reshape(-1, 64).tolist() == digits["data"].tolist() == [list(COUNTS)] * 2


def test_an_empty_event_has_an_archive_too(store):
    event = events.begin(store, "Nobody came")
    data = b"".join(archive.stream(store, event, CARD))
    with ZipFile(io.BytesIO(data)) as zip_file, np.load(io.BytesIO(zip_file.read("digits.npz"))) as digits:
        assert digits["data"].shape == (0, 64)


def test_a_trick_goes_along_and_counts_nowhere(store, full, elsewhere, tmp_path):
    drawings.add(store, kept(4, 7, is_trick=True))
    path = tmp_path / "event.zip"
    path.write_bytes(b"".join(archive.stream(store, full, CARD)))
    with ZipFile(path) as zip_file, np.load(io.BytesIO(zip_file.read("digits.npz"))) as digits:
        assert digits["target"].tolist() == [4, 7]
    assert importing.bring_in(elsewhere, path) == (4, 0)
    (event,) = events.every(elsewhere)
    assert tallies.score_of(tallies.matrix(elsewhere, event.id)) == (3, 1)
    assert [one.is_trick for one in shown.latest(elsewhere, event, 9)] == [True, False, False, False]


def test_what_is_brought_in_is_there_once_and_counts_once(file, elsewhere):
    assert importing.bring_in(elsewhere, file) == (3, 0)
    assert importing.bring_in(elsewhere, file) == (0, 3)
    (event,) = events.every(elsewhere)
    assert (event.name, event.ended is None) == ("Open day", False)
    assert tallies.score_of(tallies.matrix(elsewhere, event.id)) == (3, 1)
    assert [one.label for one in shown.latest(elsewhere, event, 9)] == [NO_DIGIT, 7, 4]
    assert b"".join(archive.stream(elsewhere, event, CARD)) == file.read_bytes()


def test_the_database_it_came_from_knows_all_of_it(store, full, file):
    before = tallies.matrix(store, full.id)
    assert importing.bring_in(store, file) == (0, 3)
    assert tallies.matrix(store, full.id) == before


def test_what_was_lost_comes_back(store, full, file):
    purge.forget(store, full.id)
    assert importing.bring_in(store, file) == (3, 0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b",4,9,", b",11,9,"),
        (b"digits/4/", b"../../4/"),
        (COUNTS.hex().encode(), b"ff" * 64),
        (b"Open day", b"Open day\xff"),
        (b"key,", b"kex,"),
        (b"Open day", b"x" * 9_000_000),
        (b",1,0000", b",99999999999999999999,0000"),
        (b",0.9,", b",nan,"),
    ],
    ids=[
        *("a label that is none", "a file that is not there", "impossible counts", "broken letters", "another table"),
        *("a line without end", "an impossible group", "a confidence that is none"),
    ],
)
def test_an_archive_that_is_not_ours_is_refused_whole(old, new, file, elsewhere, tmp_path):
    altered = tmp_path / "altered.zip"
    with ZipFile(file) as before, ZipFile(altered, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new) if name == "drawings.csv" else data)
    with pytest.raises(ForeignArchive):
        importing.bring_in(elsewhere, altered)
    assert events.every(elsewhere) == []


def with_pictures(file, altered, picture):
    with ZipFile(file) as before, ZipFile(altered, "w") as after:
        for name in before.namelist():
            after.writestr(name, picture if name.endswith(".png") else before.read(name))


def test_a_line_that_ends_before_the_name_of_its_event_is_refused(file, elsewhere, tmp_path):
    with ZipFile(file) as before, ZipFile(tmp_path / "short.zip", "w") as after:
        rows = list(csv.DictReader(io.StringIO(before.read(TABLE).decode())))
        fields = [field for field in rows[0] if field not in ("file", "event_name")]
        lines = [[*fields, "file", "event_name"], [rows[0][field] for field in fields]]
        after.writestr(TABLE, "\n".join(map(",".join, lines)))
    with pytest.raises(ForeignArchive):
        importing.bring_in(elsewhere, tmp_path / "short.zip")


@pytest.mark.parametrize("side", [16, 20], ids=["wide", "high"])
def test_a_picture_that_would_unpack_to_gigabytes_is_not_brought_in(side, file, elsewhere, tmp_path):
    bomb = bytearray(PICTURE)
    bomb[side : side + 4] = (60_000).to_bytes(4, "big")
    with_pictures(file, tmp_path / "bombs.zip", bytes(bomb))
    with pytest.raises(ForeignArchive, match="too large"):
        importing.bring_in(elsewhere, tmp_path / "bombs.zip")


@pytest.mark.parametrize("way", ["locked", "broken"])
def test_an_archive_that_was_locked_or_broken_is_refused(way, file, elsewhere, tmp_path):
    data = bytearray(file.read_bytes())
    in_directory, in_front = data.rindex(TABLE.encode()), data.index(TABLE.encode())
    data[in_directory - 38 if way == "locked" else in_front + len(TABLE) + 30] ^= 1  # a flag, or what is packed
    (tmp_path / "altered.zip").write_bytes(data)
    with pytest.raises(ForeignArchive):
        importing.bring_in(elsewhere, tmp_path / "altered.zip")


def test_an_archive_that_is_packed_otherwise_is_refused(file, elsewhere, tmp_path):
    with ZipFile(file) as ours, ZipFile(tmp_path / "other.zip", "w", ZIP_BZIP2) as other:
        for name in ours.namelist():
            other.writestr(name, ours.read(name))
    with pytest.raises(ForeignArchive, match="packed"):
        importing.bring_in(elsewhere, tmp_path / "other.zip")


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "+4", "-4", "'=1", "'t is open day", "Open day = fun"])
def test_a_spreadsheet_runs_no_name_and_the_name_comes_back(name, store, elsewhere, tmp_path):
    event = events.begin(store, name)
    events.change(store, keeps_drawings=True, shows_wall=True)
    drawings.add(store, kept())
    (tmp_path / "event.zip").write_bytes(b"".join(archive.stream(store, event, CARD)))
    with ZipFile(tmp_path / "event.zip") as zip_file:
        (row,) = csv.DictReader(io.StringIO(zip_file.read("drawings.csv").decode()))
    assert not any(cell[:1] in "=+-@" for cell in row.values() if cell)
    importing.bring_in(elsewhere, tmp_path / "event.zip")
    assert [one.name for one in events.every(elsewhere)] == [name]


def test_a_file_that_is_no_archive_is_refused(elsewhere, tmp_path):
    (tmp_path / "letter.zip").write_text("Dear grandmother")
    with pytest.raises(ForeignArchive, match="no drawings of an event"):
        importing.bring_in(elsewhere, tmp_path / "letter.zip")
