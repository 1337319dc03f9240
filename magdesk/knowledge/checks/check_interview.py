"""Faults of the interview: pages, questions, choices and their headings."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import groupby

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.faults import Fault
from magdesk.knowledge.records.interview_records import Question

NOT_SURE = "not_sure"
RESERVED = ("none", NOT_SURE)


def interview_faults(decision: Decision) -> Iterator[Fault]:
    """Questions whose page, choices or headings do not fit together."""
    file = "interview.toml"
    pages = {page.id for page in decision.pages}
    for question in decision.questions.values():
        if question.page not in pages:
            yield Fault(file, question.id, "page", f"{question.page!r} points to nothing")
        for key, message in _shape_of(question):
            yield Fault(file, question.id, key, message)
    order = [name for name, _ in groupby(each.page for each in decision.questions.values())]
    for name in {name for name in order if order.count(name) > 1}:
        yield Fault(file, name, "page", "its questions do not stand together")
    for name in pages.difference(order):
        yield Fault(file, name, "page", "it has no question")


def _shape_of(question: Question) -> Iterator[tuple[str, str]]:
    takes_choices = question.kind in ("one", "several")
    ids = [choice.id for choice in question.choices]
    if takes_choices != bool(ids):
        yield "choices", "only and all questions of kind one or several have choices"
    if not takes_choices and question.maximum is None:
        yield "maximum", "missing key"
    for name in {name for name in ids if ids.count(name) > 1}:
        yield "choices", f"duplicate: {name!r}"
    for name in RESERVED:
        if name in ids:
            yield "choices", f"{name!r} is implied"
    for key in ("take_along", "unsure_said") if question.takes_not_sure else ():
        if not getattr(question, key):
            yield key, "missing key"
    if not takes_choices and "{number}" not in question.said:
        yield "said", "has no place {number}"
    yield from _groups(question)
    yield from _former(question, ids)


def _groups(question: Question) -> Iterator[tuple[str, str]]:
    groups = {group.id for group in question.groups}
    for choice in question.choices:
        if choice.group is None and groups:
            yield "choices", f"{choice.id!r} stands in no group"
        elif choice.group is not None and choice.group not in groups:
            yield "choices", f"the group {choice.group!r} points to nothing"


def _former(question: Question, ids: Container[str]) -> Iterator[tuple[str, str]]:
    for former in question.former:
        if former.id in ids:
            yield "former", f"{former.id!r} is still a choice"
        for name in former.now:
            if name not in ids:
                yield "former", f"{name!r} points to nothing"
