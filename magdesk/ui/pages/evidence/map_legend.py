"""Marks and colours, and what they stand for, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from magdesk.knowledge.records import Direction
from magdesk.knowledge.records.evidence_records import DirectionMeaning
from magdesk.ui.grids.grid_metrics import line_height, width_of
from magdesk.ui.look.theme import Theme, current_theme, scaled_font, unit
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import let_wrap
from magdesk.ui.widgets.signs.direction_pill import direction_colors
from magdesk.ui.widgets.signs.evidence_marks import Shape, direction_shape, mark_word, paint_mark

_MARK_GAP, _BETWEEN, _LEADING = 6.0, 14.0, 4.0
_BOX, _RADIUS = 22.0, 5.0


class LegendEntry(NamedTuple):
    """A word, and the mark and direction that it stands for; no mark for plain words."""

    word: str
    shape: Shape | None = None
    direction: Direction = "no_trial"


class Legend(Drawn, QLabel):
    """Each direction with its mark and colour, then animals, then what the numbers mean."""

    def __init__(self, directions: Mapping[Direction, DirectionMeaning]) -> None:
        super().__init__()
        self.entries = tuple(self._entries(directions))
        self.setAccessibleName(
            self.tr("Marks: {marks}").format(marks=", ".join(entry.word for entry in self.entries))
        )
        self.setFont(scaled_font(self, 0.92))
        let_wrap(self, QSizePolicy.Policy.Preferred)

    def _entries(self, directions: Mapping[Direction, DirectionMeaning]) -> Iterator[LegendEntry]:
        for row in directions.values():
            shape = direction_shape(row.direction, None, animals=False)
            yield LegendEntry(row.word, shape, row.direction)
            if row.direction == "better":
                yield LegendEntry(mark_word("good"), "good", "better")
        yield LegendEntry(mark_word("animals"), "animals", "no_trial")
        yield LegendEntry(self.tr("Number = trials in people"))

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        return round(lines * self._line_height() + (lines - 1) * _LEADING * unit(self) + 1)

    def measure(self, one: float) -> tuple[float, float]:
        width = sum(self._width(entry) for entry in self.entries)
        width += (len(self.entries) - 1) * _BETWEEN * one
        return round(width + 1), self.heightForWidth(round(width + 1))

    def least(self, one: float) -> tuple[float, float]:
        width = max(self._width(entry) for entry in self.entries)
        return round(width + 1), round(self._line_height())

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        top, height = 0.0, self._line_height()
        for line in self._lines(self.width()):
            left = 0.0
            for entry in line:
                words = left
                if entry.shape is not None:
                    _paint_sample(painter, QRectF(left, top, _BOX * one, height), entry, one)
                    words += (_BOX + _MARK_GAP) * one
                painter.setPen(theme.color("text2"))
                place = QRectF(words, top, self.width(), height)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, entry.word)
                left += self._width(entry) + _BETWEEN * one
            top += height + _LEADING * one

    def _line_height(self) -> float:
        return max(line_height(self.font()), _BOX * unit(self))

    def _width(self, entry: LegendEntry) -> float:
        mark = 0.0 if entry.shape is None else (_BOX + _MARK_GAP) * unit(self)
        return mark + width_of(self.font(), entry.word)

    def _lines(self, width: int) -> list[list[LegendEntry]]:
        between = _BETWEEN * unit(self)
        lines: list[list[LegendEntry]] = [[]]
        used = 0.0
        for entry in self.entries:
            wanted = self._width(entry)
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0.0
            lines[-1].append(entry)
            used += wanted + between
        return lines


def _paint_sample(painter: QPainter, box: QRectF, entry: LegendEntry, one: float) -> None:
    """Paint a mark on the colour of its direction."""
    theme = current_theme()
    colors = direction_colors(entry.direction, theme)
    ink = theme.color("text2") if colors is None else colors.ink
    if colors is not None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.line, one))
        painter.setBrush(colors.fill)
        half = one / 2
        painter.drawRoundedRect(
            box.adjusted(half, half, -half, -half), _RADIUS * one, _RADIUS * one
        )
        painter.restore()
    if entry.shape is not None:
        paint_mark(painter, box, entry.shape, ink, one)
