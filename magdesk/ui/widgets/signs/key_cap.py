"""A key cap: the letter that leads to something."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from magdesk.ui.look.theme import Theme, scaled_font
from magdesk.ui.widgets.drawn import Drawn

_SIDE = 20.0
_RADIUS = 4.0
_PADDING = 4.0


class KeyCap(Drawn, QLabel):
    """A key in a small frame, in the accent colour while what it leads to is in hand.

    What it leads to has to tell the key as well: the cap is an ornament to screen readers.
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.in_hand = False
        """Whether it is shown in the accent colour."""
        self.setAccessibleName(self.tr("Key {}").format(key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_in_hand(self, in_hand: bool) -> None:
        """Show it in the accent colour, or as a plain key."""
        self.in_hand = in_hand
        self.update()

    def measure(self, one: float) -> tuple[float, float]:
        metrics = QFontMetricsF(scaled_font(self, 0.86, 650))
        tall = max(_SIDE * one, metrics.height() + 2 * one)
        return max(tall, metrics.horizontalAdvance(self.text()) + 2 * _PADDING * one), tall

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        painter.setPen(QPen(theme.color("accent" if self.in_hand else "control"), one))
        painter.setBrush(theme.color("accent" if self.in_hand else "surface"))
        half = one / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
        painter.setFont(scaled_font(self, 0.86, 650))
        painter.setPen(theme.color("on_accent" if self.in_hand else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
