"""The proofs as rows with a tick, and counts as words with a number beside them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.knowledge.assurance import Proof, Stories
from magdesk.knowledge.records import Level
from magdesk.knowledge.records.decision_records import LevelText
from magdesk.ui.look.theme import tabular, unit
from magdesk.ui.pages.safety.safety_words import count_words
from magdesk.ui.widgets.cards import Card, IconLabel, Line
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph, Tone


class ProofRow(QWidget):
    """One property: a tick or a warning, what it says, and how much work it was to show."""

    def __init__(self, proof: Proof, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        row = spaced(QHBoxLayout(self), 12 * one, 0, 5 * one)
        mark = IconLabel("check", "ok_text") if proof.holds else IconLabel("alert", "danger_text")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = spaced(QVBoxLayout(), 2 * one)
        title = proof.heading
        column.addWidget(Paragraph(title, weight=650, single=True))
        column.addWidget(Paragraph(proof.statement, tone="text2"))
        verdict = self.tr("Proven") if proof.holds else self.tr("Not proven")
        proven = self.tr("Proven, in %n part(s)", "", proof.obligations)
        told = proven if proof.holds else verdict
        self.verdict = Paragraph(told, "small", "text3", single=True)
        self.verdict.set_color("text3" if proof.holds else "danger_text")
        column.addWidget(self.verdict)
        row.addLayout(column, 1)
        self.setAccessibleName(f"{title}. {verdict}.")


class FigureRow(QWidget):
    """What was counted, and the number at the right; ``inside`` is a part of the row above."""

    def __init__(
        self, text: str, number: str, parent: QWidget | None = None, *, inside: bool = False
    ) -> None:
        super().__init__(parent)
        one = unit(self)
        row = spaced(QHBoxLayout(self), 16 * one, round(18 * one) if inside else 0, 0, 0, 0)
        tone: Tone = "text2" if inside else "text"
        row.addWidget(Paragraph(text, tone=tone, single=True), 1, Qt.AlignmentFlag.AlignTop)
        self.number = Paragraph(number, tone=tone, weight=None if inside else 650, single=True)
        self.number.setFont(tabular(self.number.font()))
        self.number.setWordWrap(False)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{text}: {number}")


class ProofCard(Card):
    """All proofs, a hairline between them."""

    def __init__(self, proofs: tuple[Proof, ...]) -> None:
        super().__init__()
        self.rows = [ProofRow(proof, self) for proof in proofs]
        for place, row in enumerate(self.rows):
            if place:
                self.body.addWidget(Line(self))
            self.body.addWidget(row)


class StoryCard(Card):
    """How the program's answers compare with what the stories must give."""

    def __init__(self, stories: Stories, levels: Mapping[Level, LevelText]) -> None:
        super().__init__()
        right = stories.accuracy
        self.rows = [
            FigureRow(self.tr("At the right level"), count_words(right.count, right.of), self)
        ]
        for part in stories.levels:
            number = count_words(part.count, part.of)
            self.rows.append(FigureRow(levels[part.level].short, number, self, inside=True))
        further = (
            (self.tr("Safe: at the right level or a more careful one"), stories.safety),
            (self.tr("Too careful"), stories.over_triage),
            (self.tr("Not careful enough"), stories.under_triage),
            (self.tr("Not careful enough about a danger sign"), stories.danger_under_triage),
        )
        for text, share in further:
            self.rows.append(FigureRow(text, count_words(share.count, share.of), self))
        for row in self.rows:
            self.body.addWidget(row)
