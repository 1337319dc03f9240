"""A chosen thing that can be taken out: its name and a cross."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme, mix, scaled_font, unit
from magdesk.ui.widgets.focus import RESERVE, paint_ring
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT = 30.0
_PADDING = 11.0
_CROSS = 13.0
_GAP = 6.0


class RemovableChip(PaintedButton):
    """Pressing it takes out what it names; its accessible name says so."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(self.tr("Take out: {}").format(text))
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _words_font(self) -> QFont:
        return scaled_font(self, 0.97, 500)

    def sizeHint(self) -> QSize:
        one, metrics = unit(self), QFontMetricsF(self._words_font())
        words = metrics.horizontalAdvance(self.text())
        height = max(_HEIGHT * one, metrics.height() + 8 * one)
        width = words + (2 * (_PADDING + RESERVE) + _GAP + _CROSS) * one
        return QSize(round(width + 0.5), round(height + 2 * RESERVE * one))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), self.height() / 2, one, theme)
        inset = RESERVE * one + 0.75
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        share = 0.16 if self.isDown() else 0.06 if self.underMouse() else 0.0
        painter.setBrush(mix(theme.color("tint"), theme.color("text"), share))
        painter.setPen(QPen(theme.color("accent"), 1.5 * one))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        ink = theme.color("on_tint")
        side = _CROSS * one
        cross = QRectF(shape.right() - (_PADDING - 1) * one - side,
                       shape.center().y() - side / 2, side, side)  # fmt: skip
        paint_icon(painter, cross, "close", ink)
        painter.setPen(ink)
        painter.setFont(self._words_font())
        words = shape.adjusted(_PADDING * one, 0, 0, 0)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        painter.end()
