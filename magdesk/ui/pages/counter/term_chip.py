"""One answer as a short term: what is chosen has a tick, what a digit picks shows the digit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, mix, scaled_font
from magdesk.ui.widgets.access.focus import LEAST_TARGET, paint_ring
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT, _RADIUS, _RING = 26.0, 6.0, 2.0
_SLOT, _RIGHT, _TICK = 14.0, 4.0, 10.0
"""The slot at the left holds tick or digit, so that a chip keeps its width."""
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class TermChip(PaintedButton):
    """``stepped`` asks for the next control of the group, or the one before."""

    stepped = Signal(int)

    def __init__(
        self, question: str, choice: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.question, self.choice = question, choice
        self.digit = ""
        self._plain = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.identifier(f"counter.{question}.{choice}")

    def explain(self, plain: str) -> None:
        """Keep the plain sentence that F1 and the mouse show, and that is read out."""
        self._plain = plain
        self.setToolTip(plain)
        self.setAccessibleDescription(plain)

    def set_place(self, place: int, of: int) -> None:
        """Have its place among the answers read out after the plain sentence."""
        words = self.tr("{place} of {count}").format(place=place, count=of)
        self.setAccessibleDescription(" ".join(filter(None, (self._plain, words))))

    def set_digit(self, digit: str) -> None:
        """Show the digit that picks it; empty for none."""
        if digit != self.digit:
            self.digit = digit
            self.update()

    # --- size and look ----------------------------------------------------------------------

    def _text_font(self) -> QFont:
        return scaled_font(self, 0.91, 500)

    def measure(self, one: float) -> tuple[float, float]:
        metrics = QFontMetricsF(self._text_font())
        wide = metrics.horizontalAdvance(self.text()) + (_SLOT + _RIGHT + 2 * _RING) * one
        tall = max(_HEIGHT * one, metrics.height() + 4 * one, LEAST_TARGET)
        return max(wide + 1, LEAST_TARGET), tall + 2 * _RING * one

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), (_RADIUS + 2) * one, one, theme)
        on = self.isChecked()
        inset = _RING * one + 0.75
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        share = 0.16 if self.isDown() else 0.06 if self.underMouse() else 0.0
        fill = theme.color("tint" if on else "surface")
        painter.setBrush(mix(fill, theme.color("text"), share))
        line = theme.color("accent" if on else "line2")
        painter.setPen(QPen(line, (1.5 if on else 1.0) * one))
        painter.drawRoundedRect(shape, _RADIUS * one, _RADIUS * one)
        self._draw_words(painter, theme, one, shape)

    def _draw_words(self, painter: QPainter, theme: Theme, one: float, shape: QRectF) -> None:
        on = self.isChecked()
        ink = theme.color("on_tint" if on else "text")
        words = shape.adjusted(_SLOT * one, 0, 0, 0)
        slot = QRectF(shape.left() + 2 * one, shape.top(), (_SLOT - 3) * one, shape.height())
        if on:
            side = _TICK * one
            box = QRectF(slot.left(), slot.center().y() - side / 2, side, side)
            paint_icon(painter, box, "check", ink)
        elif self.digit:
            painter.setFont(scaled_font(self, 0.76, 650))
            painter.setPen(theme.color("accent"))
            painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, self.digit)
        else:
            words = shape
        painter.setFont(self._text_font())
        painter.setPen(ink)
        across = Qt.AlignmentFlag.AlignLeft if words != shape else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | across, self.text())

    # --- keys -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep F1 for the plain sentence while the term has the focus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F1
            and self._plain
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, arrows step, F1 explains; the page has the rest."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.ring_memory.key_pressed()
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_F1 and self._plain:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self._plain, self)
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            self.ring_memory.key_pressed()
            event.ignore()
