"""The heading row: two lines a column, a triangle at the one the rows are sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView

from magdesk.ui.compare.columns import COLUMNS, Column
from magdesk.ui.compare.typography import TableType, width_of
from magdesk.ui.theme import Theme, current_theme

if TYPE_CHECKING:
    from magdesk.ui.compare.table import FormTable

_TRIANGLE, _TRIANGLE_GAP = 8.0, 5.0


class FormsHeader(QHeaderView):
    """A click sorts; a drag at an edge widens, which ``widened`` tells when the mouse lets go."""

    widened = Signal(str, int)

    def __init__(self, table: FormTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._widths: list[int] = []
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setStretchLastSection(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(super().sizeHint().width(), self._table.typography.header_height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the widths, to see later which edge was dragged."""
        self._widths = [self.sectionSize(section) for section in range(self.count())]
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which column was widened by hand."""
        super().mouseReleaseEvent(event)
        last = self.last_shown()
        for section, before in enumerate(self._widths):
            after = self.sectionSize(section)
            if section != last and 0 not in (before, after) and after != before:
                self.widened.emit(COLUMNS[section].key, after)
        self._widths = []

    def last_shown(self) -> int:
        """The last column that is not hidden; it takes the space that is left."""
        shown = (at for at in range(self.count() - 1, -1, -1) if not self.isSectionHidden(at))
        return next(shown, -1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading."""
        theme, kind = current_theme(), self._table.typography
        column = COLUMNS[section]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color("surface"))
        box = QRectF(rect)
        line = max(1.0, round(kind.unit))
        painter.fillRect(
            QRectF(box.x(), box.bottom() - line, box.width(), line), theme.color("line")
        )
        left = kind.edge if column.kind == "name" else kind.padding
        _paint_heading(
            painter,
            box.adjusted(left, 0, -kind.padding, -line),
            column,
            (theme, kind),
            self.sortIndicatorOrder() if self.sortIndicatorSection() == section else None,
        )
        painter.restore()


def heading_width(column: Column, kind: TableType) -> float:
    """The width in pixels that shows the heading whole, its triangle included."""
    triangle = (_TRIANGLE + _TRIANGLE_GAP) * kind.unit
    title = width_of(kind.sorted_heading, column.title) + triangle
    left = kind.edge if column.kind == "name" else kind.padding
    return left + kind.padding + max(title, width_of(kind.subheading, column.subtitle))


def _paint_heading(
    painter: QPainter,
    box: QRectF,
    column: Column,
    look: tuple[Theme, TableType],
    order: Qt.SortOrder | None,
) -> None:
    theme, kind = look
    font = kind.heading if order is None else kind.sorted_heading
    title_height = QFontMetricsF(font).height()
    sub_height = QFontMetricsF(kind.subheading).height() if column.subtitle else 0.0
    top = box.center().y() - (title_height + sub_height) / 2
    title = QRectF(box.x(), top, box.width(), title_height)
    right = column.kind == "number"
    if order is not None:
        title = _paint_triangle(painter, title, (column, right), look, order)
    painter.setFont(font)
    painter.setPen(theme.color("text" if order is not None else "text2"))
    _paint_line(painter, title, column.title, right)
    if column.subtitle:
        painter.setFont(kind.subheading)
        painter.setPen(theme.color("text2"))
        _paint_line(
            painter,
            QRectF(box.x(), top + title_height, box.width(), sub_height),
            column.subtitle,
            right,
        )


def _paint_line(painter: QPainter, box: QRectF, text: str, right: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, round(box.width() + 0.5)
    )
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_triangle(
    painter: QPainter,
    title: QRectF,
    place: tuple[Column, bool],
    look: tuple[Theme, TableType],
    order: Qt.SortOrder,
) -> QRectF:
    """Paint the triangle after the title; return the room that is left for the title."""
    column, right = place
    theme, kind = look
    side, gap = _TRIANGLE * kind.unit, _TRIANGLE_GAP * kind.unit
    width = min(width_of(kind.sorted_heading, column.title), title.width() - side - gap)
    left = title.right() - side if right else title.x() + width + gap
    middle = title.center().y()
    tip, base = (-1, 1) if order == Qt.SortOrder.AscendingOrder else (1, -1)
    half = side * 0.33
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(left, middle + base * half),
                QPointF(left + side, middle + base * half),
                QPointF(left + side / 2, middle + tip * half),
            ]
        )
    )
    return title.adjusted(0, 0, -(side + gap) if right else 0, 0)
