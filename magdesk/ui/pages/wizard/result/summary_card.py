"""The summary: at most five short sentences, each after the word that the eye looks for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from magdesk.report.blocks import Facts, Section
from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.widgets.access.accessible_roles import as_line, as_page
from magdesk.ui.widgets.access.focus import LEAST_TARGET
from magdesk.ui.widgets.cards import Surface, card_margins
from magdesk.ui.widgets.drawn import Drawn, Ringed
from magdesk.ui.widgets.layouts.self_placing import Places, SelfPlacing
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Paragraph, escape

_ICONS = ("clock", "drop", "bars", "doctor")
"""Of do, form, amount and doctor; that of danger follows the level."""

_ICON, _ICON_TOP = 16.0, 5.0
_AROUND = 2.0
_TEXT_LEFT = 26.0
_BESIDE_FROM, _BESIDE = 420.0, 14.0
_BETWEEN = 17.0


class SummaryCard(Surface):
    """Read row by row: Tab goes from one to the next."""

    def __init__(self, section: Section, danger: str) -> None:
        super().__init__()
        icons = (danger, *_ICONS)
        rows = [row for block in section.blocks if isinstance(block, Facts) for row in block.rows]
        column = Column(_BETWEEN * unit(self))
        column.setContentsMargins(*card_margins(self))
        leads = [Paragraph(escape(lead), "lead", weight=650) for lead, _ in rows]
        self._rows: list[_Row] = []
        for place, (lead, line) in enumerate(rows):
            row = _Row(icons[place], leads, place, line.text)
            as_line(row, _told(lead, line.text))
            column.add(row)
            self._rows.append(row)
        self.setLayout(column)
        as_page(self, section.heading)  # a group would be read as a whole
        self.identifier("result.summary")

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw the card, and a hairline between its rows."""
        super().draw(painter, theme, one)
        tall = max(1, round(one))
        for above, below in pairwise(self._rows):
            middle = (above.geometry().bottom() + 1 + below.y() - tall) // 2
            line = QRect(below.x(), middle, below.width(), tall)
            painter.fillRect(line, theme.color("line"))


def _told(lead: str, sentence: str) -> str:
    """Return a row as it is read: a question needs no colon after it."""
    return f"{lead} {sentence}" if lead.endswith("?") else f"{lead}: {sentence}"


class _Row(Ringed, Drawn, SelfPlacing):
    """Icon, lead word and sentence; Tab stops here, so that the result is heard line by line.

    All sentences begin at one line: beside the longest of the leads, where there is room.
    """

    def __init__(self, icon: str, leads: Sequence[Paragraph], place: int, text: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = icon
        self._leads = leads
        self._lead = leads[place]
        self._lead.setParent(self)
        self._text = Paragraph(escape(text), "lead", parent=self)

    def measure(self, one: float) -> tuple[float, float]:
        return 0, LEAST_TARGET

    def least(self, one: float) -> tuple[float, float]:
        return 0, 0

    def heightForWidth(self, width: int) -> int:
        around = round(_AROUND * unit(self))
        return max(super().heightForWidth(width), around + round(LEAST_TARGET)) + around

    def arranged(self, width: int) -> Places:
        one = unit(self)
        left, top = round(_TEXT_LEFT * one), round(_AROUND * one)
        room = width - left
        wide = max(lead.sizeHint().width() for lead in self._leads)
        beside = wide + round(_BESIDE * one)
        if room < round(_BESIDE_FROM * one):
            wide = min(wide, room)
            tall = self._lead.heightForWidth(wide)
            below = QRect(left, top + tall, room, self._text.heightForWidth(room))
            return [(self._lead, QRect(left, top, wide, tall)), (self._text, below)]
        tall = self._text.heightForWidth(room - beside)
        return [
            (self._lead, QRect(left, top, wide, self._lead.heightForWidth(wide))),
            (self._text, QRect(left + beside, top, room - beside, tall)),
        ]

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw the icon, and the ring while the keyboard is here."""
        self.draw_ring(painter, theme, one, 5)
        side = round(_ICON * one)
        square = QRectF(0, round(_ICON_TOP * one), side, side)
        paint_icon(painter, square, self._icon, theme.color("accent"))
