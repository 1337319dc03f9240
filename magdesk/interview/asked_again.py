"""Which answers of a saved file still hold: those to questions that read as they did then.

The file's ``content`` names the edition of the knowledge, and behind it each question that was
answered with the mark of its wording, such as ``2026.12 age:0a1b2c3d4e5f``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from magdesk.interview.sheet_file import SheetFile
from magdesk.interview.wording import wording_hash
from magdesk.knowledge.decision import Decision

_PARTS_MARK = ":"


@dataclass(frozen=True)
class HeldAnswers:
    """The answers that still hold, and the questions that have to be asked again."""

    answers: Mapping[str, object]
    asked_again: tuple[str, ...]


def content_of(version: str, answered: Iterable[str], decision: Decision) -> str:
    """What a file says of the knowledge with which these questions were answered."""
    marks = (
        f"{question}{_PARTS_MARK}{wording_hash(decision.questions[question])}"
        for question in answered
    )
    return " ".join((version, *marks))


def held_answers(saved: SheetFile, decision: Decision) -> HeldAnswers:
    """The answers of a file without those to questions that were worded otherwise, or are gone.

    Where the file tells nothing of a question's wording, its answer holds.
    """
    marks = dict(
        part.split(_PARTS_MARK, 1) for part in saved.content.split() if _PARTS_MARK in part
    )
    changed = tuple(
        question for question in saved.answers if not _reads_the_same(question, marks, decision)
    )
    kept = {key: answer for key, answer in saved.answers.items() if key not in changed}
    return HeldAnswers(kept, changed)


def _reads_the_same(question: str, marks: Mapping[str, str], decision: Decision) -> bool:
    if question not in marks:
        return True
    known = decision.questions.get(question)
    return known is not None and wording_hash(known) == marks[question]
