"""The thirteen properties, each proved for every possible answer sheet."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from types import SimpleNamespace

import pytest
import z3

from magdesk import cli
from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from tests.proofs.answer_sheet import TRUE
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.mutating import fires_if, with_medicine, with_points, with_rule, without_rule
from tests.proofs.properties import PROOFS, PROPERTIES, TABLES, proof
from tests.proofs.proving import Claim, Prover, RefutedError

# What the proofs run, other tests cover; counting lines would take two thirds of their time.
pytestmark = pytest.mark.usefixtures("lines_not_counted")

Prove = Callable[[int], int]


@pytest.fixture(scope="module")
def decision(library: Library) -> Decision:
    return library.decision


@pytest.fixture(scope="module")
def prove(decision: Decision) -> Prove:
    """Proves a property by its number and returns the number of obligations."""
    space = AnswerSpace(decision)
    prover = Prover(decision, space.sheet)
    return lambda number: prover.prove(proof(number).obligations(space))


def test_property_01_any_danger_now_sign_is_an_emergency(prove: Prove) -> None:
    assert prove(1)


def test_property_02_any_danger_today_sign_is_at_least_today(prove: Prove) -> None:
    assert prove(2)


def test_property_03_a_stop_shows_no_form_and_no_amount(prove: Prove) -> None:
    assert prove(3)


def test_property_04_adding_a_sign_never_lowers_the_level(prove: Prove) -> None:
    assert prove(4)


def test_property_05_people_at_risk_see_no_form(prove: Prove) -> None:
    assert prove(5)


def test_property_06_the_amount_stays_below_the_limit(prove: Prove) -> None:
    assert prove(6)


def test_property_07_only_candidates_are_options(prove: Prove) -> None:
    assert prove(7)


def test_property_08_each_medicine_taken_is_named(prove: Prove) -> None:
    assert prove(8)


def test_property_09_a_complete_sheet_has_one_level_and_an_answer(prove: Prove) -> None:
    assert prove(9)


def test_property_10_nothing_is_asked_or_kept_in_vain(prove: Prove) -> None:
    assert prove(10)


def test_property_11_an_early_end_is_final(prove: Prove) -> None:
    assert prove(11)


def test_property_12_an_incomplete_sheet_shows_no_form(prove: Prove) -> None:
    assert prove(12)


def test_property_13_what_would_change_this_is_true(prove: Prove) -> None:
    assert prove(13)


def test_the_tables_of_the_contract_are_kept_on_every_sheet(prove: Prove) -> None:
    assert prove(TABLES)


@pytest.mark.parametrize("number", [each.number for each in PROOFS])
def test_no_claim_holds_because_it_speaks_of_nobody(number: int, decision: Decision) -> None:
    space = AnswerSpace(decision)
    obligations = proof(number).obligations(space)
    claims = [each for each in obligations if isinstance(each, Claim) and each.given is not TRUE]
    solver = z3.Solver()
    solver.add(
        *(each for sheet in {x for y in claims for x in y.sheets} for each in sheet.axioms())
    )
    assert [claim.name for claim in claims if solver.check(claim.given) != z3.sat] == []


def test_the_properties_are_numbered_as_in_the_contract() -> None:
    assert [each.number for each in PROPERTIES] == list(range(1, 14))


@pytest.mark.parametrize(
    ("number", "wrong", "sheet"),
    [
        (1, lambda d: without_rule(d, "now.tetany"), {"danger_now": ["tetany"]}),
        (
            TABLES,
            lambda d: fires_if(d, "far_over_limit", supplement_mg={"from": 2001}),
            {"supplement_mg": 2000},
        ),
        (TABLES, lambda d: fires_if(d, "older", age={"from": 64}), {"age": 64}),
        (
            TABLES,
            lambda d: with_rule(d, "medicine.lithium", level="self_care"),
            {"medicines": ["lithium"]},
        ),
        (
            TABLES,
            lambda d: with_points(d, "bowel", "loose", points={"citrate": -2}),
            {"bowel": "loose"},
        ),
        (
            TABLES,
            lambda d: with_medicine(d, "moxifloxacin", after_h=7),
            {"medicines": ["moxifloxacin"]},
        ),
    ],
)
def test_the_smallest_sheet_that_breaks_a_proof_is_told(
    number: int,
    wrong: Callable[[Decision], Decision],
    sheet: dict[str, object],
    decision: Decision,
) -> None:
    with pytest.raises(RefutedError) as refuted:
        proved(number, wrong(decision))
    assert sheet_told(refuted.value) == sheet


def test_a_sheet_that_breaks_a_property_can_be_given_to_the_command_line(
    decision: Decision, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    mutant = with_rule(decision, "pregnant", stop=False)
    with pytest.raises(RefutedError) as refuted:
        proved(5, mutant)
    sheet = sheet_told(refuted.value)
    assert advise(mutant, parse_answers(sheet, mutant), "eu").options
    text = io.BytesIO(json.dumps(sheet).encode())
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=text))
    assert cli.run(["advise", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["stop"] is True


def proved(number: int, decision: Decision) -> int:
    """How many obligations of a proof hold; ``RefutedError`` where one does not."""
    space = AnswerSpace(decision)
    return Prover(decision, space.sheet).prove(proof(number).obligations(space))


def sheet_told(refuted: RefutedError) -> dict[str, object]:
    """The answer sheet in the message of a refuted property."""
    line = next(line for line in str(refuted).splitlines() if line.startswith("  {"))
    sheet: dict[str, object] = json.loads(line.partition("  --region")[0])
    return sheet
