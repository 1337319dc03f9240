"""The wizard's side list: which sections are done, where one is, what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.widgets.choices.indicator import paint_radio, paint_tick
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.painted import PaintedButton

State = Literal["done", "current", "todo"]

_CIRCLE = 20.0
_LEFT = 10.0
_TEXT_LEFT = 40.0
_ROW = 34.0
_ROW_WITH_NOTE = 44.0


class StepItem(PaintedButton):
    """One step; only a step that is done can be gone back to."""

    def __init__(self, step: str, title: str, note: str, state: State, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.step = step
        self._told_last: tuple[str, str, State] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tell(title, note, state)

    def tell(self, title: str, note: str, state: State) -> None:
        """Say how far this step is."""
        if self._told_last == (title, note, state):
            return
        self._told_last = (title, note, state)
        self.setText(title)
        self.note = note
        self.state: State = state
        done, shape = state == "done", Qt.CursorShape
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if done else Qt.FocusPolicy.NoFocus)
        self.setCursor(shape.PointingHandCursor if done else shape.ArrowCursor)
        words = {
            "done": self.tr("done"),
            "current": self.tr("you are here"),
            "todo": self.tr("still to come"),
        }
        self.setAccessibleName(f"{title}, {words[state]}")
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def _title_font(self) -> QFont:
        return scaled_font(self, 1.0, 650 if self.state == "current" else 500)

    def _note_font(self) -> QFont:
        return scaled_font(self, 0.92)

    def measure(self, one: float) -> tuple[float, float]:
        title = QFontMetricsF(self._title_font())
        note = QFontMetricsF(self._note_font())
        width = max(title.horizontalAdvance(self.text()), note.horizontalAdvance(self.note))
        height = _ROW_WITH_NOTE if self.note else _ROW
        lines = title.height() + (note.height() if self.note else 0) + 8 * one
        return round(width + (_TEXT_LEFT + 10) * one), round(max(height * one, lines))

    def least(self, one: float) -> tuple[float, float]:
        return 0, self.measure(one)[1]

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        box = QRectF(self.rect())
        current = self.state == "current"
        if current:
            painter.setPen(
                QPen(theme.color("accent"), 2 * one) if theme.contrast else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.color("tint"))
            edge = one if theme.contrast else 0.0
            painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), 6 * one, 6 * one)
        elif self.underMouse() and self.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover" if theme.dark else "sunken"))
            painter.drawRoundedRect(box, 6 * one, 6 * one)
        self.draw_ring(painter, theme, one, 6)
        title = QFontMetricsF(self._title_font())
        note = QFontMetricsF(self._note_font())
        lines = title.height() + (note.height() if self.note else 0)
        top = (self.height() - lines) / 2
        self._paint_circle(painter, theme, top + title.height() / 2, one)
        ink = "on_tint" if current else "text" if self.state == "done" else "text2"
        painter.setPen(theme.color(ink))
        painter.setFont(self._title_font())
        room = self.width() - (_TEXT_LEFT + 4) * one
        name = title.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(_TEXT_LEFT * one, top, room + 4, title.height()), 0, name)
        if self.note:
            painter.setFont(self._note_font())
            under = QRectF(_TEXT_LEFT * one, top + title.height(), room + 4, note.height())
            painter.drawText(under, 0, note.elidedText(
                self.note, Qt.TextElideMode.ElideRight, room))  # fmt: skip

    def _paint_circle(self, painter: QPainter, theme: Theme, middle: float, one: float) -> None:
        side = _CIRCLE * one
        circle = QRectF(_LEFT * one, middle - side / 2, side, side)
        if self.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(circle)
            paint_tick(painter, circle, theme.color("on_accent"), 1.9 * one)
        else:
            paint_radio(painter, circle, self.state == "current", one)


class StepList(QWidget):
    """The list of steps; ``step_chosen`` tells which finished step is to be opened again."""

    step_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.items: list[StepItem] = []
        self._column = spaced(QVBoxLayout(self), 3 * unit(self))
        self.setAccessibleName(self.tr("Steps"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[tuple[str, str, str, State]]) -> None:
        """Show these steps: ``(id, title, note, state)`` each."""
        if [item.step for item in self.items] == [step for step, *_ in steps]:
            for item, (_, title, note, state) in zip(self.items, steps, strict=True):
                item.tell(title, note, state)
            return
        for item in self.items:
            self._column.removeWidget(item)
            item.hide()  # it goes when the event loop next runs, not at once
            item.deleteLater()
        self.items = []
        for step, title, note, state in steps:
            item = StepItem(step, title, note, state, self)
            item.clicked.connect(self._choose)
            self._column.addWidget(item)
            item.show()
            self.items.append(item)

    def _choose(self) -> None:
        item = self.sender()
        if isinstance(item, StepItem) and item.state == "done":
            self.step_chosen.emit(item.step)
