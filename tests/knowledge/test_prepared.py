"""What was prepared is what reading gives, and never stands in for files that are others by now."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.faults import KnowledgeError
from magdesk.knowledge.loader import Library
from magdesk.knowledge.prepared import FILE, MADE_FROM, main, prepare, read_prepared

SHIPPED = DATA_FOLDER / "knowledge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped knowledge, not prepared."""
    copy = tmp_path / "knowledge"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns(FILE))
    return copy


@pytest.fixture
def prepared(folder: Path) -> Path:
    """The shipped knowledge, prepared."""
    assert main([str(folder)]) == 0
    return folder


def test_what_was_prepared_is_what_reading_gives(folder: Path) -> None:
    read = Library(folder)
    told = (read.catalogue, read.bibliography, read.claims)
    prepare(folder)
    assert read_prepared(folder) is not None
    again = Library(folder)
    assert (again.catalogue, again.bibliography, again.claims) == told
    assert list(again.catalogue.forms) == list(read.catalogue.forms)
    assert list(again.bibliography.references) == list(read.bibliography.references)


def test_the_same_files_give_the_same_bytes(prepared: Path) -> None:
    before = (prepared / FILE).read_bytes()
    prepare(prepared)
    assert (prepared / FILE).read_bytes() == before


@pytest.mark.parametrize("file", MADE_FROM)
def test_a_file_that_was_changed_is_read_again(prepared: Path, file: str) -> None:
    (prepared / file).write_bytes((prepared / file).read_bytes() + b"\n")
    assert read_prepared(prepared) is None


def test_a_change_is_shown_although_something_was_prepared(prepared: Path) -> None:
    forms = prepared / "forms.toml"
    text = forms.read_text("utf-8")
    assert 'name = "Citrate"' in text
    forms.write_text(text.replace('name = "Citrate"', 'name = "Zitrat"', 1), "utf-8")
    assert Library(prepared).catalogue.forms["citrate"].name == "Zitrat"


def test_a_fault_is_told_although_something_was_prepared(prepared: Path) -> None:
    forms = prepared / "forms.toml"
    forms.write_text(forms.read_text("utf-8") + "\nunknown = 1\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"forms\.toml"):
        _ = Library(prepared).catalogue


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"\x80", msgspec.msgpack.encode({"a": 1})])
def test_a_broken_file_is_passed_over(prepared: Path, content: bytes) -> None:
    (prepared / FILE).write_bytes(content)
    assert read_prepared(prepared) is None
    assert Library(prepared).catalogue.forms


def test_records_of_another_edition_are_passed_over(prepared: Path) -> None:
    table = msgspec.msgpack.decode((prepared / FILE).read_bytes())
    table["catalogue"][1][0]["once_a_field"] = "x"
    (prepared / FILE).write_bytes(msgspec.msgpack.encode(table))
    assert Library(prepared).catalogue == Library(SHIPPED).catalogue


def test_a_faulty_folder_is_not_prepared(folder: Path) -> None:
    (folder / FILE).write_bytes(b"old")
    (folder / "claims.toml").write_text("claim = 3", "utf-8")
    with pytest.raises(KnowledgeError, match=r"claims\.toml"):
        prepare(folder)
    assert not (folder / FILE).exists()
