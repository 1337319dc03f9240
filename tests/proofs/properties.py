"""The thirteen properties that hold for every possible answer sheet, and the contract's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import z3

from magdesk.knowledge.records import LEVELS, Level
from tests.proofs.answer_sheet import FALSE, TRUE, every, exactly, negated, some
from tests.proofs.answer_space import AnswerSpace, nowhere
from tests.proofs.contract_tables import the_tables_are_kept
from tests.proofs.medicine_lines import each_medicine_is_named
from tests.proofs.named import (
    CANDIDATES,
    FERTILE,
    KIDNEY_MEDICINES,
    KIDNEY_RISKS,
    LIMITS,
    OLDER,
    OLDER_LIMIT,
    ORAL,
)
from tests.proofs.pair_properties import (
    a_change_is_told_as_it_comes_true,
    adding_never_lowers,
    an_early_end_is_final,
)
from tests.proofs.proving import Claim, Fact, Obligation
from tests.proofs.reachability import all_can_happen
from tests.proofs.translate import MOST_FORMS, NONE

TABLES = 0
"""Stands for the contract's tables where the number of a proof is wanted."""


@dataclass(frozen=True)
class Property:
    """One of the thirteen, or the contract's tables."""

    number: int
    """As in the contract; ``TABLES`` for its tables."""
    title: str
    statement: str
    """In plain words, for people."""
    obligations: Callable[[AnswerSpace], Iterator[Obligation]]


def danger_now_is_an_emergency(space: AnswerSpace) -> Iterator[Obligation]:
    yield from _signs(space, "danger_now", "emergency")


def danger_today_is_at_least_today(space: AnswerSpace) -> Iterator[Obligation]:
    yield from _signs(space, "danger_today", "today")


def _signs(space: AnswerSpace, question: str, level: Level) -> Iterator[Obligation]:
    advice = space.advice
    claims = (advice.at_least[level], _nothing(space))
    for choice in space.decision.questions[question].choices:
        sign = space.chose(question, choice.id)
        for words, claim in zip((f"is {level}", "shows no form"), claims, strict=True):
            yield Claim(f"{choice.id} {words}", sign, claim, (space.sheet,))


def a_stop_shows_nothing(space: AnswerSpace) -> Iterator[Obligation]:
    """Not even *no supplement*: the options are empty."""
    empty = every([negated(space.advice.any_option), _nothing(space)])
    for name, rule in space.advice.rules.items():
        if rule.stop is not FALSE:
            yield Claim(f"{name} stops", rule.stop, empty, (space.sheet,))


def some_people_see_no_form(space: AnswerSpace) -> Iterator[Obligation]:
    unknown = space.chose("kidney", "no_known_problem", "not_sure")
    cases = {
        "under 18": space.age(below=18),
        "pregnant": space.chose("pregnancy", "pregnant"),
        "breastfeeding": space.chose("pregnancy", "breastfeeding"),
        "eGFR 30 to 59": space.chose("kidney", "reduced_30_59"),
        "eGFR under 30": space.chose("kidney", "under_30"),
        "eGFR unknown from 65": every([unknown, space.age(at_least=OLDER)]),
        "myasthenia": space.chose("conditions", "myasthenia"),
        "heart block": space.chose("conditions", "heart_block"),
    }
    for risk in KIDNEY_RISKS:
        cases[f"eGFR unknown, {risk}"] = every([unknown, space.chose("conditions", risk)])
    for medicine in KIDNEY_MEDICINES:
        taken = space.chose("medicines", medicine)
        cases[f"eGFR unknown, {medicine}"] = every([unknown, taken])
    for name, case in cases.items():
        yield Claim(name, case, _nothing(space), (space.sheet,))


def the_amount_stays_below_the_limit(space: AnswerSpace) -> Iterator[Obligation]:
    amount, sheet = space.advice.amount, space.sheet
    total = z3.ToReal(amount.most) + amount.already
    listed = space.advice.listed
    by_mouth = some([listed.get(form, FALSE) for form in ORAL])
    yield Claim("a form by mouth has an amount", by_mouth, amount.given, (sheet,))
    for region, limit in LIMITS.items():
        here = every([amount.given, sheet.regions[region]])
        older = every([here, space.age(at_least=OLDER)])
        yield Claim(f"start is at least 1 ({region})", here, amount.start >= 1, (sheet,))
        yield Claim(f"start is at most max ({region})", here, amount.start <= amount.most, (sheet,))
        yield Claim(f"all is within {limit} ({region})", here, total <= exactly(limit), (sheet,))
        within = total <= exactly(OLDER_LIMIT)
        yield Claim(f"from 65 all is within 250 ({region})", older, within, (sheet,))


def only_candidates_are_options(space: AnswerSpace) -> Iterator[Obligation]:
    listed, sheet = space.advice.listed, space.sheet
    anyone, on_the_skin = TRUE, space.chose("route", "skin_only")
    for form, each in listed.items():
        if form not in CANDIDATES:
            yield Claim(f"{form} is no candidate", anyone, negated(each), (sheet,))
        elif form in ORAL:
            yield Claim(f"skin only, no {form}", on_the_skin, negated(each), (sheet,))


