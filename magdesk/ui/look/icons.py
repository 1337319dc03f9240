"""Icons: line drawings on a grid of 24, coloured when they are painted."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.ui.look.drawing import Drawing, read_drawing


@cache
def drawing(name: str) -> Drawing:
    """Return the drawing of this name; ``FileNotFoundError`` for an unknown one."""
    return read_drawing((DATA_FOLDER / "icons" / f"{name}.svg").read_bytes())


@lru_cache(maxsize=256)
def icon_image(name: str, size: int, rgb: str) -> QImage:
    """Return an icon of ``size`` pixels a side in the colour ``#rrggbb``."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing(name).paint(painter, size, rgb)
    painter.end()
    return image


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Paint an icon into a square, sharp on screens of any density."""
    ratio = painter.device().devicePixelRatioF()
    size = max(1, round(rect.width() * ratio))
    image = icon_image(name, size, color.name())
    left = round(rect.x() * ratio) / ratio
    top = round(rect.y() * ratio) / ratio
    painter.drawImage(QRectF(left, top, size / ratio, size / ratio), image)
