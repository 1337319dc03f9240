"""The result of today or emergency: calm, strong, and without any product."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.level_words import filled, instructions, lead_of
from magdesk.report.reasons import reasons
from magdesk.rules.facts import Answer
from magdesk.rules.firing import RANK
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.result.line_origin import reason_origin
from magdesk.ui.pages.wizard.result.phone_words import phone_words
from magdesk.ui.pages.wizard.result.result_lines import BulletLine, WhyLine
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card, CareCard, Note
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.text import Heading, escape


class CarePart(QWidget):
    """The care card, the note on danger signs, and why there is no product."""

    def __init__(
        self,
        advice: Advice,
        answers: Mapping[str, Answer],
        library: Library,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._advice, self._answers, self._library = advice, answers, library
        decision = library.decision
        self._region = decision.limits.regions[advice.region]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(12 * unit(self)))
        emergency = advice.level == "emergency"
        headline = filled(decision.levels[advice.level].headline, advice, decision)
        self.card = CareCard(headline, "phone" if emergency else "alert")
        if emergency:  # who has to call first reads first what to do
            self._add_instructions()
            self._add_reasons()
        else:
            self._add_reasons()
            self._add_instructions()
        self.card.body.addWidget(PhoneBox(phone_words(advice, answers, decision)))
        column.addWidget(self.card)
        if not emergency:
            column.addWidget(self._danger_note())
        closing = self.tr("Magnesium is not the answer here, so we show no product.")
        column.addWidget(Prose(closing, tone="text2"))

    def _add_instructions(self) -> None:
        body, gap = self.card.body, round(4 * unit(self))
        body.addSpacing(gap)
        body.addWidget(Heading(self.tr("What to do now"), "section"))
        for text in instructions(self._advice, self._library.decision):
            body.addWidget(BulletLine(escape(text), ink="danger", size="lead"))
        body.addSpacing(gap)

    def _add_reasons(self) -> None:
        """Tell back what was said, what that means, and which rule says so."""
        decision, body = self._library.decision, self.card.body
        found = reasons(self._advice, decision, self._library.report_words)
        urgent = [reason for reason in found if RANK[reason.level] >= RANK["today"]]
        said = dict.fromkeys(told.text for reason in urgent for told in reason.answers)
        words = f"{self.tr('You said:')} <b>{escape('; '.join(said))}.</b>"
        body.addWidget(Prose(words, "lead"))
        body.addWidget(Prose(lead_of(self._advice, decision), "lead"))
        for reason in urgent:
            origin = reason_origin(reason, decision)
            line = WhyLine(
                escape(reason.text), origin, self._library.bibliography, size="lead", link="text"
            )
            body.addWidget(line)

    def _danger_note(self) -> Note:
        lead = self.tr("Call {} now").format(self._region.emergency_number)
        words = self.tr(
            "if your face drops on one side, you cannot speak clearly, your chest hurts, "
            "you cannot breathe well, you faint, or you lose control of bladder or bowel."
        )
        return Note("danger", lead, words, icon="phone")


class PhoneBox(Card):
    """What can be said on the phone, to read out or to copy."""

    copied = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="window")
        self._words = words
        row = QHBoxLayout()
        title = Prose(self.tr("What you can say on the phone"), "small", weight=650)
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        copy = Button(self.tr("Copy"), "ghost", "copy")
        copy.identifier("wizard.copy_phone")
        copy.setAccessibleName(self.tr("Copy what you can say on the phone"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        self.body.addLayout(row)
        self._text = Prose(f"“{words}”", "lead")
        self.body.addWidget(self._text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        announce(self, self.tr("Copied"))
        self.copied.emit()
