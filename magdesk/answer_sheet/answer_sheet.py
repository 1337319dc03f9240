"""The answers of one person, in memory only, for the questions, the counter and the label alike.

What is asked and what follows is decided by ``interview`` and ``advice``; this module remembers,
and tells those who listen when something changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from weakref import WeakMethod

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.answer_sheet.day import ReadDay, TypedDay
from magdesk.answer_sheet.typed_medicines import TypedMedicines
from magdesk.interview import navigation
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.question_ids import MAGNESIUM_PRODUCT, MEDICINES, SUPPLEMENT_MG
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.interview_records import Question
from magdesk.planner.day import Day
from magdesk.rules.facts import NONE, NOT_SURE, Answer


@dataclass(frozen=True, slots=True)
class Product:
    """A product with magnesium: what its label says, and the mg a day that this comes to."""

    name: str
    mg: float
    label: str = ""
    """The text of the label as it was typed or pasted, or as it was corrected."""
    per_day: float = 1.0
    """Servings a day."""


@dataclass(frozen=True)
class _Found:
    """What follows from these answers in this region, worked out once for all who ask."""

    applicable: tuple[Question, ...]
    counting: Mapping[str, Answer]
    path: navigation.Path


@dataclass
class _Held:
    answers: dict[str, Answer] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    products: tuple[Product, ...] = ()
    foods: Mapping[str, str] = field(default_factory=dict)


class AnswerSheet:
    """Answers by question id, the region, medicines as typed, and products."""

    def __init__(self, decision: Decision, region: Region) -> None:
        self.decision = decision
        self._region: Region = region
        self._held = _Held()
        self._person = 0
        self._found: _Found | None = None
        self._advice: Advice | None = None
        self._listeners: list[WeakMethod[Callable[[], object]]] = []
        self.medicines = self._no_medicines()
        self.day = TypedDay()

    # --- who listens ------------------------------------------------------------------------

    def listen(self, listener: Callable[[], object]) -> None:
        """Call this method once after each change, for as long as its object lives."""
        reference = WeakMethod(listener)
        if reference not in self._listeners:
            self._listeners.append(reference)

    def _changed(self) -> None:
        self._found = self._advice = None
        for reference in tuple(self._listeners):
            listener = reference()
            if listener is None:
                self._listeners.remove(reference)
            else:
                listener()

    def forget_listeners(self) -> None:
        """Call nobody any more: those who listened are gone."""
        self._listeners.clear()

    # --- answers ----------------------------------------------------------------------------

    @property
    def region(self) -> Region:
        """Whose limits and numbers count."""
        return self._region

    def set_region(self, region: Region) -> None:
        """Let the limits and numbers of this region count."""
        if region != self._region:
            self._region = region
            self._changed()

    def answer(self, question: str) -> Answer | None:
        """The answer to a question, also to one that does not apply any more; null for none."""
        return self._held.answers.get(question)

    def chosen(self, question: str) -> tuple[str, ...]:
        """The choices of a question that takes several; none where it is not answered."""
        answer = self.answer(question)
        return answer if isinstance(answer, tuple) else ()

    def set_answer(self, question: str, answer: Answer | None, typed: str = "") -> None:
        """Keep an answer; null, or no choice at all, takes it back.

        Medicines given here replace those that were ticked; lines that still fit them stay.
        ``typed`` is the text of a number, whether it could be read or not.
        """
        self._held.drafts[question] = typed
        if question == MEDICINES:
            self.medicines.take(answer if isinstance(answer, tuple) else None)
        if self._keep(question, answer):
            self._changed()

    def medicines_changed(self) -> bool:
        """Count the medicines anew, after ``medicines`` was changed.

        Return whether a product with magnesium is new among them and its amount is not known: no
        magnesium at all, as it may have been answered before, is taken back then.
        """
        before = self.answer(MEDICINES)
        had = isinstance(before, tuple) and MAGNESIUM_PRODUCT in before
        new = MAGNESIUM_PRODUCT in self.medicines.rows and not had
        if new and self.answer(SUPPLEMENT_MG) == 0:
            self._keep(SUPPLEMENT_MG, None)
            self._held.drafts.pop(SUPPLEMENT_MG, None)
        self._keep(MEDICINES, self.medicines.answer)
        self._changed()
        return new and self.answer(SUPPLEMENT_MG) is None

    def draft(self, question: str) -> str:
        """The text last typed for a number, whether it could be read or not."""
        return self._held.drafts.get(question, "")

    @property
    def products(self) -> tuple[Product, ...]:
        """The products whose labels were read."""
        return self._held.products

    @property
    def products_mg(self) -> float:
        """The mg of magnesium a day of all labels that were read."""
        total = round(sum(product.mg for product in self._held.products), 1)
        return int(total) if total == int(total) else total

    def set_products(self, products: tuple[Product, ...]) -> None:
        """Keep the products whose labels were read."""
        if products != self._held.products:
            self._held.products = products
            self._changed()

    @property
    def foods(self) -> Mapping[str, str]:
        """How often each food of the checklist is eaten, by its line."""
        return self._held.foods

    def set_foods(self, foods: Mapping[str, str]) -> None:
        """Keep how often each food is eaten."""
        self._held.foods = dict(foods)
        self._changed()

    @property
    def person(self) -> int:
        """Another number for each person: it changes when everything is forgotten."""
        return self._person

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered, typed or ticked."""
        held = self._held
        return (
            not (held.answers or any(held.drafts.values()) or held.products or held.foods)
            and self.medicines.is_empty
            and not self.medicines.none
            and self.day.is_empty
        )

    def clear(self) -> None:
        """Forget everything: another person is there."""
        self._person += 1
        self._held = _Held()
        self.medicines = self._no_medicines()
        self.day = TypedDay()
        self._changed()

    def set_day(self, day: Day) -> None:
        """Let this day stand in the fields, as one that was kept in a file."""
        self.day.take(day)
        self._changed()

    def read_day(self) -> ReadDay:
        """The day that was typed, with the medicines that count now."""
        return self.day.read(self.medicines.rows, self.decision.medicines)

    # --- what follows -----------------------------------------------------------------------

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers that count: those to questions that apply."""
        return self._worked_out.counting

    @property
    def applicable(self) -> tuple[Question, ...]:
        """The questions that apply, in order, also those after an early end."""
        return self._worked_out.applicable

    @property
    def path(self) -> navigation.Path:
        """The questions that these answers lead through, and which of them are missing."""
        return self._worked_out.path

    @property
    def unsure(self) -> tuple[str, ...]:
        """The asked questions answered, wholly or partly, *not sure*."""
        return tuple(each.id for each in self.path.asked if holds_not_sure(self.answer(each.id)))

    def advice(self) -> Advice:
        """What follows from the answers in the region; worked out once for all who ask."""
        if self._advice is None:
            self._advice = advise(self.decision, self.answers, self._region)
        return self._advice

    # --- inner steps ------------------------------------------------------------------------

    def _keep(self, question: str, answer: Answer | None) -> bool:
        answers = self._held.answers
        if answer is None or answer == ():
            return answers.pop(question, None) is not None
        if answers.get(question) == answer and type(answers[question]) is type(answer):
            return False
        answers[question] = answer
        return True

    @property
    def _worked_out(self) -> _Found:
        if self._found is None:
            given = self._held.answers
            applicable = navigation.applicable(self.decision, given)
            counting = {each.id: given[each.id] for each in applicable if each.id in given}
            path = navigation.path(self.decision, counting, self._region)
            self._found = _Found(applicable, counting, path)
        return self._found

    def _no_medicines(self) -> TypedMedicines:
        return TypedMedicines(tuple(self.decision.medicines))


def holds_not_sure(answer: Answer | None) -> bool:
    """Whether the answer is *not sure*, alone or beside others."""
    return NOT_SURE in answer if isinstance(answer, tuple) else answer == NOT_SURE


def with_choice(
    chosen: tuple[str, ...], choice: str, on: bool, order: tuple[str, ...]
) -> tuple[str, ...]:
    """The choices after one was ticked or cleared, in the given order; *none* stands alone."""
    if not on:
        return tuple(other for other in chosen if other != choice)
    if choice == NONE:
        return (NONE,)
    wanted = {*chosen, choice} - {NONE}
    return tuple(known for known in order if known in wanted)
