"""The marks and what they stand for, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from magdesk.knowledge.evidence_records import GradeMeaning
from magdesk.ui.grids.grid_metrics import line_height, width_of
from magdesk.ui.look.theme import current_theme, scaled_font, unit
from magdesk.ui.widgets.marks import MARK_SIDE, Shape, mark_shape, mark_word, paint_mark

_MARK_GAP, _BETWEEN, _LEADING = 6.0, 16.0, 6.0


class Legend(QLabel):
    """Grade by grade from the best, then animals, then what the numbers mean."""

    def __init__(self, grades: Iterable[GradeMeaning], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        best_first = sorted(grades, key=lambda row: row.grade, reverse=True)
        self.entries: tuple[tuple[Shape | None, str], ...] = (
            *((mark_shape(row.grade, animals=False), row.name) for row in best_first),
            ("animals", mark_word("animals")),
            (None, self.tr("Number = trials in people")),
        )
        self.setAccessibleName(
            self.tr("Marks: {marks}").format(marks=", ".join(name for _, name in self.entries))
        )
        self.setFont(scaled_font(self, 0.92))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width."""
        lines = len(self._lines(width))
        return round(lines * self._line_height() + (lines - 1) * _LEADING * unit(self) + 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        one = unit(self)
        width = sum(self._width(entry) for entry in self.entries)
        width += (len(self.entries) - 1) * _BETWEEN * one
        return QSize(round(width + 1), self.heightForWidth(round(width + 1)))

    def minimumSizeHint(self) -> QSize:
        """The widest entry."""
        width = max(self._width(entry) for entry in self.entries)
        return QSize(round(width + 1), round(self._line_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        top, height = 0.0, self._line_height()
        for line in self._lines(self.width()):
            left = 0.0
            for shape, name in line:
                words = left
                if shape is not None:
                    mark = QRectF(left, top, MARK_SIDE * one, height)
                    paint_mark(painter, mark, shape, theme.color("text2"), one)
                    words += (MARK_SIDE + _MARK_GAP) * one
                painter.setPen(theme.color("text2"))
                place = QRectF(words, top, self.width(), height)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
                left += self._width((shape, name)) + _BETWEEN * one
            top += height + _LEADING * one
        painter.end()

    def _line_height(self) -> float:
        return max(line_height(self.font()), MARK_SIDE * unit(self))

    def _width(self, entry: tuple[Shape | None, str]) -> float:
        shape, name = entry
        mark = 0.0 if shape is None else (MARK_SIDE + _MARK_GAP) * unit(self)
        return mark + width_of(self.font(), name)

    def _lines(self, width: int) -> list[list[tuple[Shape | None, str]]]:
        between = _BETWEEN * unit(self)
        lines: list[list[tuple[Shape | None, str]]] = [[]]
        used = 0.0
        for entry in self.entries:
            wanted = self._width(entry)
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0.0
            lines[-1].append(entry)
            used += wanted + between
        return lines