def a_complete_sheet_has_one_level(space: AnswerSpace) -> Iterator[Obligation]:
    advice, sheet = space.advice, space.sheet
    levels = [(advice.level_is(level), 1) for level in LEVELS]
    yield Claim("exactly one level", TRUE, z3.PbEq(levels, 1), (sheet,))
    nothing = some([advice.at_place(NONE, place) for place in range(MOST_FORMS + 1)])
    stop_or_options = z3.Xor(advice.stop, nothing)
    yield Claim("a stop or options with none", advice.complete, stop_or_options, (sheet,))
    for level in LEVELS:
        yield Fact(f"{level} has words", level in space.decision.levels)


def an_incomplete_sheet_shows_no_form(space: AnswerSpace) -> Iterator[Obligation]:
    open_ = negated(space.advice.complete)
    yield Claim("with anything missing", open_, _nothing(space), (space.sheet,))
    low, high = FERTILE
    fertile = every([space.chose("sex", "female"), space.age(at_least=low, below=high + 1)])
    for name, answer in space.sheet.answers.items():
        required = fertile if name == "pregnancy" else TRUE
        left_out = every([required, negated(answer.answered)])
        yield Claim(f"without {name}", left_out, _nothing(space), (space.sheet,))


def _nothing(space: AnswerSpace) -> z3.BoolRef:
    """No form and no amount."""
    return every([nowhere(space.advice.listed.values()), negated(space.advice.amount.given)])


PROPERTIES = (
    Property(
        1,
        "Any danger sign is an emergency",
        "Whoever chooses a sign that needs help now is told to call, and sees no form, "
        "whatever else they answer.",
        danger_now_is_an_emergency,
    ),
    Property(
        2,
        "Any sign for help today sends you for help today",
        "Whoever chooses a sign that needs help today is told so, or to call, and sees no form.",
        danger_today_is_at_least_today,
    ),
    Property(
        3,
        "A stop shows no form and no amount",
        "Where any rule says stop, no form of magnesium and no amount is shown.",
        a_stop_shows_nothing,
    ),
    Property(
        4,
        "More signs never lower the level",
        "One more sign, condition or medicine never makes the advice less urgent, and never brings "
        "a form to light. Where an answer decides on a stop, not sure stops too.",
        adding_never_lowers,
    ),
    Property(
        5,
        "People at risk see no form",
        "No form is shown under 18, in pregnancy, while breastfeeding, with weak kidneys, with "
        "untested kidneys and a risk, with myasthenia or with heart block.",
        some_people_see_no_form,
    ),
    Property(
        6,
        "The amount stays below the limit",
        "What is named and what is taken already stay within the official limit of each region, "
        "and within 250 mg from 65 years.",
        the_amount_stays_below_the_limit,
    ),
    Property(
        7,
        "Only candidates are options",
        "Only the five candidates are ever shown, and none to swallow for those who want it only "
        "on the skin.",
        only_candidates_are_options,
    ),
    Property(
        8,
        "Each medicine taken is named",
        "Every medicine that is chosen has its own rule in the advice, and below help today a line "
        "names it.",
        each_medicine_is_named,
    ),
    Property(
        9,
        "A complete sheet has one level and an answer",
        "When all is answered there is exactly one level, and either a stop or options with no "
        "supplement among them.",
        a_complete_sheet_has_one_level,
    ),
    Property(
        10,
        "Nothing is asked or kept in vain",
        "Each rule can fire, each choice changes something, and each candidate and no supplement "
        "come first for someone.",
        all_can_happen,
    ),
    Property(
        11,
        "An early end is final",
        "When the questions end early, no answer to the rest would change the level, the stop or "
        "the options. They end at the first question where the rules allow it.",
        an_early_end_is_final,
    ),
    Property(
        12,
        "An incomplete sheet shows no form",
        "As long as a question that is asked has no answer, no form is shown.",
        an_incomplete_sheet_shows_no_form,
    ),
    Property(
        13,
        "What would change this is true",
        "Each line of what would change this is what the program then says, and only ever a more "
        "urgent level or a stop.",
        a_change_is_told_as_it_comes_true,
    ),
)
"""In the contract's order."""

PROOFS = (
    *PROPERTIES,
    Property(
        TABLES,
        "The tables of the contract",
        "On every sheet, each question, page, rule, level, stop, form, amount, hour, first step "
        "and sign to watch for is the one that the written contract has. Its tables were copied "
        "by hand, apart from the program's data.",
        the_tables_are_kept,
    ),
)
"""All that is proved: the thirteen, and the tables they rest on."""


def proof(number: int) -> Property:
    """The property of a number, or the tables; ``StopIteration`` where there is none."""
    return next(each for each in PROOFS if each.number == number)
