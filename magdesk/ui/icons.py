"""Icons: line drawings on a grid of 24, coloured when they are painted."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap

from magdesk.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


@cache
def _source(name: str) -> bytes:
    return (files("magdesk.resources") / "icons" / f"{name}.svg").read_bytes()


def _renderer(name: str, color: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # loaded with the first icon

    return QSvgRenderer(_source(name).replace(b"currentColor", color.encode()))


@lru_cache(maxsize=256)
def _image(name: str, size: int, rgb: str) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name, rgb).render(painter)
    painter.end()
    return image


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Paint an icon into a square, sharp on screens of any density."""
    ratio = painter.device().devicePixelRatioF()
    size = max(1, round(rect.width() * ratio))
    image = _image(name, size, color.name())
    left = round(rect.x() * ratio) / ratio
    top = round(rect.y() * ratio) / ratio
    painter.drawImage(QRectF(left, top, size / ratio, size / ratio), image)


def pixmap(name: str, size_px: int, color: QColor) -> QPixmap:
    """Return an icon as a pixmap of ``size_px`` pixels a side."""
    return QPixmap.fromImage(_image(name, size_px, color.name()))


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


def application_icon() -> QIcon:
    """Return the program's own icon, with a simpler drawing for the smallest sizes."""
    from PySide6.QtSvg import QSvgRenderer

    sign = QIcon()
    for name, size in (("app-small", 16), ("app", 32), ("app", 64), ("app", 128)):
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(_source(name)).render(painter)
        painter.end()
        sign.addPixmap(QPixmap.fromImage(image))
    return sign
