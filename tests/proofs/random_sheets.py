"""Random well-formed sheets: every kind of answer, and many that reach options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Question
from magdesk.rules.facts import Answer, Answers

SAME_EACH_TIME = settings(
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""Settings under which a test sees the same sheets in each run, however long one takes."""
AGES = (0, 11, 12, 17, 18, 19, 30, 31, 55, 56, 64, 65, 66, 120)
AMOUNTS = (
    *(0, 1, 19, 20, 50, 149, 150, 199, 200, 201, 249, 250, 251, 299, 300, 301, 349, 350),
    *(351, 399, 400, 401, 419, 420, 1999, 2000, 10_000, 100_000),
)
HARMLESS: Mapping[str, Sequence[str]] = {
    "danger_now": (),
    "danger_today": (),
    "see_doctor": ("disturbs_sleep", "several_places"),
    "conditions": ("diabetes", "high_blood_pressure", "heart_failure", "kidney_family"),
    "kidney": ("tested_normal",),
    "pregnancy": ("no",),
}
"""What a sheet that reaches options may answer to the questions that most often stop."""


def sheets(decision: Decision) -> st.SearchStrategy[tuple[Answers, Region]]:
    """A sheet and a region."""
    return st.tuples(answer_sheets(decision), st.sampled_from(tuple(decision.limits.regions)))


def answer_sheets(decision: Decision) -> st.SearchStrategy[Answers]:
    """Any answers, calm answers to all questions, or calm but for one."""
    kinds = (_any_sheet(decision), _calm_sheet(decision), _nearly_calm_sheet(decision))
    return st.one_of(*kinds)


def _nearly_calm_sheet(decision: Decision) -> st.SearchStrategy[Answers]:
    """Calm answers but for one question, which is answered anyhow or left out."""
    changes = [
        st.tuples(st.just(name), st.none() | any_answer(question))
        for name, question in decision.questions.items()
    ]
    return st.builds(_put, _calm_sheet(decision), st.one_of(changes))


def _put(answers: Answers, change: tuple[str, Answer | None]) -> Answers:
    changed = {**answers, change[0]: change[1]}
    return {name: answer for name, answer in changed.items() if answer is not None}


def _any_sheet(decision: Decision) -> st.SearchStrategy[Answers]:
    """Any answers; some questions are left out."""
    answers = {name: any_answer(question) for name, question in decision.questions.items()}
    return st.fixed_dictionaries({}, optional=answers)


def _calm_sheet(decision: Decision) -> st.SearchStrategy[Answers]:
    """Answers to all questions, most of them harmless."""
    answers = {name: _calm_answer(each, decision) for name, each in decision.questions.items()}
    return st.fixed_dictionaries(answers)


def any_answer(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that the question takes."""
    ids = [choice.id for choice in question.choices]
    unsure = ["not_sure"] if question.takes_not_sure else []
    match question.kind:
        case "one":
            return st.sampled_from([*ids, *unsure])
        case "several":
            return _several([*ids, *unsure])
        case "whole_number":
            return st.one_of(st.sampled_from(AGES), st.integers(0, int(question.maximum or 0)))
    return st.one_of(_amount(question), *(map(st.just, unsure)))


def _calm_answer(question: Question, decision: Decision) -> st.SearchStrategy[Answer]:
    if question.id == "medicines":
        calm = [each.id for each in decision.medicines.values() if not each.stop]
        return _several(calm)
    if question.id == "age":
        return st.sampled_from([age for age in AGES if age >= 18])
    if question.id == "supplement_mg":
        return st.integers(0, 1600).map(lambda eighths: eighths / 8)
    if question.id not in HARMLESS:
        return any_answer(question)
    names = HARMLESS[question.id]
    return _several(names) if question.kind == "several" else st.sampled_from(names)


def _several(names: Sequence[str]) -> st.SearchStrategy[Answer]:
    """``none``, or one to four different choices."""
    nothing: st.SearchStrategy[tuple[str, ...]] = st.just(("none",))
    if not names:
        return nothing
    chosen = st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True).map(tuple)
    return st.one_of(nothing, chosen)


def _amount(question: Question) -> st.SearchStrategy[int | float]:
    """Whole numbers and eighths, which are exact as floating-point numbers."""
    near = st.sampled_from([each for each in AMOUNTS if each <= (question.maximum or 0)])
    eighths = st.integers(0, 8 * 500).map(lambda number: number / 8)
    return st.one_of(near, eighths, st.integers(0, int(question.maximum or 0)))
