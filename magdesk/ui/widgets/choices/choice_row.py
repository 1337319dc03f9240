"""One answer that can be chosen: the whole row is the target."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.theme import Theme, mix, scaled_font, unit
from magdesk.ui.widgets.access.focus import paint_ring
from magdesk.ui.widgets.choices.indicator import paint_check, paint_radio
from magdesk.ui.widgets.layouts.boxes import let_wrap
from magdesk.ui.widgets.painted import PaintedButton

Kind = Literal["check", "radio"]

_RIGHT = 12.0
_RADIUS = 7.0
_RING_GAP = 4.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class Density(NamedTuple):
    """Sizes of a row, in u."""

    indicator: float
    left: float
    text_left: float
    padding: float
    least: float
    title: float
    """Size of the title's text, of the page's."""
    detail: float


ROOMY = Density(20, 14, 46, 9, 40, 1.05, 0.95)
CLOSE = Density(18, 11, 39, 4.5, 34, 1.0, 0.90)
"""For pages with many rows."""


class ChoiceRow(PaintedButton):
    """A check or radio row with a detail line below; both wrap, and the row grows with them."""

    def __init__(
        self,
        text: str,
        detail: str = "",
        kind: Kind = "check",
        parent: QWidget | None = None,
        *,
        density: Density = ROOMY,
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.density = density
        self._detail = detail
        self.setCheckable(True)
        self.setAutoExclusive(kind == "radio")
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        let_wrap(self, QSizePolicy.Policy.Expanding)

    def detail(self) -> str:
        """Return the smaller line below."""
        return self._detail

    def _title_font(self) -> QFont:
        return scaled_font(self, self.density.title, 500)

    def _detail_font(self) -> QFont:
        return scaled_font(self, self.density.detail)

    def _text_heights(self, width: int) -> tuple[int, int]:
        """Return the heights of title and detail when the row is this wide."""
        one = unit(self)
        room = max(1, round(width - (self.density.text_left + _RIGHT) * one))
        space = QRect(0, 0, room, _TALL)
        title = QFontMetrics(self._title_font()).boundingRect(space, _WRAP, self.text())
        if not self._detail:
            return title.height(), 0
        detail = QFontMetrics(self._detail_font()).boundingRect(space, _WRAP, self._detail)
        return title.height(), detail.height()

    def heightForWidth(self, width: int) -> int:
        one = unit(self)
        title, detail = self._text_heights(width)
        gap = round(one) if detail else 0
        needed = title + gap + detail + 2 * self.density.padding * one
        return round(max(self.density.least * one, needed))

    def measure(self, one: float) -> tuple[float, float]:
        words = QFontMetrics(self._title_font()).horizontalAdvance(self.text())
        small = QFontMetrics(self._detail_font()).horizontalAdvance(self._detail)
        wide = min(max(words, small) + (self.density.text_left + _RIGHT + 2) * one, 660 * one)
        return wide, self.heightForWidth(round(wide))

    def least(self, one: float) -> tuple[float, float]:
        metrics = QFontMetrics(self._title_font())
        parts = (self.text() + " " + self._detail).split()
        longest = max((metrics.horizontalAdvance(part) for part in parts), default=0)
        return longest + (self.density.text_left + _RIGHT) * one, self.density.least * one

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self._paint_shape(painter, theme, one)
        self._paint_text(painter, theme, one)

    def _paint_shape(self, painter: QPainter, theme: Theme, one: float) -> None:
        on, focused = self.isChecked(), self.ring_shown()
        shape = QRectF(self.rect())
        if focused:
            paint_ring(painter, shape, _RADIUS * one, one, theme)
            gap = (_RING_GAP + (1 if theme.contrast else 0)) * one
            shape.adjust(gap, gap, -gap, -gap)
        width = (2.0 if on else 1.0) * one
        shape.adjust(width / 2, width / 2, -width / 2, -width / 2)
        fill = theme.color("tint" if on else "surface")
        share = 0.10 if self.isDown() else 0.04 if self.underMouse() else 0.0
        painter.setBrush(mix(fill, theme.color("text"), share))
        painter.setPen(QPen(theme.color("accent" if on else "line2"), width))
        radius = (_RADIUS - (3 if focused else 0)) * one
        painter.drawRoundedRect(shape, radius, radius)

    def _paint_text(self, painter: QPainter, theme: Theme, one: float) -> None:
        title, detail = self._text_heights(self.width())
        gap = round(one) if detail else 0
        top = round((self.height() - title - gap - detail) / 2)
        room = round(self.width() - (self.density.text_left + _RIGHT) * one)
        left = round(self.density.text_left * one)
        on = self.isChecked()
        painter.setPen(theme.color("on_tint" if on else "text"))
        painter.setFont(self._title_font())
        painter.drawText(QRect(left, top, room, title), _WRAP, self.text())
        if self._detail:
            painter.setPen(theme.color("text2"))
            painter.setFont(self._detail_font())
            painter.drawText(QRect(left, top + title + gap, room, detail), _WRAP, self._detail)
        first_line = QFontMetrics(self._title_font()).height()
        side = self.density.indicator * one
        middle = top + first_line / 2
        box = QRectF(self.density.left * one, middle - side / 2, side, side)
        if self.kind == "check":
            paint_check(painter, box, on, one)
        else:
            paint_radio(painter, box, on, one)
