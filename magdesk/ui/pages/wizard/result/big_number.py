"""The emergency number, the largest thing on its page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from magdesk.ui.look.theme import current_theme, scaled_font

_TIMES, _WEIGHT = 8.6, 750
_LEAST_SHARE = 0.5


class BigNumber(QLabel):
    """Painted as large as the page's text allows; smaller where the window is narrow."""

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        super().__init__(number, parent)
        self.setAccessibleName(number)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def number_font(self) -> QFont:
        """Return the font of the number, as large as it may be."""
        return scaled_font(self, _TIMES, _WEIGHT)

    def fitting_font(self) -> QFont:
        """Return the font in which the number fits the width there is."""
        share = min(1.0, self.width() / self.sizeHint().width())
        return scaled_font(self, _TIMES * share, _WEIGHT)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.number_font())
        return QSize(metrics.horizontalAdvance(self.text()) + 4, round(metrics.capHeight() * 1.3))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() * _LEAST_SHARE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the red that can be read as text."""
        painter = QPainter(self)
        painter.setPen(current_theme().color("danger_text"))
        painter.setFont(self.fitting_font())
        metrics = QFontMetrics(self.fitting_font())
        base = (self.height() + metrics.capHeight()) // 2
        painter.drawText(0, base, self.text())
        painter.end()
