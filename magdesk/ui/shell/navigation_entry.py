"""What stands in the navigation: a sign and a word, beside it or, in a rail, below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.theme import Theme, mix, scaled_font
from magdesk.ui.widgets.access.focus import paint_ring
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT, _RAIL_HEIGHT = 34.0, 52.0
_RADIUS = 7.0
_WORDS_LEFT = 40.0


class NavigationEntry(PaintedButton):
    """Checked or not; a subclass draws its sign."""

    sign_side = 16.0
    """Side of the sign in u."""

    bold = 500
    """Weight of the word while it is checked."""

    beside_words = 6.0
    """Room at the sides of the word in a rail, in u."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.rail = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_rail(self, rail: bool) -> None:
        """Show the word under the sign instead of beside it."""
        self.rail = rail
        self.updateGeometry()
        self.update()

    def words_width(self) -> float:
        """Return the width in pixels of the word at its boldest."""
        return QFontMetricsF(self._words_font(self.bold)).horizontalAdvance(self.text())

    def measure(self, one: float) -> tuple[float, float]:
        line = QFontMetricsF(self._words_font(500)).height()
        if self.rail:
            tall = max(_RAIL_HEIGHT * one, line + (self.sign_side + 16) * one)
            return self.words_width() + self.beside_words * one, tall
        return self.words_width() + 50 * one, max(_HEIGHT * one, line + 12 * one)

    def least(self, one: float) -> tuple[float, float]:
        line = QFontMetricsF(self._words_font(500)).height()
        tall = line + (self.sign_side + 8) * one if self.rail else line + 10 * one
        return self.measure(one)[0], tall

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        box = QRectF(self.rect())
        self.draw_back(painter, theme, one)
        if self.ring_shown():
            paint_ring(painter, box, _RADIUS * one, one, theme)
        side = self.sign_side * one
        if self.rail:
            line = QFontMetricsF(self._words_font(500)).height()
            top = (self.height() - side - line - 4 * one) / 2
            sign = QRectF((self.width() - side) / 2, top, side, side)
            words = QRectF(0, sign.bottom() + 4 * one, self.width(), line)
            flags = Qt.AlignmentFlag.AlignCenter
        else:
            sign = QRectF(0, (self.height() - side) / 2, side, side)
            sign.moveLeft(22 * one - side / 2)
            words = box.adjusted(_WORDS_LEFT * one, 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.draw_sign(painter, sign, theme, one)
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        painter.setFont(self._words_font(self.bold if self.isChecked() else 500))
        painter.drawText(words, flags, self.text())

    def draw_back(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw what is behind sign and word: something under the mouse only."""
        if self.underMouse() or self.isDown():
            share = 0.12 if self.isDown() else 0.06
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(theme.color("sunken"), theme.color("text"), share))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS * one, _RADIUS * one)

    def draw_sign(self, painter: QPainter, place: QRectF, theme: Theme, one: float) -> None:
        """Draw the sign into its square."""
        raise NotImplementedError

    def _words_font(self, weight: int) -> QFont:
        return scaled_font(self, 0.9 if self.rail else 1.0, weight)
