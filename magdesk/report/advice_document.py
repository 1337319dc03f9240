"""An advice told once, section by section, each line with what stands behind it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from magdesk.advice.advice import Advice, Amount, Change, FiredRule, Option, Spacing
from magdesk.advice.spacing import longest_gap
from magdesk.advice.summary import compound
from magdesk.intake.label.shares import Shares
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Level
from magdesk.knowledge.sentences import Sentences
from magdesk.report.asked_for import asked_for
from magdesk.report.blocks import Block, Document, Facts, Items, Line, Origin, Paragraph, Section
from magdesk.report.dates import long_date
from magdesk.report.level_words import headline_of, instructions, lead_of
from magdesk.report.reasons import Reason, reasons
from magdesk.rules.facts import NONE
from magdesk.rules.firing import RANK

_MOST_DETAILS = 3
"""So many rules behind one line are told in detail; more would be a list of their own."""
_ASKED_AS = (
    ("test", "ask.tests"),
    ("question", "ask.questions"),
    ("value", "ask.values"),
    ("person", "ask.persons"),
)
_KINDS = frozenset(kind for kind, _ in _ASKED_AS)


def advice_document(advice: Advice, library: Library) -> Document:
    """The whole advice in reading order: what to do first, products last."""
    words = library.report_words
    title = headline_of(advice, library.decision)
    return Document(
        title=title if advice.complete else words("not_finished", count=len(advice.missing)),
        sections=tuple(advice_sections(advice, library)),
        footer=_edition(advice, words),
    )


def advice_sections(advice: Advice, library: Library) -> Iterator[Section]:
    """Those sections that have something to say, by id: ``opening``, ``summary``, ``reasons`` …."""
    words, decision = library.report_words, library.decision
    told: tuple[tuple[str, str, Iterable[Block]], ...] = (
        ("opening", "", _opening(advice, library)),
        ("summary", words("summary"), _summary(advice, words)),
        ("do", words("do"), _items(map(Line, instructions(advice, decision)))),
        ("reasons", words("reasons"), _reasons(advice, decision, words)),
        ("ask", words("ask"), ask_blocks(advice, library)),
        ("steps", words("steps"), _steps(advice)),
        ("options", words("options"), _options(advice, library)),
        ("amount", words("amount"), _amount(advice, library)),
        (
            "spacing",
            words("spacing.later" if advice.stop else "spacing"),
            _spacing(advice.spacing, words),
        ),
        ("watch", words("watch"), _watch(advice)),
        ("changes", words("changes"), _changes(advice.would_change, decision, words)),
        ("purpose", "", [Paragraph(Line(library.content.purpose), small=True)]),
    )
    for name, heading, blocks in told:
        kept = tuple(blocks)
        if kept:
            yield Section(name, heading, kept)


def ask_blocks(advice: Advice, library: Library, kinds: Container[str] = _KINDS) -> Iterator[Items]:
    """What to ask for, by kind: what clears the rules that fired, then what was not sure."""
    words = library.report_words
    weightiest_first = sorted(advice.rules, key=lambda rule: -RANK[rule.level])
    asked = asked_for(weightiest_first, library.decision.measured, words)
    for kind, heading in _ASKED_AS:
        if kind not in kinds:
            continue
        lines = [
            Line(each.text, origin=Origin(each.rules, sources=each.sources, detail=each.why))
            for each in asked
            if each.kind == kind
        ]
        if kind == "question":
            told = {line.text for line in lines}
            lines += [Line(text) for text in advice.ask if text not in told]
        if lines:
            yield Items(tuple(lines), words(heading))


def reason_origin(reason: Reason, decision: Decision, words: Sentences) -> Origin:
    """What stands behind one line of *Why*."""
    details = (rule.detail for rule in reason.rules) if len(reason.rules) <= _MOST_DETAILS else ()
    return Origin(
        rules=reason.rules,
        answers=reason.answers,
        detail=" ".join(filter(None, details)),
        sources=tuple(dict.fromkeys(key for rule in reason.rules for key in rule.sources)),
        weight=weight_words(reason.level, reason.rules, decision, words),
    )


def weight_words(
    level: Level, rules: Iterable[FiredRule], decision: Decision, words: Sentences
) -> str:
    """What a level means in a few words, and whether magnesium waits."""
    name = "weight.stops" if any(rule.stop for rule in rules) else "weight"
    return words(name, level=decision.levels[level].short)


def joint_gap(gaps: tuple[Spacing, ...], words: Sentences) -> str:
    """One line that keeps the hours of every medicine."""
    before, after = longest_gap(gaps)
    if any(gap.before_h is not None and gap.after_h is None for gap in gaps):
        return words("spacing.before", before=before)
    return words("spacing.before_and_after", before=before, after=after)


def _opening(advice: Advice, library: Library) -> Iterator[Block]:
    decision, words = library.decision, library.report_words
    if advice.complete:
        yield Paragraph(Line(lead_of(advice, decision)))
    else:
        yield Paragraph(Line(headline_of(advice, decision)))
        left = ", ".join(_left_open(advice, decision, words))
        yield Paragraph(Line(words("not_answered", questions=left)))


def _left_open(advice: Advice, decision: Decision, words: Sentences) -> Iterator[str]:
    """The steps that are not finished, each with what it still asks."""
    for page in decision.pages:
        asked = [decision.questions[name] for name in advice.missing]
        left = ", ".join(question.short for question in asked if question.page == page.id)
        if left:
            yield words("not_answered.of_page", page=page.step or page.title, questions=left)


def _items(lines: Iterable[Line]) -> Iterator[Block]:
    kept = tuple(lines)
    if kept:
        yield Items(kept)


def _summary(advice: Advice, words: Sentences) -> Iterator[Block]:
    rows = tuple((words(f"summary.{told.part}"), Line(told.text)) for told in advice.summary)
    if rows:
        yield Facts(rows)


def _reasons(advice: Advice, decision: Decision, words: Sentences) -> Iterator[Block]:
    lines = []
    for reason in reasons(advice, decision, words):
        said = "; ".join(answer.text for answer in reason.answers)
        text = words("reasons.said", reason=reason.text, said=said) if said else reason.text
        lines.append(Line(text, origin=reason_origin(reason, decision, words)))
    return _items(lines)


def _steps(advice: Advice) -> Iterator[Block]:
    return _items(
        Line(step.text, f"{step.title}.", Origin(sources=step.sources))
        for step in advice.first_steps
    )


def _watch(advice: Advice) -> Iterator[Block]:
    return _items(Line(sign.text, origin=Origin(sources=sign.sources)) for sign in advice.watch)


def _options(advice: Advice, library: Library) -> Iterator[Block]:
    if not advice.options:
        return
    words, decision = library.report_words, library.decision
    yield Paragraph(Line(words("options.may_not_help")))
    if advice.level != "self_care":
        short = decision.levels[advice.level].short
        yield Paragraph(Line(words("options.later", level=short)))
    yield Items(tuple(_option(option, library) for option in advice.options))


def _option(option: Option, library: Library) -> Line:
    none = library.report_words("options.none")
    name = none if option.form == NONE else library.catalogue.forms[option.form].name
    reasons = (reason.text for reason in (*option.in_favour, *option.against))
    return Line(" ".join(reasons), f"{name}.")


def _amount(advice: Advice, library: Library) -> Iterator[Block]:
    if advice.amount is not None:
        for text in _amount_texts(advice.amount, library):
            yield Paragraph(Line(text))
        for text in _salt_texts(advice, advice.amount, library):
            yield Paragraph(Line(text))


def _salt_texts(advice: Advice, amount: Amount, library: Library) -> Iterator[str]:
    """What the compound that the summary names can hold: as the label's page reads it."""
    form = advice.options[0].form
    label = library.decision.labels.get(form)
    share = Shares(library.catalogue.forms, library.labels).of(form) if label else None
    if label is None or label.fraction is None or share is None or share.certain:
        return
    salt = compound(amount.start_mg, label.fraction)
    yield library.report_words(
        "amount.salt",
        compound=salt,
        form=label.name.lower(),
        low=round(int(salt) * share.low),
        high=round(int(salt) * share.high),
    )


