"""Icons: line drawings on a grid of 24, coloured when they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from magdesk.knowledge.data_folder import DATA_FOLDER


@lru_cache(maxsize=256)
def icon_image(name: str, size: int, rgb: str) -> QImage:
    """Return an icon of ``size`` pixels a side in the colour ``#rrggbb``.

    ``FileNotFoundError`` for a name that no drawing has.
    """
    drawing = (DATA_FOLDER / "icons" / f"{name}.svg").read_bytes()
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(drawing.replace(b"currentColor", rgb.encode())).render(painter)
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
