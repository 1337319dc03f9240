"""The result of *today* and *emergency*: calm, strong, and without any product."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from magdesk.advice.advice import Advice
from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.report.blocks import Facts, Line, Section, lines_of
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.pages.wizard.frame.emergency_line import RegionBox
from magdesk.ui.pages.wizard.result.advice_page import AdvicePage
from magdesk.ui.pages.wizard.result.phone_box import PhoneBox, phone_words
from magdesk.ui.pages.wizard.result.told_lines import by_weight
from magdesk.ui.pages.wizard.result.why_line import bold
from magdesk.ui.widgets.bullet_line import BulletLine
from magdesk.ui.widgets.cards import CareCard, Note
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph, escape

_TIMES, _WEIGHT = 8.6, 750
_LEAST_SHARE = 0.5


class BigNumber(Drawn, QLabel):
    """Painted as large as the page's text allows; smaller where the window is narrow."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.setAccessibleName(number)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def number_font(self) -> QFont:
        """Return the font of the number, as large as it may be."""
        return scaled_font(self, _TIMES, _WEIGHT)

    def fitting_font(self) -> QFont:
        """Return the font in which the number fits the width there is."""
        share = min(1.0, self.width() / self.sizeHint().width())
        return scaled_font(self, _TIMES * share, _WEIGHT)

    def measure(self, one: float) -> tuple[float, float]:
        metrics = QFontMetrics(self.number_font())
        return metrics.horizontalAdvance(self.text()) + 4, round(metrics.capHeight() * 1.3)

    def least(self, one: float) -> tuple[float, float]:
        least = self.sizeHint() * _LEAST_SHARE
        return least.width(), least.height()

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw it in the red that can be read as text."""
        painter.setPen(theme.color("danger_text"))
        painter.setFont(self.fitting_font())
        metrics = QFontMetrics(self.fitting_font())
        base = (self.height() + metrics.capHeight()) // 2
        painter.drawText(0, base, self.text())


_BESIDE_FROM = 560.0


class CarePage(AdvicePage):
    """Tells also when another region is meant."""

    region_chosen = Signal(str)

    def __init__(self, sheet: AnswerSheet, advice: Advice, library: Library) -> None:
        super().__init__(advice, library)
        self._limits = library.decision.limits.regions
        self._region = self._limits[advice.region]
        self.body.set_spacing(round(8 * unit(self)))
        self.body.add_space(8 * unit(self))
        icon = "phone" if self._is_emergency else "alert"
        self.card = CareCard(self._document.title, icon)
        self.card.setAccessibleName("")  # of a group with a name, all is read at once
        self.take_title(self.card.title)
        self.title.setAccessibleName(self.title_words())
        self.call(self.tr("Your result"))
        self._fill_card(phone_words(advice, sheet.answers, library.decision))
        self.body.add(self.card)
        self._add_danger_note()
        self._add_folds()
        self.body.add(Paragraph(escape(library.report_words("care.magnesium"))))

    def title_words(self) -> str:
        told = (line.text for line in self._summary())
        return f"{self._document.title}. {' '.join(told)}"

    def forms(self) -> list[str]:
        """Return nothing: no product stands beside a danger sign."""
        return []

    @property
    def _is_emergency(self) -> bool:
        return self.advice.level == "emergency"

    # --- the card ---------------------------------------------------------------------------

    def _fill_card(self, phone: str) -> None:
        body = self.card.body
        told = self._told()
        if self._is_emergency:
            one = unit(self)
            head = SwitchBox(_BESIDE_FROM * one, (0, 1), gap=26 * one, gap_below=8 * one)
            first, _, other = self._region.emergency_number.partition(" or ")
            head.add(BigNumber(first))
            head.add(self._beside_number(told, other))
            body.addLayout(head)
        else:
            body.addWidget(told)
        do = self._document.section("do")
        for line in () if do is None else self._left_to_do(do):
            body.addWidget(BulletLine(escape(line.text), ink="danger_text", size="lead"))
        body.addWidget(PhoneBox(phone))

    def _told(self) -> QWidget:
        """The two sentences of the summary, as a real group."""
        column = Column(4 * unit(self))
        for lead, line in self._rows():
            column.add(Paragraph(bold(lead, line.text), "lead"))
        summary = self._document.section("summary")
        box = ChoiceBox(summary.heading if summary else "", column, "", None, shown=False)
        return box.identifier("result.summary")

    def _beside_number(self, told: QWidget, other: str) -> QVBoxLayout:
        one = unit(self)
        column = spaced(QVBoxLayout(), 6 * one)
        column.addWidget(told)
        if other:
            column.addWidget(Paragraph(escape(self.tr("Or call {}.").format(other)), "lead"))
        row = spaced(QHBoxLayout(), 6 * one)
        question = Paragraph(self.tr("Where are you?"), tone="text2")
        row.addWidget(question)
        box = RegionBox(self._limits)
        box.show_region(self.advice.region)
        box.region_chosen.connect(self.region_chosen)
        question.setBuddy(box)
        row.addWidget(box)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _rows(self) -> tuple[tuple[str, Line], ...]:
        section = self._document.section("summary")
        blocks = () if section is None else section.blocks
        return tuple(row for block in blocks if isinstance(block, Facts) for row in block.rows)

    def _summary(self) -> tuple[Line, ...]:
        return tuple(line for _, line in self._rows())

    def _left_to_do(self, do: Section) -> tuple[Line, ...]:
        """The instructions that the summary has not told, and that are no danger note."""
        told = " ".join(line.text for line in self._summary())
        note = self._danger_line(do)
        number = self._region.emergency_number
        left = [line for line in lines_of(do) if line.text not in told and line != note]
        if self._is_emergency:  # it stands there large, and in the summary
            left = [line for line in left if number not in line.text or number not in told]
        return tuple(left)

    def _danger_line(self, do: Section | None) -> Line | None:
        """Below *emergency*: the instruction that names the emergency number."""
        if do is None or self._is_emergency:
            return None
        number = self._region.emergency_number
        return next((line for line in lines_of(do) if number in line.text), None)

    def _add_danger_note(self) -> None:
        line = self._danger_line(self._document.section("do"))
        if line is not None:
            self.body.add(Note("danger", "", escape(line.text), icon="phone"))

    # --- what is folded ---------------------------------------------------------------------

    def _add_folds(self) -> None:
        weighty, others = by_weight(self.advice, self._library)
        told = (*weighty, *others)
        count = self.tr("%n reason(s)", "", len(told))
        self.add_fold("reasons", self.tr("Why"), count, self.reason_lines, told)
        for name in ("ask", "changes"):
            section = self._document.section(name)
            if section is not None:
                self.add_fold(name, section.heading, "", self.section_lines, section)
