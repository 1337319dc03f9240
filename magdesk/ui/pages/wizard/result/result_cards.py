"""Cards of the result: what to do, why, what to ask, hours to keep, what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from magdesk.advice.advice import Advice, Change, Spacing, StepAdvice
from magdesk.advice.advise import advise
from magdesk.knowledge.decision_records import Medicine
from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import joint_gap
from magdesk.report.reasons import Reason
from magdesk.rules.facts import Answer
from magdesk.rules.firing import RANK
from magdesk.ui.pages.wizard.result.line_origin import Origin, reason_origin, stops, weight_words
from magdesk.ui.pages.wizard.result.result_lines import BulletLine, WhyLine, bold
from magdesk.ui.pages.wizard.result.text_card import TextCard
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.text import Heading, escape

_STEP_ICONS = {
    "caffeine": "cup",
    "alcohol": "cup",
    "sleep": "moon",
    "screen": "clock",
    "fluids": "drop",
    "stretch": "run",
}


class ListCard(TextCard):
    """A heading and lines below it."""

    def __init__(self, title: str, lines: Iterable[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        heading = Heading(title, "card")
        heading.setWordWrap(True)
        self.body.add(heading)
        for line in lines:
            self.body.add(line)


class ChangeLine(WhyLine):
    """What would change the answer; the rules behind it are worked out when it is opened."""

    plain_detail = True

    def __init__(
        self, change: Change, advice: Advice, answers: Mapping[str, Answer], library: Library
    ) -> None:
        self._change = change
        self._advice = advice
        self._answers = answers
        self._library = library
        then = weight_words(change.level, change.stop, library.decision)
        lead = self.tr("If {}:").format(change.said)
        super().__init__(bold(lead, then), Origin(), library.bibliography)

    def origin(self) -> Origin:
        changed = {**self._answers, self._change.question: self._change.answer}
        other = advise(self._library.decision, changed, self._advice.region)
        known = {(rule.id, rule.level) for rule in self._advice.rules}
        new = [rule for rule in other.rules if (rule.id, rule.level) not in known]
        sources = dict.fromkeys(key for rule in new for key in rule.sources)
        return Origin(
            rules=tuple(rule.id for rule in new),
            detail=" ".join(rule.because for rule in new),
            sources=tuple(sources),
        )


def do_card(title: str, instructions: Sequence[str]) -> ListCard:
    """Return the card that says what to do now."""
    return ListCard(title, [BulletLine(escape(text)) for text in instructions])


def reasons_card(title: str, found: Sequence[Reason], none: str, library: Library) -> ListCard:
    """Return the card of the rules that fired; ``none`` stands where there are none."""
    lines: list[QWidget] = [_reason_line(reason, library) for reason in found]
    return ListCard(title, lines or [Prose(none)])


def ask_card(title: str, lead: str, questions: Sequence[str]) -> ListCard:
    """Return the card of questions to take along."""
    lines: list[QWidget] = [Prose(lead, tone="text2")]
    lines += [BulletLine(f"“{escape(text)}”", "question", "caution_text") for text in questions]
    return ListCard(title, lines)


def steps_card(title: str, steps: Sequence[StepAdvice], library: Library) -> ListCard:
    """Return the card of what comes before any product."""
    lines = [
        WhyLine(
            bold(step.title.rstrip(".") + ".", step.text),
            Origin(rules=(f"first_step.{step.id}",), sources=step.sources),
            library.bibliography,
            icon=_STEP_ICONS.get(step.id, "check"),
            ink="accent",
        )
        for step in steps
    ]
    return ListCard(title, lines)


def spacing_card(title: str, gaps: tuple[Spacing, ...], library: Library) -> ListCard:
    """Return the card of hours to keep, with one line that keeps them all."""
    lines: list[QWidget] = [_gap_line(gap, library) for gap in gaps]
    if len(gaps) > 1:
        lines.append(Prose(joint_gap(gaps, library.report_words), weight=600))
    return ListCard(title, lines)


def changes_card(
    title: str, advice: Advice, answers: Mapping[str, Answer], library: Library
) -> ListCard:
    """Return the card of what would change the answer."""
    lines = [ChangeLine(change, advice, answers, library) for change in advice.would_change]
    return ListCard(title, lines)


def _reason_line(reason: Reason, library: Library) -> WhyLine:
    ask_first = RANK["ask_first"]
    stop = stops(reason)
    icon = "alert" if RANK[reason.level] > ask_first else "question" if stop else "info"
    weighs = stop or RANK[reason.level] >= ask_first
    origin = reason_origin(reason, library.decision)
    return WhyLine(
        escape(reason.text),
        origin,
        library.bibliography,
        icon=icon,
        ink="caution_text" if weighs else "text2",
    )


def _gap_line(gap: Spacing, library: Library) -> WhyLine:
    medicine: Medicine = library.decision.medicines[gap.medicine]
    origin = Origin(
        rules=(f"medicine.{gap.medicine}",),
        said=(medicine.said,),
        detail=medicine.detail,
        sources=medicine.sources,
    )
    return WhyLine(
        bold(f"{gap.label}:", gap.note),
        origin,
        library.bibliography,
        icon="pill",
        ink="medicine",
    )
