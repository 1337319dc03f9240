"""A hundred people as dots: who got better, who did not, and what the trials leave open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from magdesk.ui.look.theme import Theme, unit
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.drawn import Drawn

PEOPLE = 100
_COLUMNS = 20
_STEP, _DOT, _BLOCK = 14.0, 11.0, 5.0
"""From dot to dot, and a dot's width; ``_BLOCK`` is the extra gap after ten across, in u."""

Dot = Literal["better", "same", "maybe_better", "maybe_same"]


@dataclass(frozen=True)
class Share:
    """How many of 100 got better; ``between`` are the fewest and the most that fit the trials."""

    better: int
    between: tuple[int, int] | None = None

    def dot(self, place: int) -> Dot:
        """How the person in this place (from 0) is drawn."""
        better = place < self.better
        if self.between is not None and self.between[0] <= place < self.between[1]:
            return "maybe_better" if better else "maybe_same"
        return "better" if better else "same"

    @property
    def in_short(self) -> str:
        """The number, or the range that fits the trials: ``55 to 85 of 100 better``."""
        if self.between is None:
            words = QCoreApplication.translate("People", "{better} of {all} better")
            return words.format(better=whole_number(self.better), all=whole_number(PEOPLE))
        fewest, most = map(whole_number, self.between)
        words = QCoreApplication.translate("People", "{fewest} to {most} of {all} better")
        return words.format(fewest=fewest, most=most, all=whole_number(PEOPLE))

    @property
    def spoken(self) -> str:
        """The drawing as a screen reader says it."""
        words = QCoreApplication.translate("People", "{better} of {all} got better").format(
            better=whole_number(self.better), all=whole_number(PEOPLE)
        )
        if self.between is None:
            return words
        fewest, most = self.between
        between = QCoreApplication.translate("People", "anything from {fewest} to {most} fits")
        return f"{words}, {between.format(fewest=whole_number(fewest), most=whole_number(most))}"


class PeopleDrawing(Drawn, QLabel):
    """Five rows of twenty; filled is better, empty is not, a broken edge is open."""

    def __init__(self, share: Share, name: str) -> None:
        super().__init__()
        self.share = share
        self.setAccessibleName(f"{name}: {share.spoken}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def measure(self, one: float) -> tuple[float, float]:
        width = _COLUMNS * _STEP + _BLOCK
        return round(width * one + 1), round(PEOPLE / _COLUMNS * _STEP * one + 1)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        margin = (_STEP - _DOT) / 2
        for place in range(PEOPLE):
            row, column = divmod(place, _COLUMNS)
            left = column * _STEP + margin + (_BLOCK if column >= _COLUMNS / 2 else 0)
            top = row * _STEP + margin
            box = QRectF(left * one, top * one, _DOT * one, _DOT * one)
            paint_dot(painter, box, self.share.dot(place), theme, one)


class DotSample(Drawn, QLabel):
    """One dot for the key; what it means stands beside it."""

    def __init__(self, dot: Dot) -> None:
        super().__init__()
        self._dot: Dot = dot
        side = round((_DOT + 2) * unit(self))
        self.setFixedSize(side, side)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        box = QRectF(0, 0, _DOT * one, _DOT * one)
        box.moveCenter(QRectF(self.rect()).center())
        paint_dot(painter, box, self._dot, theme, one)


def paint_dot(painter: QPainter, box: QRectF, dot: Dot, theme: Theme, unit: float) -> None:
    """Paint one person."""
    line = 1.4 * unit
    pen = QPen(theme.color("accent" if dot == "better" else "control"), line)
    if dot in ("maybe_better", "maybe_same"):
        pen = QPen(theme.color("accent"), line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        around = 3.14159265 * (box.width() - line) / line / 8
        pen.setDashPattern([around * 0.6, around * 0.4])
    painter.setPen(pen)
    painter.setBrush(theme.color("accent") if dot == "better" else Qt.BrushStyle.NoBrush)
    half = line / 2
    painter.drawEllipse(box.adjusted(half, half, -half, -half))
    if dot == "maybe_better":
        inside = box.width() * 0.24
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(box.adjusted(inside, inside, -inside, -inside))
