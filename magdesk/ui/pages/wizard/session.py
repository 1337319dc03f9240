"""Where a person is in the questions and what was answered so far, without Qt.

Answers live in memory only. What may be asked, and what comes next, is decided by
``magdesk.interview``; this module only remembers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.interview import navigation
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.interview_records import Question
from magdesk.knowledge.records import Region
from magdesk.rules.facts import NONE, NOT_SURE, Answer


@dataclass(frozen=True)
class Place:
    """A page of the wizard; ``question`` is empty on the review and result pages."""

    kind: Literal["question", "review", "result"]
    question: str = ""


REVIEW = Place("review")
RESULT = Place("result")


@dataclass(frozen=True)
class SectionProgress:
    """How far one section is: ``number`` of ``total`` is set while one is in it, else 0."""

    id: str
    title: str
    state: Literal["done", "current", "todo"]
    number: int = 0
    total: int = 0


def with_choice(
    chosen: Sequence[str], choice: str, on: bool, order: Sequence[str]
) -> tuple[str, ...]:
    """Return the choices after one was ticked or cleared, in the given order.

    *None* stands alone; *not sure* may stand beside other choices.
    """
    if not on:
        return tuple(other for other in chosen if other != choice)
    if choice == NONE:
        return (NONE,)
    wanted = {*chosen, choice} - {NONE}
    return tuple(known for known in order if known in wanted)


@dataclass
class _Kept:
    """What a restart would clear, so that it can be undone."""

    answers: dict[str, Answer] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    place: Place = REVIEW


@dataclass(frozen=True)
class _Found:
    """What follows from these answers in this region, worked out once for all who ask."""

    region: Region
    answers: Mapping[str, Answer]
    applicable: tuple[Question, ...]
    sheet: Mapping[str, Answer]
    path: navigation.Path


class Session:
    """One walk through the questions."""

    def __init__(self, decision: Decision, region: Region) -> None:
        self.decision = decision
        self.region: Region = region
        self._answers: dict[str, Answer] = {}
        self._drafts: dict[str, str] = {}
        self._changed_from: tuple[Place, str] | None = None
        """Set while answers are changed: the page one came from, and the question changed."""
        self._result_from = REVIEW
        self._cleared: _Kept | None = None
        self._last: _Found | None = None
        self.place = self._first()

    # --- answers ----------------------------------------------------------------------------

    def answer(self, question: str) -> Answer | None:
        """Return the answer given to a question, also to one that no longer applies."""
        return self._answers.get(question)

    def set_answer(self, question: str, answer: Answer | None) -> None:
        """Keep an answer; ``None`` or an empty choice takes it back."""
        if answer is None or answer == ():
            self._answers.pop(question, None)
        else:
            self._answers[question] = answer
            self._cleared = None

    def draft(self, question: str) -> str:
        """Return the text last typed for a number, whether it could be read or not."""
        return self._drafts.get(question, "")

    def set_draft(self, question: str, text: str) -> None:
        """Keep the text typed for a number."""
        self._drafts[question] = text

    @property
    def sheet(self) -> Mapping[str, Answer]:
        """The answers that count: those to questions that apply."""
        return self._found.sheet

    @property
    def has_answers(self) -> bool:
        """Whether anything was answered or typed."""
        return bool(self._answers) or any(self._drafts.values())

    def not_sure(self) -> tuple[str, ...]:
        """Return the ids of the asked questions answered, wholly or partly, *not sure*."""
        return tuple(q.id for q in self.asked() if _holds_not_sure(self._answers.get(q.id)))

    # --- what is asked ----------------------------------------------------------------------

    @property
    def path(self) -> navigation.Path:
        """The questions these answers lead through, and which of them are open."""
        return self._found.path

    def asked(self) -> tuple[Question, ...]:
        """Return the questions that apply, up to an early end."""
        return self.path.asked

    def missing(self) -> tuple[str, ...]:
        """Return the ids of the questions still to be answered, in order."""
        return self.path.missing

    def ended_at(self) -> str | None:
        """Return the question whose answer made the rest unnecessary, if there is one."""
        return self.path.end

    def skipped(self) -> bool:
        """Return whether an early end left questions out."""
        return len(self.asked()) < len(self._applicable())

    def remaining(self) -> int:
        """Return how many questions come after the one shown."""
        return len(navigation.later(self.decision, self.path, self.place.question))

    def is_changing(self) -> bool:
        """Return whether the question shown was opened to change its answer."""
        return self._changed_from is not None and self.place == Place(
            "question", self._changed_from[1]
        )

    def advice(self) -> Advice:
        """Return what follows from the answers in the region chosen."""
        return advise(self.decision, self.sheet, self.region)

    # --- moving -----------------------------------------------------------------------------

    def forward(self) -> bool:
        """Go on from the page shown; false, and no move, where its answer is missing."""
        if self.place.kind == "result":
            return False
        if self.place.kind == "review":
            return self._show_result()
        if self.place.question not in self._answers:
            return False
        following = self._after(self.place.question)
        if following == RESULT:
            self._result_from = self.place
        if following == REVIEW:
            self._changed_from = None
        self.place = following
        return True

    def back(self) -> bool:
        """Go one page back and lose nothing; false at the first question: leave instead."""
        if self.place.kind == "result":
            self.place = self._result_from
            return True
        if self.is_changing() and not self.missing() and self._changed_from is not None:
            origin, self._changed_from = self._changed_from[0], None
            self.place = origin
            return True
        previous = self._before()
        if previous is None:
            return False
        self.place = Place("question", previous)
        return True

    def change(self, question: str) -> None:
        """Open a question from the review or the result; Continue comes back."""
        self._changed_from = (self.place, question)
        self.place = Place("question", question)

    def review(self) -> None:
        """Show every answer."""
        self._changed_from = None
        self.place = REVIEW

    def open_section(self, section: str) -> None:
        """Show the first question of a section again; nothing is lost."""
        first = next((q.id for q in self.asked() if q.page == section), None)
        if first is None:
            return
        if self.missing():
            self._changed_from = None
            self.place = Place("question", first)
        else:
            self.change(first)

    def restart(self) -> None:
        """Forget every answer and go to the first question; ``undo_restart`` brings them back."""
        if self.has_answers:
            self._cleared = _Kept(self._answers, self._drafts, self.place)
        self._answers, self._drafts, self._changed_from = {}, {}, None
        self.place = self._first()

    @property
    def can_undo(self) -> bool:
        """Whether answers were just cleared and nothing has been answered since."""
        return self._cleared is not None

    def undo_restart(self) -> None:
        """Bring back what the last restart cleared."""
        if self._cleared is None:
            return
        kept, self._cleared = self._cleared, None
        self._answers, self._drafts, self.place = kept.answers, kept.drafts, kept.place

    # --- progress ---------------------------------------------------------------------------

    def sections(self) -> tuple[SectionProgress, ...]:
        """Return how far each section is, for the side list."""
        asked = {q.id for q in self.asked()}
        return tuple(self._progress(s.id, s.title, asked) for s in self.decision.pages)

    def _progress(self, section: str, title: str, asked: set[str]) -> SectionProgress:
        members = [q.id for q in self._applicable() if q.page == section]
        if self.place.question in members:
            number = members.index(self.place.question) + 1
            return SectionProgress(section, title, "current", number, len(members))
        reached = [m for m in members if m in asked]
        done = reached and all(m in self._answers for m in reached)
        return SectionProgress(section, title, "done" if done else "todo")

    # --- inner steps ------------------------------------------------------------------------

    def _applicable(self) -> tuple[Question, ...]:
        return self._found.applicable

    @property
    def _found(self) -> _Found:
        found = self._last
        if found is None or found.answers != self._answers or found.region != self.region:
            found = self._last = self._find()
        return found

    def _find(self) -> _Found:
        given = dict(self._answers)
        applicable = navigation.applicable(self.decision, given)
        sheet = {q.id: given[q.id] for q in applicable if q.id in given}
        path = navigation.path(self.decision, sheet, self.region)
        return _Found(self.region, given, applicable, sheet, path)

    def _first(self) -> Place:
        first = navigation.next_question(self.decision, {}, self.region, None)
        return Place("question", first.id) if first is not None else REVIEW

    def _after(self, question: str) -> Place:
        if self.ended_at() == question and not self.missing() and self.skipped():
            return RESULT
        if self._changed_from is not None:
            missing = self.missing()
            return Place("question", missing[0]) if missing else REVIEW
        following = navigation.following(self.decision, self.path, question)
        return Place("question", following.id) if following is not None else REVIEW

    def _before(self) -> str | None:
        ids = [q.id for q in self.asked()]
        if self.place.kind == "review":
            return ids[-1] if ids else None
        applicable = [q.id for q in self._applicable()]
        at = applicable.index(self.place.question) if self.place.question in applicable else 0
        return applicable[at - 1] if at > 0 else None

    def _show_result(self) -> bool:
        missing = self.missing()
        if missing:
            self._changed_from = (REVIEW, missing[0])
            self.place = Place("question", missing[0])
        else:
            self._result_from = REVIEW
            self.place = RESULT
        return True


def _holds_not_sure(answer: Answer | None) -> bool:
    if isinstance(answer, tuple):
        return NOT_SURE in answer
    return answer == NOT_SURE
