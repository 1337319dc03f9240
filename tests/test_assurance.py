"""The hazard log and the figures: every test that is named exists, and no figure is stale."""

from __future__ import annotations

import ast
import datetime
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from build_spec import assure
from magdesk.knowledge.assurance import (
    ASSURANCE_FILE,
    Assurance,
    Hazard,
    Mutants,
    Proof,
    Stories,
    content_fingerprint,
    fingerprint,
    hazard_faults,
    review_due,
)
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.faults import KnowledgeError
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Content
from tests.case_files import load_cases
from tests.proofs.contract_tables import Tables
from tests.proofs.mutants import MUTANTS, Mutant
from tests.proofs.properties import TABLES
from tests.proofs.proving import RefutedError
from tests.proofs.small_changes import SmallChange
from tests.sheets import DECISION

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = Library()
RUN_AGAIN = "run: python3 build_spec/dev.py assure"
PROPERTIES = 13
LONGEST_SENTENCE = 20
HAZARDS_OF_THE_CONTRACT = {
    "sign_missed",
    "weak_kidneys",
    "interaction",
    "too_much",
    "false_reassurance",
    "answer_misread",
}
PARAMETERS = {
    "tests/test_cases.py::test_story": {case.name for case in load_cases()},
    "tests/knowledge/test_loader.py::test_a_fault_is_named_by_file_entry_and_key": {
        folder.name for folder in (ROOT / "tests/knowledge/malformed").iterdir()
    },
}
"""What may stand in brackets behind a test."""


# --- the hazard log -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hazards() -> tuple[Hazard, ...]:
    return LIBRARY.hazards


def named_tests() -> list[str]:
    """Every test that the log names, once."""
    controls = (control for hazard in LIBRARY.hazards for control in hazard.controls)
    return sorted({name for control in controls for name in control.shown_by})


def functions_of(file: Path) -> set[str]:
    """Names of the test functions of a file, read without running it."""
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", named_tests())
def test_each_test_that_the_log_names_exists(name: str) -> None:
    test, _, parameter = name.partition("[")
    file, _, function = test.partition("::")
    assert (ROOT / file).is_file()
    assert function in functions_of(ROOT / file)
    if parameter:
        assert parameter.removesuffix("]") in PARAMETERS[test]


def test_each_proof_shows_some_control() -> None:
    numbers = (re.search(r"^tests/proofs/.*::test_property_(\d+)_", name) for name in named_tests())
    assert {int(number[1]) for number in numbers if number} == set(range(1, PROPERTIES + 1))


def test_the_hazards_of_the_contract_are_in_the_log(hazards: tuple[Hazard, ...]) -> None:
    assert {hazard.id for hazard in hazards} >= HAZARDS_OF_THE_CONTRACT


def test_the_log_is_in_plain_sentences(hazards: tuple[Hazard, ...]) -> None:
    texts = [text for hazard in hazards for text in words_of(hazard)]
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.:?]) ", text)]
    assert [text for text in texts if not text.endswith(".")] == []
    assert [line for line in sentences if len(line.split()) > LONGEST_SENTENCE] == []


def words_of(hazard: Hazard) -> Iterator[str]:
    """All that a hazard says to people."""
    yield from (hazard.hazard, hazard.cause, hazard.effect, hazard.remains)
    yield from (control.text for control in hazard.controls)


def test_a_hazard_without_a_control_is_a_fault(hazards: tuple[Hazard, ...]) -> None:
    bare = msgspec.structs.replace(hazards[0], controls=())
    assert [str(fault) for fault in hazard_faults([bare])] == [
        "hazards.toml: sign_missed: controls: a hazard needs a control"
    ]


# --- the figures ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def assurance() -> Assurance:
    found = LIBRARY.assurance
    assert found is not None, RUN_AGAIN
    return found


def test_the_figures_are_about_this_content(assurance: Assurance) -> None:
    content = LIBRARY.content
    assert (assurance.version, assurance.reviewed) == (content.version, content.reviewed), RUN_AGAIN
    assert assurance.is_about(LIBRARY.folder), RUN_AGAIN


def test_the_figures_are_about_this_program(assurance: Assurance) -> None:
    assert assurance.program_sha256 == assure.fingerprints()[1], RUN_AGAIN


def test_the_stories_give_the_figures_that_are_told(assurance: Assurance) -> None:
    assert assurance.stories == assure.stories(), RUN_AGAIN


def test_all_proofs_hold_and_each_broken_rule_is_noticed(assurance: Assurance) -> None:
    numbers = [proof.number for proof in assurance.proofs]
    assert numbers == [*range(1, PROPERTIES + 1), None]
    assert [proof.title for proof in assurance.proofs if not proof.holds] == []
    assert assurance.mutants.found == assurance.mutants.count > 0


def test_every_pattern_of_the_program_finds_a_file() -> None:
    assert [pattern for pattern in assure.PROGRAM if not list(ROOT.glob(pattern))] == []


# --- fingerprints and days ------------------------------------------------------------------


def test_line_ends_and_order_do_not_change_a_fingerprint() -> None:
    one, other = ("a.toml", b"x = 1\ny = 2\n"), ("b.toml", b"z = 3\n")
    windows = ("a.toml", b"x = 1\r\ny = 2\r\n")
    assert fingerprint([one, other]) == fingerprint([other, windows])


