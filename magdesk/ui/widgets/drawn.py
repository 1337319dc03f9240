"""The one way in which a widget of this program draws and measures itself.

A style of our own (QProxyStyle) was tried instead: a button takes the same time to paint (200 of
them 3.6 ms either way), a start takes 6 to 12 ms more, and no line of drawing is saved by it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from magdesk.ui.look.theme import Theme, current_theme, unit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Drawn(_Widget):
    """Stands before a class of Qt: ``class Tag(Drawn, QLabel)``.

    The widget says how it looks in ``draw``, and in ``measure`` the room that shows everything.
    """

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw it with an antialiased painter; ``one`` is 1u in pixels."""
        raise NotImplementedError

    def measure(self, one: float) -> tuple[float, float] | None:
        """Return width and height in pixels that show everything; None leaves it to Qt."""
        return None

    def least(self, one: float) -> tuple[float, float] | None:
        """Return the least width and height at which it can still be read."""
        return self.measure(one)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, current_theme(), unit(self))
        painter.end()

    def sizeHint(self) -> QSize:
        size = self.measure(unit(self))
        return super().sizeHint() if size is None else _pixels(size)

    def minimumSizeHint(self) -> QSize:
        size = self.least(unit(self))
        return super().minimumSizeHint() if size is None else _pixels(size)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


def _pixels(size: tuple[float, float]) -> QSize:
    return QSize(math.ceil(size[0] - 0.01), math.ceil(size[1] - 0.01))
