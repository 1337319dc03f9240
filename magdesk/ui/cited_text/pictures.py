"""Meters and marks as images inside a text; the words beside them say the same."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.signs.evidence_marks import MARK_SIDE, Shape, paint_mark
from magdesk.ui.widgets.signs.meter import CELL_HEIGHT, METER_WIDTH, paint_meter

SCHEME = "picture"


def picture_size(name: str, unit: float) -> tuple[float, float]:
    """Width and height in pixels of ``meter/<rating>`` or ``mark/<shape>``."""
    if name.startswith("meter/"):
        return METER_WIDTH * unit, (CELL_HEIGHT + 2) * unit
    return (MARK_SIDE + 1) * unit, (MARK_SIDE + 1) * unit


def picture(name: str, unit: float, ratio: float) -> QImage:
    """Draw a picture in the colours of the moment, ``ratio`` pixels to a point of the screen."""
    width, height = picture_size(name, unit)
    image = QImage(
        max(1, round(width * ratio)),
        max(1, round(height * ratio)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    kind, _, value = name.partition("/")
    painter = QPainter(image)
    painter.scale(image.width() / width, image.height() / height)
    rect = QRectF(0, 0, width, height)
    if kind == "meter":
        paint_meter(painter, rect, value, False, unit)
    else:
        colour = current_theme().color("text2" if value == "no_trial" else "text")
        paint_mark(painter, rect, cast("Shape", value), colour, unit)
    painter.end()
    return image
