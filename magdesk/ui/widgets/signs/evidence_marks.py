"""Evidence marks: what trials found, told by shape and always beside a word."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy

from magdesk.knowledge.records import Direction, Grade
from magdesk.ui.look.theme import Theme
from magdesk.ui.widgets.drawn import Drawn

Shape = Literal["no_trial", "no_benefit", "mixed", "one_trial", "good", "worse", "animals"]

MARK_SIDE = 14.0
"""Side of a mark in u."""

_LINE = 1.5
_BY_GRADE: dict[str, Shape] = {
    "G0": "no_trial",
    "G1": "no_benefit",
    "G2": "mixed",
    "G3": "one_trial",
    "G4": "good",
}


def mark_shape(grade: Grade | None, animals: bool) -> Shape:
    """Return the shape for a grade; animals only where no trial in people was made."""
    if grade in (None, "G0"):
        return "animals" if animals else "no_trial"
    return _BY_GRADE[str(grade)]


def direction_shape(direction: Direction, grade: Grade | None, animals: bool) -> Shape:
    """Return the shape for where trials point, so that it can be read without its colour.

    A benefit is a full mark where trials agree, else that of one trial; ``animals`` as above.
    """
    if direction == "better":
        return "good" if grade == "G4" else "one_trial"
    shapes: dict[str, Shape] = {"mixed": "mixed", "no_difference": "no_benefit", "worse": "worse"}
    return shapes.get(direction, "animals" if animals else "no_trial")


def mark_word(shape: Shape) -> str:
    """Return the word that stands beside a shape where nothing more exact is known."""
    words: dict[Shape, str] = {
        "no_trial": QCoreApplication.translate("mark", "No trial"),
        "no_benefit": QCoreApplication.translate("mark", "No difference"),
        "worse": QCoreApplication.translate("mark", "Worse"),
        "mixed": QCoreApplication.translate("mark", "Mixed"),
        "one_trial": QCoreApplication.translate("mark", "Better"),
        "good": QCoreApplication.translate("mark", "Better, trials agree"),
        "animals": QCoreApplication.translate("mark", "Animals only"),
    }
    return words[shape]


def paint_mark(painter: QPainter, rect: QRectF, shape: Shape, colour: QColor, unit: float) -> None:
    """Paint a mark in the middle of the rectangle."""
    side = MARK_SIDE * unit
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    half = _LINE * unit / 2
    ring = box.adjusted(half, half, -half, -half)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _LINE * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape == "animals":
        _paint_triangle(painter, ring)
    elif shape == "no_trial":
        _paint_dashed_ring(painter, ring, colour, unit)
    else:
        painter.setBrush(colour if shape == "good" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        _paint_inside(painter, ring, shape, colour)
    painter.restore()


def _paint_triangle(painter: QPainter, ring: QRectF) -> None:
    pen = painter.pen()
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = [QPointF(ring.center().x(), ring.top()), ring.bottomRight(), ring.bottomLeft()]
    painter.drawPolygon(QPolygonF(corners))


def _paint_dashed_ring(painter: QPainter, ring: QRectF, colour: QColor, unit: float) -> None:
    width = 1.3 * unit
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = 9
    around = 3.14159265 * ring.width() / width / dashes
    pen.setDashPattern([around * 0.62, around * 0.38])
    painter.setPen(pen)
    painter.drawEllipse(ring)


def _paint_inside(painter: QPainter, ring: QRectF, shape: Shape, colour: QColor) -> None:
    center = ring.center()
    if shape == "no_benefit":
        reach = ring.width() * 0.27
        painter.drawLine(QPointF(center.x() - reach, center.y()),
                         QPointF(center.x() + reach, center.y()))  # fmt: skip
    elif shape == "worse":
        reach = ring.width() * 0.26
        low, high = center.y() + reach, center.y() - reach
        painter.drawLine(QPointF(center.x(), high), QPointF(center.x(), low))
        for side in (-reach, reach):
            painter.drawLine(QPointF(center.x() + side, low - reach), QPointF(center.x(), low))
    elif shape in ("mixed", "one_trial"):
        wedge = QPainterPath(center)
        start, sweep = (90.0, 180.0) if shape == "mixed" else (90.0, -90.0)
        wedge.arcTo(ring, start, sweep)
        wedge.closeSubpath()
        painter.fillPath(wedge, colour)


class EvidenceMark(Drawn, QLabel):
    """A mark on its own; give ``word`` to show one beside it."""

    def __init__(self, shape: Shape, word: str = "") -> None:
        super().__init__(word)
        self.shape = shape
        self.setAccessibleName(word or mark_word(shape))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_shape(self, shape: Shape) -> None:
        self.shape = shape
        self.setAccessibleName(self.text() or mark_word(shape))
        self.update()

    def measure(self, one: float) -> tuple[float, float]:
        side = (MARK_SIDE + 2) * one
        words = self.fontMetrics().horizontalAdvance(self.text())
        return side + (words + 6 * one if words else 0), max(self.fontMetrics().height(), side)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        side = (MARK_SIDE + 2) * one
        place = QRectF(0, 0, side, self.height())
        paint_mark(painter, place, self.shape, theme.color("text2"), one)
        painter.setPen(theme.color("text"))
        words = QRectF(self.rect()).adjusted(side + 5 * one, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text())
