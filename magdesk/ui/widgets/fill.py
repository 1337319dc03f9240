"""Fills a rectangle with one colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter


def fill_rect(painter: QPainter, rect: QRect | QRectF, color: QColor) -> None:
    """Fill it as ``QPainter.fillRect`` does, whose binding makes every preset gradient first."""
    painter.setBackground(color)
    painter.eraseRect(rect)
