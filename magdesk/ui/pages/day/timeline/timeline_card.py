"""The card around the drawn day; the keyboard scrolls it where there are many medicines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout

from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.pages.day.timeline.drawn_day import DrawnDay
from magdesk.ui.pages.day.timeline.timeline import Timeline
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring
from magdesk.ui.widgets.cards import Surface
from magdesk.ui.widgets.drawn import Ringed

_EDGE = 3.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}


class TimelineCard(Ringed, Surface):
    """Holds the timeline; the Tab key stops here only where there is something to scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.identifier("day.timeline")
        self.timeline = Timeline()
        self.ring_memory = RingMemory()
        edge = round(_EDGE * unit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.timeline)
        as_group(self, self.tr("Drawn day"))

    def show_day(self, day: DrawnDay, words: str) -> None:
        self.timeline.show_day(day, words)
        scrolls = self.timeline.scrolls
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(self.tr("The arrow keys scroll it.") if scrolls else "")

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        super().draw(painter, theme, one)
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), 8 * one, one, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring_memory.key_pressed()
        key, bar = event.key(), self.timeline.bar
        if self.timeline.scrolls and key in _STEPS:
            bar.setValue(bar.value() + _STEPS[Qt.Key(key)] * bar.singleStep())
        else:
            super().keyPressEvent(event)
