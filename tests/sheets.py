"""Random sheets of answers for hypothesis: well formed, complete or with gaps."""

from __future__ import annotations

from hypothesis import strategies as st

from magdesk.interview.answers import Answer, Answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import (
    CONDITIONS,
    DANGER_NOW,
    DANGER_TODAY,
    KIDNEY,
    SEE_DOCTOR,
)
from magdesk.knowledge.records import Region
from magdesk.rules.firing import fired
from magdesk.rules.sheet import facts_from
from magdesk.rules.verdict import Verdict, verdict

DECISION = Library().decision
NUMBERS = (0, 1, 19, 20, 49, 50, 51, 150, 200, 201, 249, 250, 251, 300, 350, 351, 400, 1999, 2000)
AGES = (0, 11, 12, 17, 18, 19, 30, 31, 55, 56, 64, 65, 66, 120)

regions = st.sampled_from(["us", "eu", "uk"])


def answer_to(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that a question takes."""
    names = [choice.id for choice in question.choices]
    unsure = ["not_sure"] if question.takes_not_sure else []
    match question.kind:
        case "one":
            return st.sampled_from(names + unsure)
        case "several":
            some = st.lists(st.sampled_from(names + unsure), min_size=1, max_size=4, unique=True)
            listed: st.SearchStrategy[Answer] = some.map(tuple)
            return st.just(("none",)) | listed
        case "whole_number":
            return st.sampled_from(AGES) | st.integers(0, 120)
        case _:
            steps: st.SearchStrategy[Answer] = st.sampled_from([*NUMBERS, *unsure])
            return steps | st.floats(0, 5000)


def calm_answer_to(question: Question) -> st.SearchStrategy[Answer]:
    """An answer that mostly lets the interview go on."""
    if question.id in (DANGER_NOW, DANGER_TODAY, SEE_DOCTOR, CONDITIONS):
        return st.just(("none",))
    if question.id == KIDNEY:
        return st.just("tested_normal")
    return answer_to(question)


@st.composite
def sheets(draw: st.DrawFn) -> Answers:
    """Any sheet: questions may be left out."""
    answers: dict[str, Answer] = {}
    calm = draw(st.booleans())
    for question in DECISION.questions.values():
        if calm or draw(st.integers(0, 4)):
            answers[question.id] = draw((calm_answer_to if calm else answer_to)(question))
    return answers


def verdict_on(decision: Decision, answers: Answers, region: Region) -> Verdict:
    """What every rule together gives for a sheet of answers, each looked at."""
    return verdict(fired(decision.rules, facts_from(decision, answers, region)))


__all__ = ["AGES", "DECISION", "NUMBERS", "Region", "answer_to", "regions", "sheets", "verdict_on"]
