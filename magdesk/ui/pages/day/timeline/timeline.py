"""The drawn day: 24 hours with a lane for each medicine, in a card that the keyboard scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout

from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.pages.day.timeline.day_picture import (
    DAY,
    HOURS,
    LEGEND,
    MAGNESIUM,
    MEDICINE,
    NAMES,
    DayPicture,
)
from magdesk.ui.pages.day.timeline.drawn_day import DrawnDay
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.cards import Surface
from magdesk.ui.widgets.drawn import Drawn, Ringed
from magdesk.ui.widgets.scroll import SlimScrollBar

_TALLEST, _MOST_LANES = 360.0, 5
_EDGE = 3.0
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}
_NARROWEST = 240.0


class Timeline(Drawn, QLabel):
    """Painted lanes; ``show_day`` gives what they show and the words that say it.

    Over five medicines it is no higher than 360u, and their lanes scroll between the others.
    """

    def __init__(self) -> None:
        super().__init__()
        self._day: DrawnDay | None = None
        self.bar = SlimScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar.hide()
        self.bar.valueChanged.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def scrolls(self) -> bool:
        """Whether the lanes of the medicines have less room than they need."""
        return self._day is not None and len(self._day.medicines) > _MOST_LANES

    def show_day(self, day: DrawnDay, words: str) -> None:
        """Draw this day; ``words`` is what a screen reader gets instead."""
        self._day = day
        self.setAccessibleName(words)
        self.bar.setVisible(self.scrolls)
        self.updateGeometry()
        self._place_bar()
        self.update()

    def measure(self, one: float) -> tuple[float, float]:
        height = self._around() + MEDICINE * self._tall() * self._count()
        if self.scrolls:
            height = min(height, _TALLEST * self._tall())
        return (NAMES + 400) * one, height

    def least(self, one: float) -> tuple[float, float]:
        return _NARROWEST * one, self.measure(one)[1]

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        if self._day is not None:
            scrolled = self.bar.value() if self.scrolls else 0
            DayPicture(self, painter, self._day, theme, self._tall(), scrolled).draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the medicines; at their end the page scrolls."""
        if self.scrolls:
            self.bar.wheelEvent(event)
        else:
            super().wheelEvent(event)

    def _count(self) -> int:
        return 0 if self._day is None else len(self._day.medicines)

    def _around(self) -> float:
        """The height of all but the medicines, in pixels."""
        return (HOURS + DAY + MAGNESIUM + LEGEND) * self._tall()

    def _place_bar(self) -> None:
        room = round(self.height() - self._around())
        self.bar.setRange(0, max(0, round(MEDICINE * self._tall() * self._count()) - room))
        self.bar.setPageStep(max(1, room))
        self.bar.setSingleStep(round(MEDICINE * self._tall()))
        wide, top = self.bar.sizeHint().width(), round((HOURS + DAY) * self._tall())
        self.bar.setGeometry(self.width() - wide, top, wide, max(1, room))

    def _tall(self) -> float:
        """Pixels of 1u down; more where the font is tall for its size."""
        return max(unit(self), QFontMetricsF(self.font()).height() / 17)


class TimelineCard(Ringed, Surface):
    """Holds the timeline; the Tab key stops here only where there is something to scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.identifier("day.timeline")
        self.timeline = Timeline()
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
        self.draw_ring(painter, theme, one, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring_memory.key_pressed()
        key, bar = event.key(), self.timeline.bar
        if self.timeline.scrolls and key in _KEYS:
            bar.setValue(bar.value() + _KEYS[Qt.Key(key)] * bar.singleStep())
        else:
            super().keyPressEvent(event)
