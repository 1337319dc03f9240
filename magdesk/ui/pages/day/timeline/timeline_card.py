"""The card around the drawn day; with many medicines it scrolls inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.pages.day.timeline.drawn_day import DrawnDay
from magdesk.ui.pages.day.timeline.timeline import Timeline
from magdesk.ui.widgets.cards import Surface
from magdesk.ui.widgets.focus import RingMemory, paint_ring
from magdesk.ui.widgets.scroll import ScrollArea

_TALLEST, _MOST_LANES = 360.0, 5
_EDGE = 3.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
_STEP = 40.0


class TimelineCard(Surface):
    """Holds the timeline; the Tab key stops here only where there is something to scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day.timeline")
        self.setAccessibleIdentifier("day.timeline")
        self.timeline = Timeline()
        self._ring = RingMemory()
        self._scrolls = False
        self.area = ScrollArea(self)
        self.area.content = self.timeline
        self.area.set_canvas(self.timeline)
        edge = round(_EDGE * unit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.area)

    def show_day(self, day: DrawnDay, words: str) -> None:
        """Draw this day."""
        self.timeline.show_day(day, words)
        self._scrolls = len(day.medicines) > _MOST_LANES
        scrolls = Qt.FocusPolicy.TabFocus if self._scrolls else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(scrolls)
        self.setAccessibleName(self.tr("Drawn day. The arrow keys scroll it."))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return False

    def measure(self, one: float) -> tuple[float, float]:
        size, edges = self.timeline.sizeHint(), 2 * round(_EDGE * one)
        height = min(size.height(), _TALLEST * one) if self._scrolls else size.height()
        return size.width() + edges, height + edges

    def least(self, one: float) -> tuple[float, float]:
        return self.timeline.minimumSizeHint().width() + 2 * _EDGE * one, self.measure(one)[1]


    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        super().draw(painter, theme, one)
        if self.hasFocus() and self._ring.shown:
            paint_ring(painter, QRectF(self.rect()), 8 * one, one, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrow keys."""
        self._ring.key_pressed()
        key = event.key()
        if self._scrolls and key in _STEPS:
            bar = self.area.verticalScrollBar()
            bar.setValue(round(bar.value() + _STEPS[Qt.Key(key)] * _STEP * unit(self)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
