"""The plan line by line: one stop of the Tab key, and the arrow keys go from line to line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from magdesk.planner.day import clock
from magdesk.report.day_words import DayWords
from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme, scaled_font, tabular, unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.focus import LEAST_TARGET
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line
from magdesk.ui.widgets.choices.choice_row import CLOSE, ChoiceRow
from magdesk.ui.widgets.drawn import Ringed
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Heading, Paragraph, escape

_INDENT, _ICON_AT, _ICON = 82.0, 57.0, 15.0
_SIDE = 5.0
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class Told(NamedTuple):
    """One line: its words with ``<b>``, what is read aloud, and a time with an icon or none."""

    html: str
    words: str
    time: str = ""
    icon: str = ""
    color: str = "text"


class WordsLine(Ringed, Paragraph):
    """A line that can be read with the keyboard; shows a ring while it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self._told = Told("", "")
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text, and no less than what can be pressed has."""
        return max(super().heightForWidth(width), round(LEAST_TARGET))

    def show_line(self, told: Told, number: int, count: int) -> None:
        if told != self._told:
            self._told = told
            self.setText(told.html)
            self.setAccessibleName(told.words)
        self.setAccessibleDescription(
            self.tr("{number} of {count}").format(number=number, count=count)
        )

    def indent_px(self) -> int:
        return round((_INDENT if self._told.time else _SIDE) * self.one())

    def paint_mark(self, painter: QPainter, first_line: QRectF) -> None:
        if not self._told.time:
            return
        theme, one = current_theme(), self.one()
        painter.setFont(tabular(scaled_font(self, 1.0, 600)))
        painter.setPen(theme.color("text"))
        box = first_line.adjusted(_SIDE * one, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._told.time)
        side = _ICON * one
        top = first_line.center().y() - side / 2
        icon = QRectF(_ICON_AT * one, top, side, side)
        paint_icon(painter, icon, self._told.icon, theme.color(self._told.color))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring_shown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_ring(painter, current_theme(), self.one(), 5)
            painter.end()


class WordsList(QWidget):
    """Shows lines below each other, with a hairline between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(2 * unit(self))
        self.setLayout(self._column)
        self._made: list[tuple[WordsLine, Line]] = []
        self._count = 0
        self._current = 0
        as_group(self, self.tr("In words"), "day.words")

    @property
    def lines(self) -> list[WordsLine]:
        return [line for line, _ in self._made[: self._count]]

    def show_lines(self, told: Sequence[Told]) -> None:
        """Show these lines in place of those before."""
        while len(self._made) < len(told):
            pair = WordsLine(self), Line(self)
            for part in pair:
                self._column.add(part)
            self._made.append(pair)
        self._count = len(told)
        for number, (line, below) in enumerate(self._made):
            shown = number < self._count
            line.setVisible(shown)
            below.setVisible(shown)
            if shown:
                line.show_line(told[number], number + 1, self._count)
        self._make_current(min(self._current, max(0, self._count - 1)))
        self._column.invalidate()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        last = self._count - 1
        if key in _STEPS:
            self._go(min(last, max(0, self._current + _STEPS[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        if self._count:
            self._make_current(number)
            self._made[number][0].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_current(self, number: int) -> None:
        """Let the Tab key stop at this line only."""
        self._current = number
        for place, (line, _) in enumerate(self._made):
            policy = Qt.FocusPolicy.TabFocus if place == number else Qt.FocusPolicy.NoFocus
            line.setFocusPolicy(policy)


def told_lines(words: DayWords) -> list[Told]:
    """The lines of a plan: what happens when, then what to know of the whole day."""
    lines = [
        Told(
            html=f"<b>{escape(line.lead)}</b> {escape(line.text)}",
            words=line.words,
            time=clock(line.minute),
            icon="drop" if line.medicine is None else "alert" if line.blocks else "pill",
            color=_color(line.medicine is None, line.blocks),
        )
        for line in words.lines
    ]
    notes = [
        Told(f"<b>{escape(note.lead)}:</b> {escape(note.text)}" if note.lead
             else escape(note.text), note.words)
        for note in words.notes
    ]  # fmt: skip
    return lines + notes


def _color(is_magnesium: bool, blocks: bool) -> str:
    if is_magnesium:
        return "accent"
    return "caution_text" if blocks else "medicine"


class WordsPart(QWidget):
    """Shows the words of a plan, or what is missing for one."""

    def __init__(self) -> None:
        super().__init__()
        one = unit(self)
        column = Column(8 * one)
        head = QWidget(self)
        flow = FlowRow(round(8 * one))
        self.copy = Button(self.tr("Copy"), "ghost", "copy", head).identifier("day.copy")
        self.copy.setAccessibleName(self.tr("Copy the plan in words"))
        flow.set_widgets([Heading(self.tr("In words"), "section", head)], [self.copy])
        head.setLayout(flow)
        column.add(head)
        self.list = WordsList(self)
        column.add(self.list)
        self._names = ChoiceRow(
            self.tr("Names of my medicines in the calendar"),
            self.tr("Anyone who sees your calendar can read them."),
            parent=self,
            density=CLOSE,
        )
        self._names.identifier("day.calendar_names")
        column.add(self._names)
        self._said = Paragraph("", "small", "text2", parent=self, single=True)
        self._said.hide()
        column.add(self._said)
        self.setLayout(column)

    @property
    def names_wanted(self) -> bool:
        """Whether the calendar file may name the medicines."""
        return self._names.isChecked()

    def show_words(self, words: DayWords | None) -> None:
        """Show the plan line by line; without one, that there is none."""
        none = self.tr("Nothing is planned yet.")
        self.list.show_lines([Told(none, none)] if words is None else told_lines(words))
        self.copy.setEnabled(words is not None)
        self._names.setVisible(words is not None and words.kind == "times")
        self.say("")

    def say(self, words: str) -> None:
        """Tell below the plan what was done with it."""
        self._said.setText(escape(words))
        self._said.setVisible(bool(words))
