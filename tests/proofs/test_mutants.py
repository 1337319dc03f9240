"""Each wrong turn in the data makes a proof fail; one in the core differs from the formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from magdesk.interview.answers import parse_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import LEVELS, Region
from magdesk.knowledge.records.decision_records import Rule
from magdesk.report.reasons import Reason
from magdesk.rules.facts import Answers, Facts
from magdesk.rules.firing import RANK, Fired, fire
from magdesk.rules.verdict import Verdict
from tests.case_files import load_bases, load_cases, sheet
from tests.proofs.agreement import Agreement
from tests.proofs.mutants import MUTANTS, Mutant
from tests.proofs.random_sheets import SAME_EACH_TIME, sheets
from tests.proofs.report import proof_fails
from tests.proofs.rule_formulas import rank
from tests.proofs.small_changes import (
    SAME_ON_EVERY_SHEET,
    all_changes,
    small_changes,
    unnoticed,
)
from tests.proofs.would_change import untrue_changes

# What the proofs run, other tests cover; counting lines would take two thirds of their time.
pytestmark = pytest.mark.usefixtures("lines_not_counted")

CORE_MUTANTS: dict[str, tuple[str, object]] = {
    "no rule stops": ("magdesk.rules.verdict.stops", lambda hits: False),
    "the lowest level counts": ("magdesk.rules.verdict.highest_level", lambda hits: "self_care"),
    "the interview never ends early": ("magdesk.interview.walk._ends", lambda hits, later: False),
    "a stop of any level ends it": ("magdesk.interview.walk.ENDS_FROM", 0),
    "a level reached by rules that do not stop ends it": (
        "magdesk.interview.walk._ends",
        lambda hits, later: max((RANK[x.level] for x in hits), default=0) >= max(later, 2),
    ),
    "no later question keeps it going": (
        "magdesk.interview.walk._ends",
        lambda hits, later: any(x.stop and RANK[x.level] >= RANK["soon"] for x in hits),
    ),
    "every question applies": ("magdesk.interview.navigation.applies", lambda *_: True),
    "nobody is older": ("magdesk.rules.sheet.is_older", lambda *_: False),
    "nobody has an intake": ("magdesk.rules.sheet.reference_intake", lambda *_: None),
    "four forms are listed": ("magdesk.advice.options.MOST_FORMS", 4),
    "six steps are told": ("magdesk.advice.by_complaint.MOST_STEPS", 6),
    "signs of every complaint are told": (
        "magdesk.advice.advise.watch",
        lambda decision, complaint: tuple(decision.watch),
    ),
    "no trial breaks a tie": ("magdesk.advice.options.evidence_outcome", lambda *_: None),
    "an unknown is no": (
        "magdesk.rules.truth._chosen",
        lambda when, facts: (
            not facts.chosen.get(when.question, frozenset()).isdisjoint(when.choices)
        ),
    ),
    "any is all": ("magdesk.rules.truth.any_of", lambda parts: all(part is True for part in parts)),
    "amounts are rounded up": (
        "magdesk.advice.amount.math.floor",
        lambda number: -int(-number // 1),
    ),
}


@pytest.fixture(scope="module")
def decision(library: Library) -> Decision:
    return library.decision


@pytest.fixture(scope="module")
def some_sheets(decision: Decision) -> Sequence[tuple[Answers, Region]]:
    """The stories' sheets, which stand on both sides of each boundary, and random ones.

    The random ones alone are not the same in each run: hypothesis draws constants from the modules
    that happen to be imported.
    """
    bases = load_bases()
    found: list[tuple[Answers, Region]] = [
        (parse_answers(sheet(case, bases), decision), case.region) for case in load_cases()
    ]

    @settings(SAME_EACH_TIME, max_examples=200)
    @given(sheets(decision))
    def collect(drawn: tuple[Answers, Region]) -> None:
        found.append(drawn)

    collect()
    return found


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name.replace(" ", "_"))
def test_a_wrong_turn_in_the_data_is_noticed(mutant: Mutant, decision: Decision) -> None:
    assert proof_fails(mutant.noticed_by, mutant.of(decision))


@pytest.mark.slow
def test_every_small_change_of_the_data_is_noticed(decision: Decision) -> None:
    changes = tuple(small_changes(decision))
    assert list(unnoticed(decision, changes)) == []
    assert len(changes) >= 800


def test_each_rule_is_dropped_weakened_and_made_deaf_to_not_sure(decision: Decision) -> None:
    names = {change.name for change in small_changes(decision)}
    for rule in decision.rules:
        assert f"{rule.id} dropped" in names
        assert (f"{rule.id} does not stop" in names) == rule.stop
        lower = {f"{rule.id} only {level}" for level in LEVELS[: rank(rule.level)][-1:]}
        assert lower <= names
        deaf = f"{rule.id} is no where it is unknown" in names
        assert deaf == (rule.if_unsure is not None)


def test_a_change_that_is_left_out_changes_nothing_on_any_sheet(decision: Decision) -> None:
    same = [each for each in all_changes(decision) if each.name in SAME_ON_EVERY_SHEET]
    assert set(unnoticed(decision, same)) == SAME_ON_EVERY_SHEET


@pytest.mark.parametrize("name", CORE_MUTANTS)
def test_a_wrong_turn_in_the_core_is_noticed(
    name: str,
    decision: Decision,
    some_sheets: Sequence[tuple[Answers, Region]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agreement = Agreement(decision)
    monkeypatch.setattr(*CORE_MUTANTS[name])
    assert any(agreement.differences(*sheet) for sheet in some_sheets)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("magdesk.advice.changes._verdict_after", lambda *_: Verdict("emergency", stop=True)),
        ("magdesk.advice.changes.raises", lambda before, after: True),
        ("magdesk.advice.changes.MOST_CHANGES", 6),
    ],
)
def test_a_change_that_is_told_wrongly_is_noticed(
    name: str,
    wrong: object,
    decision: Decision,
    some_sheets: Sequence[tuple[Answers, Region]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(name, wrong)
    assert any(list(untrue_changes(decision, *sheet)) for sheet in some_sheets)


@pytest.mark.parametrize("always", [True, False])
def test_a_filter_that_lets_the_wrong_changes_through_is_noticed(
    always: bool, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.proofs.pair_properties.raises", lambda before, after: always)
    assert proof_fails(13, decision)


def test_an_index_that_forgets_choices_is_noticed(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("magdesk.rules.index._choices_of", lambda rule: frozenset())
    assert proof_fails(13, replace(decision))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("magdesk.report.reasons.FOLD_FROM", 1),
        (
            "magdesk.report.reasons._single",
            lambda rule: Reason("Ask first.", rule.level, (rule,), rule.answers),
        ),
        ("magdesk.advice.advise.fill", lambda text, places: "Ask first."),
    ],
)
def test_a_line_that_no_longer_names_its_medicine_is_noticed(
    name: str, wrong: object, decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name, wrong)
    assert proof_fails(8, decision)


def test_a_line_that_rests_on_other_answers_too_is_noticed(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looking_further(rule: Rule, facts: Facts) -> Fired | None:
        return fire(rule, facts) if "age" not in facts.numbers else None

    monkeypatch.setattr("tests.proofs.medicine_lines.fire", looking_further)
    with pytest.raises(AssertionError, match="age is read too"):
        proof_fails(8, decision)


def test_each_mutant_has_a_name_of_its_own(decision: Decision) -> None:
    names = [each.name for each in MUTANTS]
    names += [each.name for each in all_changes(decision)]
    assert [name for name, count in Counter(names).items() if count > 1] == []
