"""Check boxes, radio dots and ticks, painted alike in rows, tables and lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from magdesk.ui.look.theme import current_theme


def paint_tick(painter: QPainter, rect: QRectF, color: QColor, width: float) -> None:
    """Paint a tick that fills the middle of the square."""
    side = rect.width()
    path = QPainterPath(QPointF(rect.x() + side * 0.27, rect.y() + side * 0.52))
    path.lineTo(rect.x() + side * 0.43, rect.y() + side * 0.68)
    path.lineTo(rect.x() + side * 0.74, rect.y() + side * 0.34)
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def paint_check(
    painter: QPainter, rect: QRectF, checked: bool, unit: float, selected: bool = False
) -> None:
    """Paint a check box; ``selected`` says that it stands on a selected row."""
    theme = current_theme()
    radius = 4 * unit
    width = 1.5 * unit
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if not checked:
        painter.setPen(QPen(theme.color("sel_control" if selected else "control"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush if selected else theme.color("surface"))
        painter.drawRoundedRect(inner, radius, radius)
        return
    fill = theme.color("sel_accent" if selected else "accent")
    painter.setPen(QPen(fill, width))
    painter.setBrush(fill)
    painter.drawRoundedRect(inner, radius, radius)
    tick = theme.color("sel") if selected and theme.contrast else theme.color("on_accent")
    paint_tick(painter, rect, tick, 1.9 * unit)


def paint_radio(painter: QPainter, rect: QRectF, checked: bool, unit: float) -> None:
    """Paint a radio circle, with a dot when it is chosen."""
    theme = current_theme()
    width = (1.9 if checked else 1.5) * unit
    edge = theme.color("accent" if checked else "control")
    painter.setPen(QPen(edge, width))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    if checked:
        dot = rect.width() * 0.22
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawEllipse(rect.center(), dot, dot)
