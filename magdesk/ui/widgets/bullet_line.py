"""Lines beside a mark: a dot or an icon, and a link no higher than the text beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.access.focus import LEAST_TARGET, RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.text import Paragraph, Size

_DOT, _DOT_INDENT = 6.0, 16.0
_ICON = 16.0
INDENT = 26.0
"""From the left edge to the text beside an icon, in u."""

_LINK_HEIGHT = 24.0


class BulletLine(Paragraph):
    """A dot or an icon, and text that wraps beside it."""

    def __init__(
        self,
        html: str,
        icon: str | None = None,
        ink: str = "text2",
        size: Size = "body",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._ink = ink
        super().__init__(html, size, weight=weight, parent=parent)

    def indent_px(self) -> int:
        return round((INDENT if self._icon else _DOT_INDENT) * self.one())

    def paint_mark(self, painter: QPainter, first_line: QRectF) -> None:
        side = (_ICON if self._icon else _DOT) * self.one()
        box = QRectF(0, 0, side, side)
        box.moveTop(first_line.center().y() - side / 2)
        color = current_theme().color(self._ink)
        if self._icon:
            paint_icon(painter, box, self._icon, color)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(box)


class InlineLink(Button):
    """A link no higher than the line of text beside it needs."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "link", parent=parent)

    def measure(self, one: float) -> tuple[float, float]:
        line = self.fontMetrics().height() + 2 * RESERVE * one
        return super().measure(one)[0], round(max(_LINK_HEIGHT * one, LEAST_TARGET, line))

    def least(self, one: float) -> tuple[float, float]:
        return super().measure(one)
