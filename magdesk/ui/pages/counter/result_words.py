"""The result in a professional's words: never "ask a pharmacist" to a pharmacist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from magdesk.advice.advice import Advice, Spacing
from magdesk.advice.places import called, fill
from magdesk.interview.still_to_ask import StillToAsk
from magdesk.knowledge.bibliography import Bibliography
from magdesk.knowledge.conditions import Bound
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import DANGER_NOW, DANGER_TODAY, MEDICINES
from magdesk.knowledge.records import Level
from magdesk.report.asked_for import asked_for
from magdesk.report.cited_sources import address_of
from magdesk.rules.facts import NONE
from magdesk.rules.firing import RANK
from magdesk.ui.widgets.amounts.shown_number import shown_number

translate = QCoreApplication.translate

_EXPERT = "expert"


class _Counted(QObject):
    """Plurals: the translators' tool finds them only where an object says ``self.tr``."""

    def questions_left(self, count: int) -> str:
        return self.tr("Not finished: %n question(s) left.", "", count)


class Source(NamedTuple):
    """A source in short, and where it can be opened."""

    short: str
    whole: str
    address: str


class ClearsTold(NamedTuple):
    """What clears or confirms a rule, why, and on which source."""

    text: str
    why: str
    source: Source | None


def level_words(level: Level, decision: Decision, advice: Advice) -> str:
    """Return the level in a few words."""
    lines = decision.limits.lines(advice.region, elsewhere=advice.elsewhere)
    words = {
        "self_care": translate("counter_result", "self-care"),
        "ask_first": translate("counter_result", "clarify before magnesium"),
        "soon": translate("counter_result", "doctor within 2 weeks"),
        "today": translate("counter_result", "medical help today"),
        "emergency": translate("counter_result", "emergency, call {emergency_number}"),
    }
    return fill(words[level], called(lines))


def headline(advice: Advice, decision: Decision, *, answered: bool) -> str:
    """Return the level; *so far* until the sheet is finished, and what nobody asked yet."""
    words = level_words(advice.level, decision, advice)
    if advice.complete:
        return words[0].upper() + words[1:]
    if not answered:
        return translate("counter_result", "Nothing answered yet")
    if advice.level != "self_care":
        return translate("counter_result", "So far: {}").format(words)
    if {DANGER_NOW, DANGER_TODAY}.intersection(advice.missing):
        return translate("counter_result", "So far: danger signs not asked")
    return translate("counter_result", "So far: nothing found")


def below_headline(advice: Advice) -> str:
    """Return what to do before all else, whether magnesium is discussed, and what is left."""
    told = list(dict.fromkeys(rule.at_once for rule in advice.rules if rule.at_once))
    if advice.stop:
        told.append(translate("counter_result", "Stop: no magnesium now."))
    stop = " ".join(told)
    left = len(advice.missing)
    if not left:
        return stop or translate("counter_result", "Finished. No stop.")
    missing = _Counted().questions_left(left)
    return " ".join(filter(None, (stop, missing)))


def asked_words(each: StillToAsk, decision: Decision, advice: Advice) -> str:
    """Return why a question is still to be asked, for instance which answer changes the level."""
    level = level_words(each.level, decision, advice)
    if each.terms:
        named = ", ".join(each.terms[:2])
        more = len(each.terms) - 2
        if more > 0:
            named = translate("counter_result", "{terms} or {count} more").format(
                terms=named, count=more
            )
        return translate("counter_result", "{terms} would make it: {level}.").format(
            terms=named, level=level
        )
    if each.bound is not None:
        limit = each.bound.limit
        if isinstance(limit, str):
            limit = decision.limits.regions[advice.region].upper_mg
        passed = _passed(each.bound.bound).format(shown_number(limit))
        return translate("counter_result", "{terms} would make it: {level}.").format(
            terms=passed, level=level
        )
    return translate("counter_result", "It can still make it: {level}.").format(level=level)


def clears_told(advice: Advice, library: Library) -> tuple[ClearsTold, ...]:
    """Return what clears or confirms the rules that fired, the most urgent first, each once."""
    rules = [rule for rule in advice.rules if rule.stop or rule.level != "self_care"]
    rules.sort(key=lambda rule: (-RANK[rule.level], not rule.stop))
    told: list[ClearsTold] = []
    explained: set[str] = set()
    for each in asked_for(rules, library.decision.measured, library.report_words):
        details = (rule.detail for rule in each.rules if rule.id not in explained)
        why = each.why or " ".join(filter(None, details))
        explained.update(rule.id for rule in each.rules)
        source = source_told(each.sources, library.bibliography)
        told.append(ClearsTold(each.professional.rstrip("."), why, source))
    return tuple(told)


def left_open(advice: Advice, decision: Decision) -> tuple[str, ...]:
    """Return the questions whose *not sure* holds something up, in a professional's words."""
    names = (name for rule in advice.rules for name in rule.left_open)
    return tuple(decision.questions[name].term for name in dict.fromkeys(names))


def source_told(keys: tuple[str, ...], bibliography: Bibliography) -> Source | None:
    """Return the first source that is a page; none where it is said by caution."""
    for key in keys:
        if key != _EXPERT and key in bibliography:
            reference = bibliography[key]
            words = reference.citation.split(",")[0].split(".")[0].split()
            year = str(reference.year) if reference.year else ""
            short = " ".join(filter(None, (words[0], year or " ".join(words[1:2]))))
            return Source(short, reference.citation, address_of(reference))
    return None


def hours_told(advice: Advice, decision: Decision) -> tuple[str, ...]:
    """Return the hours that each medicine keeps from magnesium."""
    terms = {choice.id: choice.term for choice in decision.questions[MEDICINES].choices}
    return tuple(_hours(gap, terms[gap.medicine] or gap.label) for gap in advice.spacing)


def forms_told(advice: Advice, library: Library) -> Iterator[str]:
    """Return the options and the amount of a finished sheet without a stop."""
    for option in advice.options:
        if option.form == NONE:
            yield translate("counter_result", "No supplement")
        else:
            told = (reason.to_professional for reason in (*option.in_favour, *option.against))
            reasons = " ".join(told)
            name = library.catalogue.forms[option.form].name
            yield f"<b>{name}</b> {reasons}".strip()
    amount = advice.amount
    if amount is not None:
        words = translate(
            "counter_result",
            "Start with {start} mg a day, at most {most} mg; taken already: {taken} of {limit} mg.",
        )
        yield words.format(
            start=amount.start_mg,
            most=amount.max_mg,
            taken=shown_number(amount.already_mg),
            limit=shown_number(amount.limit_mg),
        )


def _hours(gap: Spacing, name: str) -> str:
    if gap.before_h is not None and gap.after_h is not None:
        words = translate(
            "counter_result",
            "<b>{name}</b> at least {before} h before magnesium, or {after} h after it.",
        )
        return words.format(name=name, before=gap.before_h, after=gap.after_h)
    if gap.before_h is not None:
        words = translate(
            "counter_result", "<b>{name}</b> at least {before} h before magnesium. {note}"
        )
        return words.format(name=name, before=gap.before_h, note=gap.note)
    return f"<b>{name}</b> {gap.note}"


def _passed(bound: Bound) -> str:
    words = {
        "above": translate("counter_result", "Over {}"),
        "from": translate("counter_result", "{} or more"),
        "below": translate("counter_result", "Under {}"),
        "to": translate("counter_result", "{} or less"),
    }
    return words[bound]
