"""Each small wrong turn, in the data or in the core, makes a proof fail or a comparison differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from magdesk.interview.answers import parse_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.rules.facts import Answers
from tests.case_files import load_bases, load_cases, sheet
from tests.proofs.agreement import Agreement
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.contract_check import differences
from tests.proofs.mutants import CONTRACT, MUTANTS, Mutant
from tests.proofs.properties import PROPERTIES
from tests.proofs.proving import Prover, RefutedError
from tests.proofs.random_sheets import SAME_EACH_TIME, sheets
from tests.proofs.would_change import untrue_changes

CORE_MUTANTS: dict[str, tuple[str, object]] = {
    "no rule stops": ("magdesk.advice.advise.stops", lambda hits: False),
    "the lowest level counts": ("magdesk.advice.advise.highest_level", lambda hits: "self_care"),
    "the interview never ends early": ("magdesk.interview.navigation.ends_at", lambda level: False),
    "a stop of any level ends it": ("magdesk.interview.navigation.ends_at", lambda level: True),
    "every question applies": ("magdesk.interview.navigation.applies", lambda *_: True),
    "nobody is older": ("magdesk.rules.sheet.is_older", lambda *_: False),
    "nobody has an intake": ("magdesk.rules.sheet.reference_intake", lambda *_: None),
    "four forms are listed": ("magdesk.advice.options.MOST_FORMS", 4),
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
    wrong = mutant.of(decision)
    if mutant.noticed_by == CONTRACT:
        assert differences(wrong)
        return
    space = AnswerSpace(wrong)
    with pytest.raises(RefutedError):
        Prover(wrong, space.sheet).prove(PROPERTIES[mutant.noticed_by - 1].obligations(space))


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


def test_a_change_that_is_told_wrongly_is_noticed(
    decision: Decision,
    some_sheets: Sequence[tuple[Answers, Region]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("magdesk.advice.changes.stops", lambda hits: False)
    assert any(list(untrue_changes(decision, *sheet)) for sheet in some_sheets)


def test_an_index_that_forgets_choices_is_noticed(
    decision: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("magdesk.rules.index._choices_of", lambda rule: frozenset())
    afresh = replace(decision)
    space = AnswerSpace(afresh)
    with pytest.raises(RefutedError):
        Prover(afresh, space.sheet).prove(PROPERTIES[12].obligations(space))


def test_each_mutant_has_a_name_of_its_own() -> None:
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS) >= 25
