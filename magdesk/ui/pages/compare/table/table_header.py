"""The heading row: two lines a column, a triangle at the one the rows are sorted by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView

from magdesk.ui.grids.column import Column
from magdesk.ui.grids.grid_metrics import GridType, width_of
from magdesk.ui.look.theme import Theme, current_theme
from magdesk.ui.pages.compare.table.forms_view import FormsView
from magdesk.ui.widgets.amounts.shown_number import whole_number

_TRIANGLE, _TRIANGLE_GAP, _NUMBER_GAP = 8.0, 5.0, 2.0

Sorting = tuple[str, Qt.SortOrder]
"""The number of a column among those that the rows are sorted by, or nothing; its direction."""


class FormsHeader(QHeaderView):
    """A click sorts, a click with Shift adds a column to the order; a drag moves a heading.

    A drag at an edge widens, which ``widened`` tells when the mouse lets go.
    """

    widened = Signal(str, int)
    also_asked = Signal(str)

    def __init__(self, table: FormsView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._widths: list[int] = []
        self._also = -1
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setStretchLastSection(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._table.typography.header_height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the widths, to see later which edge was dragged; with Shift, the column."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._also = self.logicalIndexAt(event.position().toPoint())
            return
        self._widths = [self.sectionSize(section) for section in range(self.count())]
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which column was widened by hand, or clicked with Shift."""
        also, self._also = self._also, -1
        if also >= 0:
            if also == self.logicalIndexAt(event.position().toPoint()):
                self.also_asked.emit(self._table.column_at(also).key)
            return
        places = [self.logicalIndex(at) for at in range(self.count())]
        super().mouseReleaseEvent(event)
        moved = places != [self.logicalIndex(at) for at in range(self.count())]
        last = self.last_shown()
        sizes = [(before, self.sectionSize(place)) for place, before in enumerate(self._widths)]
        self._widths = []
        for section, (before, after) in enumerate(sizes):
            if not moved and section != last and 0 not in (before, after) and after != before:
                self.widened.emit(
                    self._table.column_at(section).key, after
                )  # which fits the other columns anew

    def last_shown(self) -> int:
        """The last column that is not hidden; it takes the space that is left."""
        places = (self.logicalIndex(at) for at in range(self.count() - 1, -1, -1))
        return next((place for place in places if not self.isSectionHidden(place)), -1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, kind = current_theme(), self._table.typography
        column = self._table.column_at(section)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color("surface"))
        box = QRectF(rect)
        line = max(1.0, round(kind.unit))
        painter.fillRect(
            QRectF(box.x(), box.bottom() - line, box.width(), line), theme.color("line")
        )
        left = kind.name_left if column.kind == "name" else kind.padding
        _paint_heading(
            painter,
            box.adjusted(left, 0, -kind.padding, -line),
            column,
            (theme, kind),
            self._sorting(section),
        )
        painter.restore()

    def _sorting(self, section: int) -> Sorting | None:
        orders = self._table.forms.orders
        place = self._table.forms.columns.place_of(self._table.column_at(section).key)
        places = [sorted_by for sorted_by, _ in orders]
        if place not in places:
            return None
        at = places.index(place)
        number = whole_number(at + 1) if len(orders) > 1 else ""
        return number, orders[at][1]


def heading_width(column: Column, kind: GridType, numbered: bool = False) -> float:
    """The width in pixels that shows the heading whole, with triangle and, if any, number."""
    triangle = (_TRIANGLE + _TRIANGLE_GAP) * kind.unit
    if numbered:
        triangle += width_of(kind.sorted_heading, "9") + _NUMBER_GAP * kind.unit
    title = width_of(kind.sorted_heading, column.title) + triangle
    left = kind.name_left if column.kind == "name" else kind.padding
    return left + kind.padding + max(title, width_of(kind.subheading, _longest_below(column)))


def _below(column: Column, sorting: Sorting | None) -> str:
    """The second line: that of the names says how they are ordered."""
    if column.kind != "name":
        return column.subtitle
    return column.order_words(sorting[1]) if sorting is not None else ""


def _longest_below(column: Column) -> str:
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    return max((_below(column, ("", order)) for order in orders), key=len)


def _paint_heading(
    painter: QPainter,
    box: QRectF,
    column: Column,
    look: tuple[Theme, GridType],
    sorting: Sorting | None,
) -> None:
    theme, kind = look
    font = kind.heading if sorting is None else kind.sorted_heading
    title_height = QFontMetricsF(font).height()
    below = _below(column, sorting)
    sub_height = QFontMetricsF(kind.subheading).height() if below else 0.0
    top = box.center().y() - (title_height + sub_height) / 2
    title = QRectF(box.x(), top, box.width(), title_height)
    right = column.kind == "number"
    if sorting is not None:
        title = _paint_sorting(painter, title, (column, right), look, sorting)
    painter.setFont(font)
    painter.setPen(theme.color("text" if sorting is not None else "text2"))
    _paint_line(painter, title, column.title, right)
    if below:
        painter.setFont(kind.subheading)
        painter.setPen(theme.color("text2"))
        _paint_line(
            painter,
            QRectF(box.x(), top + title_height, box.width(), sub_height),
            below,
            right,
        )


def _paint_line(painter: QPainter, box: QRectF, text: str, right: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, round(box.width() + 0.5)
    )
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_sorting(
    painter: QPainter,
    title: QRectF,
    place: tuple[Column, bool],
    look: tuple[Theme, GridType],
    sorting: Sorting,
) -> QRectF:
    """Paint number and triangle after the title; return the room that is left for the title."""
    column, right = place
    theme, kind = look
    number, order = sorting
    side, gap, font = _TRIANGLE * kind.unit, _TRIANGLE_GAP * kind.unit, kind.sorted_heading
    digit = width_of(font, number) + _NUMBER_GAP * kind.unit if number else 0.0
    taken = gap + digit + side
    width = min(width_of(font, column.title), title.width() - taken)
    left = title.right() - digit - side if right else title.x() + width + gap
    if number:
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        box = QRectF(left, title.y(), digit, title.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
    _paint_triangle(painter, left + digit, (title.center().y(), side), theme, order)
    return title.adjusted(0, 0, -taken if right else 0, 0)


def _paint_triangle(
    painter: QPainter, left: float, size: tuple[float, float], theme: Theme, order: Qt.SortOrder
) -> None:
    """Paint the triangle; ``size`` is the height of its middle, and its side."""
    middle, side = size
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
