"""Answers in, advice out: the whole decision, without memory, clock or disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from magdesk.advice.advice import Advice, Edition, FiredRule
from magdesk.advice.amount import amount
from magdesk.advice.by_complaint import complaint_of, first_steps, watch
from magdesk.advice.changes import would_change
from magdesk.advice.options import options
from magdesk.advice.places import Places, fill, places_of
from magdesk.advice.said import answers_behind
from magdesk.advice.spacing import spacing
from magdesk.advice.summary import Told, called_together, summary, taken_from
from magdesk.interview.navigation import path_to
from magdesk.interview.walk import walk
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.rules.facts import Answers, Facts
from magdesk.rules.firing import RANK, Fired, questions_left_open
from magdesk.rules.sheet import facts_from
from magdesk.rules.verdict import verdict


def advise(
    decision: Decision, answers: Answers, region: Region, *, elsewhere: bool = False
) -> Advice:
    """The advice for a checked sheet of answers, complete or not.

    ``elsewhere``: the person lives outside every region; limits are those of ``region``, and no
    telephone number is named.
    """
    facts = facts_from(decision, answers, region)
    walked = walk(decision, answers, region)
    hits = walked.hits
    level, stop = verdict(hits)
    missing = path_to(decision, answers, walked.end).missing
    names = tuple(hit.rule.id for hit in hits)
    complaint = complaint_of(answers)
    forms = () if missing or stop else options(decision, facts, complaint, names)
    room = amount(decision, answers, facts, region, forms, names)
    known = frozenset(hit.rule.id for hit in hits if not hit.unknown)
    taken, before_dose = taken_from(answers), _asks_before_dose(decision, hits)
    told = Told(not missing, level, stop, complaint, known, forms, room, taken, before_dose)
    places = _places(decision, facts, hits, region, elsewhere=elsewhere)
    calm = RANK[level] < RANK["today"]
    return Advice(
        complete=not missing,
        missing=missing,
        level=level,
        stop=stop,
        rules=tuple(_told(decision, answers, facts, hits, places, urgent=not calm)),
        options=forms,
        amount=room,
        spacing=spacing(decision, facts) if calm else (),
        first_steps=first_steps(decision, facts, complaint) if calm else (),
        watch=watch(decision, complaint) if calm else (),
        ask=tuple(_ask(decision, hits, facts)),
        summary=summary(decision, told, places),
        would_change=would_change(decision, answers, region, facts, hits),
        before_dose=before_dose,
        region=region,
        elsewhere=elsewhere,
        content=Edition(decision.content.version, decision.content.reviewed),
    )


def _places(
    decision: Decision, facts: Facts, hits: tuple[Fired, ...], region: Region, *, elsewhere: bool
) -> Places:
    """What stands in the places of sentences."""
    lines = decision.limits.lines(region, elsewhere=elsewhere)
    causes = called_together(decision, _causes(decision, hits))
    return {**places_of(facts, lines), "causes": causes}


def _told(
    decision: Decision,
    answers: Answers,
    facts: Facts,
    hits: tuple[Fired, ...],
    places: Places,
    *,
    urgent: bool,
) -> Iterator[FiredRule]:
    """The lines of all rules; from ``today`` on, each medicine is asked about before its dose."""
    harming = frozenset(decision.medicines) if urgent else _harming(hits)
    for hit in hits:
        rule = hit.rule
        yield FiredRule(
            id=rule.id,
            level=hit.level,
            stop=hit.stop,
            because=fill(_because(decision, hit, harming), places),
            detail=fill(rule.detail, places),
            sources=rule.sources,
            unknown=hit.unknown,
            answers=answers_behind(rule, decision, answers),
            clears=() if hit.unknown else rule.clears,
            left_open=_in_order(decision, questions_left_open(hit, facts)),
            at_once="" if hit.unknown else rule.at_once,
        )


def _harming(hits: Iterable[Fired]) -> frozenset[str]:
    """The medicines that may have caused a sign that was told, or that is not ruled out."""
    return frozenset(name for hit in hits for name in hit.rule.harm_of)


def _asks_before_dose(decision: Decision, hits: tuple[Fired, ...]) -> bool:
    """Whether a line says to ask before the next dose: of a sign, or of a medicine taken."""
    return any(hit.rule.harm_of for hit in hits if not hit.unknown) or any(
        medicine.because_harm for medicine in _causes(decision, hits)
    )


def _causes(decision: Decision, hits: tuple[Fired, ...]) -> Iterator[Medicine]:
    """The medicines that are taken, and that may be the cause of a sign."""
    harming = _harming(hits)
    taken = (decision.medicine_of_rule.get(hit.rule.id) for hit in hits if not hit.unknown)
    return (medicine for medicine in taken if medicine is not None and medicine.id in harming)


def _because(decision: Decision, hit: Fired, harming: frozenset[str]) -> str:
    """The line of a rule; a medicine's own line gives way beside a sign of harm by it."""
    medicine = decision.medicine_of_rule.get(hit.rule.id)
    if medicine is not None and medicine.id in harming and medicine.because_harm:
        return medicine.because_harm
    return hit.rule.unsure if hit.unknown and hit.rule.unsure else hit.rule.because


def _ask(decision: Decision, hits: Iterable[Fired], facts: Facts) -> Iterator[str]:
    left_open = (name for hit in hits for name in questions_left_open(hit, facts))
    for name in _in_order(decision, left_open):
        yield decision.questions[name].take_along


def _in_order(decision: Decision, questions: Iterable[str]) -> tuple[str, ...]:
    named = frozenset(questions)
    return tuple(name for name in decision.questions if name in named) if named else ()
