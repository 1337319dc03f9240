"""The rating meter: what the article thinks. Trials are shown by marks, never by this."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from magdesk.ui.look.theme import Theme, current_theme, unit
from magdesk.ui.widgets.drawn import Drawn

CELLS = 4
CELL_WIDTH, CELL_HEIGHT, CELL_GAP = 9.0, 8.0, 3.0
METER_WIDTH = CELLS * CELL_WIDTH + (CELLS - 1) * CELL_GAP
"""Width of the four cells in u."""

_FILLED: dict[str, int] = {"low": 1, "moderate": 2, "moderate_high": 3, "high": 4}


def rating_word(rating: str | None) -> str:
    """Return the word for a rating, *Not rated* where there is none."""
    words = {
        "low": QCoreApplication.translate("rating", "Low"),
        "moderate": QCoreApplication.translate("rating", "Moderate"),
        "moderate_high": QCoreApplication.translate("rating", "Moderate–high"),
        "high": QCoreApplication.translate("rating", "High"),
    }
    return words[rating] if rating else QCoreApplication.translate("rating", "Not rated")


def paint_meter(
    painter: QPainter, rect: QRectF, rating: str | None, selected: bool, unit: float
) -> None:
    """Paint the cells at the left of the rectangle, in its middle; nothing where not rated."""
    if rating is None:
        return
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = _FILLED[rating]
    fill = theme.color("sel_accent" if selected else "accent")
    outline = theme.color("sel_control" if selected else "control")
    top = rect.center().y() - CELL_HEIGHT * unit / 2
    radius = 2.5 * unit
    for cell in range(CELLS):
        left = rect.x() + cell * (CELL_WIDTH + CELL_GAP) * unit
        box = QRectF(left, top, CELL_WIDTH * unit, CELL_HEIGHT * unit)
        if cell < filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(box, radius, radius)
        else:
            painter.setPen(QPen(outline, unit))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = unit / 2
            painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


class RatingMeter(Drawn, QLabel):
    """The meter and its word; screen readers hear the word."""

    def __init__(self, rating: str | None) -> None:
        super().__init__(rating_word(rating))
        self.rating = rating
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _indent(self) -> float:
        return (METER_WIDTH + 8) * unit(self) if self.rating else 0.0

    def measure(self, one: float) -> tuple[float, float]:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return self._indent() + words + 2, max(self.fontMetrics().height(), 12 * one)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        rect = QRectF(self.rect())
        paint_meter(painter, rect, self.rating, False, one)
        painter.setPen(theme.color("text" if self.rating else "text3"))
        left = rect.adjusted(self._indent(), 0, 0, 0)
        painter.drawText(
            left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