@pytest.mark.parametrize(
    "files",
    [
        [("a.toml", b"x = 2\n"), ("b.toml", b"")],
        [("a.toml", b"x = 1\n"), ("c.toml", b"")],
        [("a.toml", b"x = 1\n")],
        [("a.toml", b""), ("b.toml", b"x = 1\n")],
    ],
)
def test_any_other_text_or_name_changes_a_fingerprint(files: list[tuple[str, bytes]]) -> None:
    assert fingerprint(files) != fingerprint([("a.toml", b"x = 1\n"), ("b.toml", b"")])


def test_the_figures_themselves_are_not_part_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text("a = 1\n")
    before = content_fingerprint(tmp_path)
    (tmp_path / ASSURANCE_FILE).write_text("b = 2\n")
    (tmp_path / "notes.txt").write_text("seen\n")
    assert content_fingerprint(tmp_path) == before
    (tmp_path / "rules.toml").write_text("a = 2\n")
    assert content_fingerprint(tmp_path) != before


@pytest.mark.parametrize(
    ("reviewed", "months", "due"),
    [
        ("2026-11-22", 18, "2028-05-22"),
        ("2026-06-30", 18, "2027-12-30"),
        ("2026-08-31", 18, "2028-02-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-01-15", 12, "2027-01-15"),
    ],
)
def test_a_review_is_due_so_many_months_later(reviewed: str, months: int, due: str) -> None:
    content = Content(
        version="1",
        reviewed=datetime.date.fromisoformat(reviewed),
        review_months=months,
        purpose="To inform.",
    )
    assert review_due(content) == datetime.date.fromisoformat(due)


# --- writing the figures --------------------------------------------------------------------


def figures(*, holds: bool = True, found: int = 4, missed: int = 0) -> Assurance:
    """Small figures to write."""
    content, program = assure.fingerprints()
    share = {"count": 2, "of": 2}
    stories = {
        "accuracy": share,
        "safety": share,
        "over_triage": {"count": 0, "of": 2},
        "under_triage": {"count": missed, "of": 2},
        "danger_under_triage": {"count": missed, "of": 1},
        "levels": [{"level": "today", "count": 2, "of": 2}],
    }
    proof = Proof(
        number=1, title='A "sign"', statement="Ein Zeichen ü.", obligations=3, holds=holds
    )
    return Assurance(
        version=LIBRARY.content.version,
        reviewed=LIBRARY.content.reviewed,
        content_sha256=content,
        program_sha256=program,
        mutants=Mutants(count=4, found=found),
        stories=msgspec.convert(stories, Stories),
        proofs=(proof,),
    )


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    told = figures()
    (tmp_path / ASSURANCE_FILE).write_text("\n".join(assure.lines(told)), "utf-8")
    assert Library(tmp_path).assurance == told


def test_a_folder_without_figures_has_none(tmp_path: Path) -> None:
    assert Library(tmp_path).assurance is None


def test_faulty_figures_are_refused(tmp_path: Path) -> None:
    (tmp_path / ASSURANCE_FILE).write_text("version = 3\n")
    with pytest.raises(KnowledgeError, match=r"assurance.toml: version: "):
        _ = Library(tmp_path).assurance


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that ``assure`` writes in this test."""
    file = tmp_path / ASSURANCE_FILE
    monkeypatch.setattr(assure, "FILE", file)
    return file


@pytest.mark.parametrize(
    ("told", "code", "line"),
    [
        (figures(), 0, "mutants found                   4 of 4"),
        (figures(holds=False), 1, 'NOT PROVEN                      1. A "sign"'),
        (figures(found=3), 1, "mutants found                   3 of 4"),
        (figures(missed=1), 1, "under-triage of a danger sign   1 of 1"),
    ],
)
def test_assure_writes_the_truth_and_fails_where_something_does_not_hold(
    told: Assurance,
    code: int,
    line: str,
    written: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(assure, "measured", lambda: told)
    assert assure.main([]) == code
    assert line in capsys.readouterr().out.splitlines()
    assert tomllib.loads(written.read_text("utf-8"))["proof"][0]["holds"] == told.proofs[0].holds


def test_nothing_is_written_when_a_file_changed_meanwhile(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = msgspec.structs.replace(figures(), content_sha256="0" * 64)
    monkeypatch.setattr(assure, "measured", lambda: other)
    assert assure.main([]) == 1
    assert "run it again" in capsys.readouterr().err
    assert not written.exists()


def test_where_a_proof_fails_the_sheet_that_breaks_it_is_printed(
    written: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuted() -> Assurance:
        raise RefutedError('tetany: broken by {"danger_now": ["tetany"]}')

    monkeypatch.setattr(assure, "measured", refuted)
    assert assure.main([]) == 1
    assert '{"danger_now": ["tetany"]}' in capsys.readouterr().err
    assert not written.exists()


def test_broken_rules_that_nothing_notices_are_counted_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def untouched(decision: Decision) -> Decision:
        return decision

    mutants = (
        *(Mutant("nothing is wrong", number, untouched) for number in (TABLES, 3)),
        next(each for each in MUTANTS if each.noticed_by == 1),
    )
    changes = (SmallChange("nothing is wrong", DECISION, Tables.amount),)
    monkeypatch.setattr("tests.proofs.mutants.MUTANTS", mutants)
    monkeypatch.setattr("tests.proofs.small_changes.small_changes", lambda decision: changes)
    assert assure.mutants() == Mutants(count=4, found=1)


def test_assure_refuses_arguments(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assure.main(["--fast"]) == 2
    assert "no arguments" in capsys.readouterr().err
    assert not written.exists()
