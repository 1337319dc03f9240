"""One hazard of the log: a row that opens to cause, effect, controls and what shows them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from magdesk.knowledge.assurance import Control, Hazard
from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, mix, scaled_font, unit
from magdesk.ui.pages.safety.safety_words import in_words, severity_word
from magdesk.ui.widgets.cards import Card, IconLabel
from magdesk.ui.widgets.layouts.boxes import let_wrap, spaced
from magdesk.ui.widgets.painted import PaintedButton
from magdesk.ui.widgets.text import Paragraph, escape

_ICON = 16.0
_LEFT = 42.0
_SIDE = 15.0
_PADDING = 10.0
_MINIMUM = 44.0
_RADIUS = 8.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class HazardHead(PaintedButton):
    """The row that opens and closes a hazard; its whole area is the target."""

    def __init__(self, hazard: Hazard, parent: QWidget) -> None:
        super().__init__(hazard.hazard, parent)
        self.severity = severity_word(hazard.severity)
        self.grave = hazard.severity == "life_threatening"
        self.opened = False
        self.setAccessibleName(f"{hazard.hazard} {self.severity}.")
        self.identifier(f"safety.{hazard.id}")
        let_wrap(self, QSizePolicy.Policy.Expanding)
        self.set_opened(False)

    def set_opened(self, opened: bool) -> None:
        """Show the row as open or closed, to eyes and to screen readers."""
        self.opened = opened
        self.setAccessibleDescription(
            self.tr("Open. Press to close.") if opened else self.tr("Closed. Press to read more.")
        )
        self.update()

    def heightForWidth(self, width: int) -> int:
        title, severity = self._text_heights(width)
        one = unit(self)
        return round(max(_MINIMUM * one, title + severity + (2 * _PADDING + 1) * one))

    def measure(self, one: float) -> tuple[float, float]:
        width = QFontMetrics(self._title_font()).horizontalAdvance(self.text())
        room = round(width + (_LEFT + _SIDE + 2) * one)
        return room, self.heightForWidth(room)

    def least(self, one: float) -> tuple[float, float]:
        metrics = QFontMetrics(self._title_font())
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return longest + (_LEFT + _SIDE) * one, _MINIMUM * one

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        share = 0.10 if self.isDown() else 0.04 if self.underMouse() else 0.0
        if share:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(theme.color("surface"), theme.color("text"), share))
            inside = QRectF(self.rect()).adjusted(2 * one, 2 * one, -2 * one, -2 * one)
            painter.drawRoundedRect(inside, (_RADIUS - 2) * one, (_RADIUS - 2) * one)
        self.draw_ring(painter, theme, one, _RADIUS)
        self._paint_words(painter, theme, one)

    def _paint_words(self, painter: QPainter, theme: Theme, one: float) -> None:
        title, severity = self._text_heights(self.width())
        room = round(self.width() - (_LEFT + _SIDE) * one)
        left = round(_LEFT * one)
        top = round((self.height() - title - severity - one) / 2)
        painter.setPen(theme.color("text"))
        painter.setFont(self._title_font())
        painter.drawText(QRect(left, top, room, title), _WRAP, self.text())
        painter.setPen(theme.color("caution_text" if self.grave else "text2"))
        painter.setFont(self._small_font())
        under = QRect(left, round(top + title + one), room, severity)
        painter.drawText(under, _WRAP, self.severity)
        side = _ICON * one
        middle = top + QFontMetrics(self._title_font()).height() / 2
        square = QRectF(_SIDE * one, middle - side / 2, side, side)
        icon = "chevron_down" if self.opened else "chevron_right"
        paint_icon(painter, square, icon, theme.color("text2"))

    def _text_heights(self, width: int) -> tuple[int, int]:
        room = max(1, round(width - (_LEFT + _SIDE) * unit(self)))
        space = QRect(0, 0, room, _TALL)
        title = QFontMetrics(self._title_font()).boundingRect(space, _WRAP, self.text())
        small = QFontMetrics(self._small_font()).boundingRect(space, _WRAP, self.severity)
        return title.height(), small.height()

    def _title_font(self) -> QFont:
        return scaled_font(self, 1.05, 600)

    def _small_font(self) -> QFont:
        return scaled_font(self, 0.93, 550)


class HazardCard(Card):
    """A hazard; what stands inside is made when it is first opened."""

    def __init__(self, hazard: Hazard) -> None:
        super().__init__()
        self.hazard = hazard
        self.head = HazardHead(hazard, self)
        self.head.clicked.connect(self._toggle)
        self.details: QWidget | None = None
        spaced(self.body)
        self.body.addWidget(self.head)

    def set_opened(self, opened: bool) -> None:
        if self.details is None and opened:
            self.details = self._make_details()
            self.body.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(opened)
        self.head.set_opened(opened)

    def _toggle(self) -> None:
        self.set_opened(not self.head.opened)

    def _make_details(self) -> QWidget:
        one = unit(self)
        box = QWidget(self)
        side = round(_SIDE * one)
        column = spaced(QVBoxLayout(box), 6 * one, _LEFT * one, 0, side, 14 * one)
        for lead, text in (
            (self.tr("Cause:"), self.hazard.cause),
            (self.tr("What could happen:"), self.hazard.effect),
        ):
            column.addWidget(_led(lead, text))
        column.addSpacing(round(4 * one))
        column.addWidget(Paragraph(self.tr("What is done about it"), weight=650, single=True))
        for control in self.hazard.controls:
            column.addLayout(self._control(control))
        column.addSpacing(round(4 * one))
        column.addWidget(_led(self.tr("What remains:"), self.hazard.remains))
        return box

    def _control(self, control: Control) -> QHBoxLayout:
        one = unit(self)
        row = spaced(QHBoxLayout(), 10 * one)
        row.addWidget(IconLabel("check", "ok_text", _ICON), 0, Qt.AlignmentFlag.AlignTop)
        column = spaced(QVBoxLayout())
        column.addWidget(Paragraph(control.text))
        column.addWidget(Paragraph(self._shown_by(control), "small", "text3"))
        row.addLayout(column, 1)
        return row

    def _shown_by(self, control: Control) -> str:
        tests = "; ".join(dict.fromkeys(map(in_words, control.shown_by)))
        return self.tr("Shown by {tests}.").format(tests=tests)


def _led(lead: str, text: str) -> Paragraph:
    return Paragraph(f"<b>{escape(lead)}</b> {escape(text)}")
