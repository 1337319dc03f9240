"""The drawn day: 24 hours with a lane for each medicine; one accessible name says the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

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
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.scroll import SlimScrollBar

_TALLEST, _MOST_LANES = 360.0, 5
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