def _amount_texts(amount: Amount, library: Library) -> Iterator[str]:
    words, decision = library.report_words, library.decision
    start = words("amount.start", start=amount.start_mg)
    most = words("amount.most", most=amount.max_mg)
    yield f"{start} {most}"
    if amount.portions > 1:
        yield words("amount.portions", portion=f"{decision.amount.portion_mg:g}")
    yield words(
        "amount.limit",
        limit=f"{amount.limit_mg:g}",
        region=decision.limits.regions[amount.region].name,
        already=f"{amount.already_mg:g}",
    )
    yield words("amount.room")
    yield words("amount.review", count=amount.review_weeks)


def _spacing(gaps: tuple[Spacing, ...], words: Sentences) -> Iterator[Block]:
    if not gaps:
        return
    yield Items(tuple(Line(gap.note, f"{gap.label}:") for gap in gaps))
    if len(gaps) > 1:
        yield Paragraph(Line(joint_gap(gaps, words)))


def _changes(changes: Iterable[Change], decision: Decision, words: Sentences) -> Iterator[Block]:
    return _items(
        Line(
            words(
                "changes.then_stop" if change.stop else "changes.then",
                level=decision.levels[change.level].short,
            ),
            words("changes.if", said=change.said),
        )
        for change in changes
    )


def _edition(advice: Advice, words: Sentences) -> str:
    edition = advice.content
    return words("edition", version=edition.version, date=long_date(edition.reviewed))
