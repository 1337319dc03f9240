"""The summary: at most five short sentences, each after the word that the eye looks for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.report.blocks import Facts, Section
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.widgets.access.accessible_roles import as_line, as_page
from magdesk.ui.widgets.access.focus import LEAST_TARGET, RingMemory, paint_ring
from magdesk.ui.widgets.cards import Card, IconLabel, Line
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph, escape

_ICONS = ("check", "clock", "drop", "bars", "doctor")
"""Of danger, do, form, amount and doctor."""

_BESIDE_FROM = 420.0


class SummaryCard(QWidget):
    """Read row by row: Tab goes from one to the next; ``told`` holds what is said."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told: tuple[str, ...] = ()
        rows = [row for block in section.blocks if isinstance(block, Facts) for row in block.rows]
        card = Card()
        card.body.setSpacing(round(8 * unit(self)))
        leads = [Paragraph(escape(lead), "lead", weight=650) for lead, _ in rows]
        widest = max((lead.sizeHint().width() for lead in leads), default=0)
        for place, (_, line) in enumerate(rows):
            if place:
                card.body.addWidget(Line())
            leads[place].setMinimumWidth(widest)
            row = _Row(_ICONS[place], leads[place], line.text)
            as_line(row, f"{leads[place].text()} {line.text}")
            card.body.addWidget(row)
        self.told = tuple(line.text for _, line in rows)
        column = Column()
        column.add(card)
        box = ChoiceBox(section.heading, column, "", self, shown=False)
        as_page(box, section.heading)  # a group would be read as a whole
        box.setObjectName("result.summary")
        box.setAccessibleIdentifier("result.summary")
        around = Column()
        around.add(box)
        self.setLayout(around)


class _Strut(QWidget):
    """Keeps a row as high as a target has to be, also in small text."""

    def sizeHint(self) -> QSize:
        return QSize(0, round(LEAST_TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _Row(QWidget):
    """Icon, lead word and sentence; Tab stops here, so that the result is heard line by line."""

    def __init__(self, icon: str, lead: Paragraph, text: str) -> None:
        super().__init__()
        self._ring = RingMemory()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        one = unit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, round(2 * one), 0, round(2 * one))
        row.setSpacing(round(5 * one))  # on either side of the strut
        mark = QVBoxLayout()
        mark.setContentsMargins(0, round(3 * one), 0, 0)
        mark.addWidget(IconLabel(icon, "accent", 16.0))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addWidget(_Strut())
        both = SwitchBox(_BESIDE_FROM * one, (0, 1), gap=14 * one)
        both.add(lead)
        both.add(Paragraph(escape(text), "lead"))
        row.addLayout(both, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring while the keyboard is here."""
        if self.hasFocus() and self._ring.shown:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            one = unit(self)
            paint_ring(painter, QRectF(self.rect()), 5 * one, one, current_theme())
            painter.end()
