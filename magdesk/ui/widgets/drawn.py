"""The one way in which a widget of this program draws and measures itself.

A style of our own (QProxyStyle) was tried instead: a button takes the same time to paint (200 of
them 3.6 ms either way), a start takes 6 to 12 ms more, and no line of drawing is saved by it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from magdesk.ui.look.theme import Theme, current_theme, unit
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Drawn(_Widget):
    """Stands before a class of Qt: ``class Tag(Drawn, QLabel)``.

    The widget says how it looks in ``draw``, and in ``measure`` the room that shows everything.
    """

    _size_measured: QSize | None = None
    _least_measured: QSize | None = None

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw it with an antialiased painter; ``one`` is 1u in pixels."""
        raise NotImplementedError

    def measure(self, one: float) -> tuple[float, float] | None:
        """Return width and height in pixels that show everything; None leaves it to Qt."""
        return None

    def least(self, one: float) -> tuple[float, float] | None:
        """Return the least width and height at which it can still be read."""
        return self.measure(one)

    def identifier(self, value: str) -> Self:
        """Set what tests and assistive tools find it by; return the widget itself."""
        self.setObjectName(value)
        self.setAccessibleIdentifier(value)
        return self

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, current_theme(), unit(self))
        painter.end()

    def sizeHint(self) -> QSize:
        return self._remembered("_size_measured", self.measure) or super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._remembered("_least_measured", self.least) or super().minimumSizeHint()

    def updateGeometry(self) -> None:
        """Measure anew, and tell the layout; call it when what is shown takes other room."""
        self._size_measured = self._least_measured = None
        super().updateGeometry()

    def setText(self, text: str) -> None:
        self._size_measured = self._least_measured = None
        super().setText(text)  # type: ignore[misc]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _remembered(
        self, name: str, measure: Callable[[float], tuple[float, float] | None]
    ) -> QSize | None:
        """Return a size measured once: layouts ask for it five times before the first picture."""
        known: QSize | None = getattr(self, name)
        if known is None:
            size = measure(unit(self))
            known = None if size is None else _pixels(size)
            setattr(self, name, known)
        return known


class Ringed(_Widget):
    """Stands first: knows whether the keyboard brought the focus.

    Qt paints a widget anew whenever the focus comes and goes.
    """

    @cached_property
    def ring_memory(self) -> RingMemory:
        """What it knows of that."""
        return RingMemory()

    def ring_shown(self) -> bool:
        return self.hasFocus() and self.ring_memory.shown

    def draw_ring(self, painter: QPainter, theme: Theme, one: float, radius: float) -> None:
        """Draw the ring around it where it is shown; ``radius`` is that of its corners, in u."""
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), radius * one, one, theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring_memory.focus_came(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring_memory.key_pressed()
        super().keyPressEvent(event)


def _pixels(size: tuple[float, float]) -> QSize:
    return QSize(math.ceil(size[0] - 0.01), math.ceil(size[1] - 0.01))
