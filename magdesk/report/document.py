"""An advice as a plain document of headings, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from magdesk.advice.advice import Advice, Amount, Change, Option, Spacing
from magdesk.advice.spacing import longest_gap
from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.limits import RegionLimits
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Level
from magdesk.report.reasons import reasons
from magdesk.rules.facts import NONE

Kind = Literal["title", "heading", "text", "item", "small"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the document."""

    kind: Kind
    text: str
    lead: str = ""
    """Words in bold before the text."""


def advice_document(advice: Advice, library: Library) -> tuple[Block, ...]:
    """The whole advice in reading order: what to do first, products last."""
    decision = library.decision
    blocks = [
        *_opening(advice, decision),
        *_list("Why", _reasons(advice, decision)),
        *_list("Ask your pharmacist or doctor", (Block("item", text) for text in advice.ask)),
        *_list(
            "Do this first",
            (Block("item", step.text, lead=f"{step.title}.") for step in advice.first_steps),
        ),
    ]
    if advice.options:
        blocks += _options(advice, library.catalogue)
    if advice.amount is not None:
        blocks += _amount(advice.amount, decision.limits.regions[advice.region])
    blocks += _spacing(advice.spacing)
    blocks += _list("What would change this", _changes(advice.would_change, decision))
    blocks += _closing(advice, library)
    return tuple(blocks)


def lead_of(advice: Advice, decision: Decision) -> str:
    """The first sentence below the headline."""
    told = decision.levels[advice.level]
    return filled(told.stop_lead if advice.stop and told.stop_lead else told.lead, advice, decision)


def instructions(advice: Advice, decision: Decision) -> tuple[str, ...]:
    """What to do now, one instruction each."""
    return tuple(filled(text, advice, decision) for text in decision.levels[advice.level].do)


def filled(text: str, advice: Advice, decision: Decision) -> str:
    """The text with the phone numbers of the region."""
    region = decision.limits.regions[advice.region]
    text = text.replace("{emergency_number}", region.emergency_number)
    return text.replace("{urgent_line}", region.urgent_line)


def level_words(level: Level, decision: Decision) -> str:
    """A level in a few words."""
    return decision.levels[level].short


def _opening(advice: Advice, decision: Decision) -> Iterator[Block]:
    yield Block("title", filled(decision.levels[advice.level].headline, advice, decision))
    yield Block("text", lead_of(advice, decision))
    for text in instructions(advice, decision):
        yield Block("item", text)
    if not advice.complete:
        open_questions = ", ".join(decision.questions[name].short for name in advice.missing)
        yield Block("text", f"{open_questions}.", lead="Not answered yet:")


def _list(heading: str, items: Iterable[Block]) -> Iterator[Block]:
    items = tuple(items)
    if items:
        yield Block("heading", heading)
        yield from items


def _reasons(advice: Advice, decision: Decision) -> Iterator[Block]:
    for reason in reasons(advice, decision):
        said = "; ".join(answer.text for answer in reason.answers)
        yield Block("item", f"{reason.text} (You said: {said}.)" if said else reason.text)


def _options(advice: Advice, catalogue: Catalogue) -> Iterator[Block]:
    yield Block("heading", "If you still want to try magnesium")
    for option in advice.options:
        yield Block("text", _option_text(option), lead=f"{_form_name(option, catalogue)}.")


def _option_text(option: Option) -> str:
    return " ".join((*option.in_favour, *option.against))


def _form_name(option: Option, catalogue: Catalogue) -> str:
    return "No supplement" if option.form == NONE else catalogue.forms[option.form].name


def _amount(amount: Amount, region: RegionLimits) -> Iterator[Block]:
    yield Block("heading", "Amount")
    yield Block(
        "text",
        f"Start with {amount.start_mg} mg of magnesium a day, with food. "
        f"Stay at or below {amount.max_mg} mg a day. "
        + ("Above 100 mg, take two portions. " if amount.portions > 1 else "")
        + f"The limit for supplements is {amount.limit_mg:g} mg a day ({region.name}). "
        f"You already take {amount.already_mg:g} mg. Food does not count. "
        "This is room under a limit, not a dose.",
    )
    yield Block(
        "text",
        f"Look again after {amount.review_weeks} weeks. Stop if nothing has changed. "
        "It may not help.",
    )


def _spacing(gaps: tuple[Spacing, ...]) -> Iterator[Block]:
    if not gaps:
        return
    yield Block("heading", "Hours to keep to your medicines")
    for gap in gaps:
        yield Block("item", gap.note, lead=f"{gap.label}:")
    if len(gaps) > 1:
        yield Block("text", joint_gap(gaps))


def joint_gap(gaps: tuple[Spacing, ...]) -> str:
    """One line that keeps the hours of every medicine."""
    before, after = longest_gap(gaps)
    line = f"To keep all of these: take magnesium at least {before} hours after your medicines"
    if any(gap.after_h is None for gap in gaps):
        return f"{line}, and not before them on the same day."
    return f"{line}, or at least {after} hours before them."


def _changes(changes: Iterable[Change], decision: Decision) -> Iterator[Block]:
    for change in changes:
        then = level_words(change.level, decision)
        stop = " Do not start magnesium." if change.stop else ""
        yield Block("item", f"{then}.{stop}", lead=f"If {change.said}:")


def _closing(advice: Advice, library: Library) -> Iterator[Block]:
    yield Block("small", library.content.purpose)
    yield Block(
        "small",
        f"Content {advice.content.version}, reviewed {advice.content.reviewed.isoformat()}.",
    )
