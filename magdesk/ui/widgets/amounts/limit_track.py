"""The track of a limit: filled up to the limit, hatched where an amount goes past it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from magdesk.ui.look.theme import Theme

_RADIUS = 3.0
_HATCH_STEP = 5.0


def place_on(track: QRectF, amount_mg: float, end_mg: float) -> float:
    """Return where an amount stands on a track that ends at ``end_mg``, in pixels from the left."""
    return track.left() + track.width() * min(1.0, amount_mg / end_mg)


def paint_track(
    painter: QPainter, track: QRectF, filled_to: float, limit_at: float, theme: Theme, one: float
) -> None:
    """Paint a track; ``filled_to`` and ``limit_at`` are pixels on it, ``one`` is 1u."""
    radius = _RADIUS * one
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sunken" if not theme.dark else "line2"))
    if theme.contrast:
        painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(track, radius, radius)
    good = QRectF(track)
    good.setRight(min(filled_to, limit_at))
    if good.width() > 0:
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(good, radius, radius)
    if filled_to > limit_at:
        over = QRectF(track)
        over.setLeft(limit_at)
        over.setRight(filled_to)
        _paint_hatch(painter, over, theme, one)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("control"), one))
    painter.drawRoundedRect(track, radius, radius)


def paint_limit(
    painter: QPainter, track: QRectF, x: float, over: float, theme: Theme, one: float
) -> None:
    """Paint the tick of a limit at ``x``, which goes ``over`` u past both edges of the track."""
    painter.setPen(QPen(theme.color("text"), 1.6 * one))
    reach = over * one
    painter.drawLine(QPointF(x, track.top() - reach), QPointF(x, track.bottom() + reach))


def _paint_hatch(painter: QPainter, over: QRectF, theme: Theme, one: float) -> None:
    painter.save()
    painter.setClipRect(over)
    painter.fillRect(over, theme.color("danger_tint"))
    painter.setPen(QPen(theme.color("danger"), 1.4 * one))
    step, x = _HATCH_STEP * one, over.left() - over.height()
    while x < over.right():
        painter.drawLine(QPointF(x, over.bottom()), QPointF(x + over.height(), over.top()))
        x += step
    painter.restore()
