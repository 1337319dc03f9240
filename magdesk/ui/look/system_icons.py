"""Icons as Qt's own classes, for menus, system widgets and the window itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from magdesk.ui.look.icons import icon_image, paint_icon
from magdesk.ui.look.theme import current_theme


def pixmap(name: str, size_px: int, color: QColor) -> QPixmap:
    """Return an icon as a pixmap of ``size_px`` pixels a side."""
    return QPixmap.fromImage(icon_image(name, size_px, color.name()))


class _TintedEngine(QIconEngine):
    """Paints an icon in the colour that its token has in the theme of the moment."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Paint the icon in the middle of the rectangle."""
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.45)
        paint_icon(painter, square, self._name, current_theme().color(self._color))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a pixmap of this size."""
        canvas = QPixmap(size)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return canvas

    def clone(self) -> QIconEngine:
        """Return another engine for the same icon."""
        return _TintedEngine(self._name, self._color)


def icon(name: str, color: str = "text2") -> QIcon:
    """Return an icon for menus and system widgets that takes its colour when painted."""
    return QIcon(_TintedEngine(name, color))
