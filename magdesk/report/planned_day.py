"""The plan of a person's day in words, from the answers and the times that were typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from magdesk.advice.advice import Advice, FiredRule
from magdesk.advice.advise import advise
from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.answer_sheet.day import ReadDay, has_hours
from magdesk.answer_sheet.typed_medicines import TypedMedicines
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import SUPPLEMENT_MG
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.plan import Plan, plan_day
from magdesk.report.day_words import DayNote, DayWords, day_words
from magdesk.report.level_words import headline_of

MEDICINE_RULE = "medicine."
_LONGEST_NAME = 80
"""Signs of a typed name that stand on the day; all of it stays with the answers."""
_TOO_MUCH = ("far_over_limit", "over_limit")
"""The rules on an amount of products, the worse first: the plan says it before all else."""


@dataclass(frozen=True)
class PlannedDay:
    """A day with its plan; both are null where the day cannot be planned yet."""

    read: ReadDay
    names: Mapping[str, str]
    """What each medicine of the day is called, by its id."""
    plan: Plan | None = None
    words: DayWords | None = None
    urgent: bool = False
    """Whether the answers ask for care today or at once."""

    @property
    def has_times(self) -> bool:
        """Whether there are times for magnesium."""
        return self.plan is not None and self.plan.possible


def planned_day(sheet: AnswerSheet, library: Library) -> PlannedDay:
    """Return the plan of the day in the sheet.

    A stop stands whether the times are known or not. Otherwise nothing is planned before it is
    known what is taken and when.
    """
    medicines, read = sheet.decision.medicines, sheet.read_day()
    names = names_on_day(sheet.medicines, medicines)
    advice = _advice(sheet)
    day = PlannedDay(read, names, urgent=advice.level in ("emergency", "today"))
    stops = advice.stop and not sheet.is_empty
    open_names = sheet.medicines.answer is None or bool(sheet.medicines.open)
    if not stops and (open_names or not read.whole):
        return day
    plan = plan_day(read.day, medicines)
    stopped = stopped_by_answers(advice, plan, library) if stops else None
    if stopped:
        return replace(day, plan=Plan(False), words=stopped)
    words = day_words(read.day, plan, medicines, library.planner_sentences, names)
    notes = (*_without_hours(read, names, library), *_asking(advice), *words.notes)
    return replace(day, plan=plan, words=replace(words, notes=notes))


def _advice(sheet: AnswerSheet) -> Advice:
    """The advice of the answers; labels that were read count where no amount was answered."""
    if not sheet.products or sheet.answer(SUPPLEMENT_MG) is not None:
        return sheet.advice()
    taken = {**sheet.answers, SUPPLEMENT_MG: sheet.products_mg}
    return advise(sheet.decision, taken, sheet.region)


def stopped_by_answers(advice: Advice, plan: Plan, library: Library) -> DayWords | None:
    """What stands instead of times where an answer stops; None where only the plan itself does."""
    known = {f"{MEDICINE_RULE}{row}" for row in plan.ask}
    stopping = tuple(rule for rule in advice.rules if rule.stop)
    if all(rule.id in known for rule in stopping):
        return None
    return _stopped(stopping, advice, library)


def names_on_day(typed: TypedMedicines, medicines: Mapping[str, Medicine]) -> Mapping[str, str]:
    """What a person calls each medicine that counts; where two are called the same, both say more.

    A medicine that was ticked in the list has the name of its row.
    """
    given: dict[str, list[str]] = {}
    for line in typed.lines:
        called = line.found.names or (line.found.typed.strip(),)
        for row in line.ticks:
            given.setdefault(row, []).extend(called)
    names = {
        row: _first_large(", ".join(dict.fromkeys(given[row])))
        if row in given
        else medicines[row].label
        for row in typed.rows
    }
    often = Counter(names.values())
    return {
        row: name if often[name] == 1 else f"{name} ({medicines[row].term or medicines[row].label})"
        for row, name in names.items()
    }


def _first_large(name: str) -> str:
    name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    return name[:1].upper() + name[1:]


def _stopped(stopping: tuple[FiredRule, ...], advice: Advice, library: Library) -> DayWords:
    because = {rule.id: rule.because for rule in stopping}
    too_much = next((because.pop(name) for name in _TOO_MUCH if name in because), "")
    no_times = library.planner_sentences("stopped.answers")
    return DayWords(
        kind="stopped",
        title=headline_of(advice, library.decision),
        text=f"{too_much} {no_times}".strip(),
        lines=(),
        notes=tuple(DayNote(words) for words in because.values()),
    )


def _without_hours(read: ReadDay, names: Mapping[str, str], library: Library) -> Iterator[DayNote]:
    """What is known of medicines that have no place on the drawn day."""
    medicines, say = library.decision.medicines, library.planner_sentences
    for taken in read.day.medicines:
        medicine = medicines[taken.id]
        if not has_hours(medicine) and not medicine.stop:
            text = medicine.note or say("dose.no_hours", action=medicine.action)
            yield DayNote(text, names[taken.id])


def _asking(advice: Advice) -> Iterator[DayNote]:
    """Reasons to ask first that are no stop; those of medicines are told with the day itself."""
    for rule in advice.rules:
        if rule.level != "self_care" and not rule.stop and not rule.id.startswith(MEDICINE_RULE):
            yield DayNote(rule.because)
