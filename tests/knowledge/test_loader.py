"""The strict loader: every fault is found, with file, entry and key.

Each folder in ``malformed`` holds one faulty file, to be laid over the sound ``small`` folder, and
in ``faults.txt`` how each line that is reported begins. Faults that only follow (a file that cannot
be read leaves others dangling) may be reported too, but none of the listed ones may be missing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from magdesk.cli import run
from magdesk.knowledge.checks.whole_check import faults_of
from magdesk.knowledge.faults import KnowledgeError
from magdesk.knowledge.loader import FILES, Library

HERE = Path(__file__).parent
SMALL = HERE / "small"
MALFORMED = sorted(path.name for path in (HERE / "malformed").iterdir())


def overlaid(kind: str, folder: Path) -> tuple[Path, list[str]]:
    """A folder with the fixture's faulty file, and the faults it must give."""
    shutil.copytree(SMALL, folder)
    fixture = HERE / "malformed" / kind
    for file in fixture.glob("*.toml"):
        shutil.copy(file, folder)
    return folder, (fixture / "faults.txt").read_text("utf-8").splitlines()


def test_the_small_folder_is_sound() -> None:
    assert faults_of(SMALL) == ()


def test_the_shipped_folder_is_sound() -> None:
    assert [str(fault) for fault in faults_of()] == []


@pytest.mark.parametrize("kind", MALFORMED)
def test_a_fault_is_named_by_file_entry_and_key(kind: str, tmp_path: Path) -> None:
    folder, expected = overlaid(kind, tmp_path / "knowledge")
    reported = [str(fault) for fault in faults_of(folder)]
    for line in expected:
        assert any(report.startswith(line) for report in reported), (line, reported)


@pytest.mark.parametrize("kind", MALFORMED)
def test_check_prints_every_fault_and_ends_with_1(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, expected = overlaid(kind, tmp_path / "knowledge")
    assert run(["check", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert all(line in printed for line in expected)


def test_all_faults_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "knowledge")
    kinds = ("missing_key", "dangling_source", "bad_doi", "wrong_type", "hours_do_not_agree")
    expected: list[str] = []
    for kind in kinds:
        fixture = HERE / "malformed" / kind
        for file in fixture.glob("*.toml"):
            shutil.copy(file, folder)
        expected += (fixture / "faults.txt").read_text("utf-8").splitlines()
    reported = [str(fault) for fault in faults_of(folder)]
    assert [line for line in expected if not any(r.startswith(line) for r in reported)] == []


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(file: str, tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "knowledge")
    (folder / file).unlink()
    assert f"{file}: the file is missing" in [str(fault) for fault in faults_of(folder)]


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    reported = [str(fault) for fault in faults_of(tmp_path / "nowhere")]
    assert len([line for line in reported if line.endswith("the file is missing")]) == len(FILES)


def test_a_library_refuses_a_faulty_part_and_serves_the_others(tmp_path: Path) -> None:
    folder, expected = overlaid("missing_key", tmp_path / "knowledge")
    library = Library(folder)
    assert library.catalogue.forms["citrate"].name == "Citrate"
    with pytest.raises(KnowledgeError) as error:
        _ = library.claims
    assert [str(fault) for fault in error.value.faults] == expected


def test_parts_are_read_once() -> None:
    library = Library(SMALL)
    assert library.catalogue is library.catalogue
    assert library.decision is library.decision


def test_medicines_become_choices_and_rules_in_their_place() -> None:
    decision = Library(SMALL).decision
    assert [choice.id for choice in decision.questions["medicines"].choices] == ["levothyroxine"]
    assert [rule.id for rule in decision.rules] == [
        "kidney_weak",
        "medicine.levothyroxine",
        "older",
    ]


def test_check_says_when_there_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(SMALL)]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "no faults\n")


def test_learn_chapters_have_a_title_and_known_sources(library: Library) -> None:
    assert [page.slug for page in library.learn_pages]
    for page in library.learn_pages:
        assert page.title
        assert page.text
        for key in page.citations:
            assert key in library.bibliography, (page.slug, key)
