"""The emergency number, the largest thing on its page."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from magdesk.ui.look.theme import Theme, scaled_font
from magdesk.ui.widgets.drawn import Drawn

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
