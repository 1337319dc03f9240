"""Paints the cells: meter, marks, the tag *Avoid*, hairlines, and the pale selected row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from magdesk.ui.grids.column import Column, avoid_word
from magdesk.ui.grids.declared_columns import COLUMNS
from magdesk.ui.grids.form_rows import Evidence, FormRow
from magdesk.ui.look.theme import Theme, current_theme
from magdesk.ui.pages.compare.filter.form_search import NO_MATCH, Match, Span
from magdesk.ui.pages.compare.table.marked_text import fitted, paint_marked
from magdesk.ui.pages.compare.table.table_model import MATCH_ROLE, ROW_ROLE
from magdesk.ui.pages.compare.table.table_typography import TableType, width_of
from magdesk.ui.widgets.chips import paint_tag
from magdesk.ui.widgets.indicator import paint_check
from magdesk.ui.widgets.marks import Shape, mark_shape, paint_mark
from magdesk.ui.widgets.meter import paint_meter

if TYPE_CHECKING:
    from magdesk.ui.pages.compare.table.form_table import FormTable

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_NEAR_MIDDLE = 3
"""How many breaks of a text into two lines are tried."""


class CellDelegate(QStyledItemDelegate):
    """Paints one cell as its column says; asks the table for fonts and the row under the mouse."""

    def __init__(self, table: FormTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room a cell needs to show all it has."""
        row = index.data(ROW_ROLE)
        kind = self._table.typography
        width = cell_width(COLUMNS[index.column()], row, kind) if row else 0.0
        return QSize(round(width + 0.5), kind.row_height)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Leave ticking to the table, where the target is larger than the box."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint background, content and hairline of the cell."""
        row: FormRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        theme, kind = current_theme(), self._table.typography
        column = COLUMNS[index.column()]
        rect = QRectF(option.rect)
        selected = self._table.selectionModel().isRowSelected(index.row())
        painter.save()
        painter.setClipRect(rect)
        if selected:
            painter.fillRect(rect, theme.color("sel"))
        elif index.row() == self._table.hovered_row:
            painter.fillRect(rect, theme.color("hover"))
        _paint_hairline(painter, rect, theme, kind.unit)
        left = kind.name_left if column.kind == "name" else kind.padding
        inner = rect.adjusted(left, 0, -kind.padding, -kind.unit)
        match = index.data(MATCH_ROLE) if column.kind == "name" else None
        if column.kind == "name":
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _paint_tick_box(painter, rect, kind, ticked, selected)
        _CellPainter(painter, theme, kind, selected).paint(column, row, inner, match)
        painter.restore()


def cell_width(column: Column, row: FormRow, kind: TableType) -> float:
    """The width in pixels that shows the cell whole; a note is content with two lines."""
    text = column.text(row)
    padding = 2 * kind.padding
    if column.kind == "name":
        tag = kind.gap + kind.tag_width(avoid_word()) if row.form.avoid else 0.0
        return kind.name_left + kind.padding + width_of(kind.name, text) + tag
    if column.kind == "number":
        return padding + width_of(kind.number, text)
    if column.kind == "rating":
        meter = 0.0 if column.unknown(row) else kind.meter_width
        return padding + meter + width_of(kind.body, text)
    if column.kind == "mark":
        return padding + kind.mark_width + width_of(kind.body, text)
    if column.kind == "note":
        return padding + two_line_width(kind.note, text)
    return padding + width_of(kind.body, text)


class _CellPainter:
    """Paints what stands in one cell."""

    def __init__(self, painter: QPainter, theme: Theme, kind: TableType, selected: bool) -> None:
        self._painter = painter
        self._theme = theme
        self._kind = kind
        self._selected = selected

    def paint(self, column: Column, row: FormRow, rect: QRectF, match: Match | None) -> None:
        quiet = column.unknown(row)
        if column.kind == "name":
            self._paint_name(row, rect, match or NO_MATCH)
        elif column.kind == "rating":
            self._paint_rating(column, row, rect, quiet)
        elif column.kind == "mark":
            self._paint_evidence(column, row, rect, quiet)
        elif column.kind == "note":
            self._ink(quiet=True)
            paint_two_lines(self._painter, rect, column.text(row), self._kind.note)
        else:
            number = column.kind == "number"
            font = self._kind.number if number else self._kind.body
            self._line(column.text(row), rect, font, quiet, _RIGHT if number else _LEFT)

    def _paint_name(self, row: FormRow, rect: QRectF, match: Match) -> None:
        kind = self._kind
        if match.found_in:
            height = QFontMetricsF(kind.name).height()
            both = height + QFontMetricsF(kind.note).height()
            top = rect.center().y() - both / 2
            below = QRectF(rect.x(), top + height, rect.width(), both - height)
            self._marked(match.found_in, match.in_found, below, kind.note, True)
            rect = QRectF(rect.x(), top, rect.width(), height)
        tag_width = kind.tag_width(avoid_word()) if row.form.avoid else 0.0
        space = rect.width() - (tag_width + kind.gap if tag_width else 0.0)
        name_rect = QRectF(rect.x(), rect.y(), space, rect.height())
        self._marked(row.form.name, match.in_name, name_rect, kind.name, False)
        if not tag_width:
            return
        left = rect.x() + min(space, width_of(kind.name, row.form.name)) + kind.gap
        height = min(QFontMetricsF(kind.tag).height() + 4 * kind.unit, rect.height())
        tag = QRectF(left, rect.center().y() - height / 2, tag_width, height)
        self._painter.setFont(kind.tag)
        paint_tag(self._painter, tag, avoid_word(), "caution", kind.unit)

    def _marked(
        self, text: str, spans: Sequence[Span], rect: QRectF, font: QFont, quiet: bool
    ) -> None:
        self._ink(quiet)
        self._painter.setFont(font)
        line = fitted(text, spans, font, rect.width() + 1)
        paint_marked(self._painter, rect, line, (self._theme, self._selected, self._kind.unit))

    def _paint_rating(self, column: Column, row: FormRow, rect: QRectF, quiet: bool) -> None:
        guide = row.form.guide
        if guide is not None:
            paint_meter(self._painter, rect, guide.rating, self._selected, self._kind.unit)
            rect = rect.adjusted(self._kind.meter_width, 0, 0, 0)
        self._line(column.text(row), rect, self._kind.body, quiet)

    def _paint_evidence(self, column: Column, row: FormRow, rect: QRectF, quiet: bool) -> None:
        kind = self._kind
        found = column.evidence(row)
        shape = mark_shape(None, False) if found is None else _shape(found)
        box = QRectF(rect.x(), rect.y(), kind.mark_width - kind.gap, rect.height())
        paint_mark(self._painter, box, shape, self._color(quiet), kind.unit)
        self._line(column.text(row), rect.adjusted(kind.mark_width, 0, 0, 0), kind.body, quiet)

    def _line(
        self,
        text: str,
        rect: QRectF,
        font: QFont,
        quiet: bool,
        alignment: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        self._ink(quiet)
        self._painter.setFont(font)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        self._painter.drawText(rect, alignment, shown)

    def _ink(self, quiet: bool) -> None:
        self._painter.setPen(self._color(quiet))

    def _color(self, quiet: bool) -> QColor:
        if self._selected:
            return self._theme.color("sel_text2" if quiet else "sel_text")
        return self._theme.color("text2" if quiet else "text")


def _paint_tick_box(
    painter: QPainter, rect: QRectF, kind: TableType, ticked: bool, selected: bool
) -> None:
    side = kind.check_side
    box = QRectF(rect.x() + kind.edge, rect.center().y() - side / 2, side, side)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_check(painter, box, ticked, kind.unit, selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _shape(found: Evidence) -> Shape:
    return mark_shape(found.finding.grade, found.animals_only)


def two_line_width(font: QFont, text: str) -> float:
    """The least width in pixels in which the text takes no more than two lines."""
    words = text.split()
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    # Only breaks near the middle can be the best: the others need not be measured.
    halves.sort(key=lambda half: max(map(len, half)))
    widths = (max(width_of(font, part) for part in half) for half in halves[:_NEAR_MIDDLE])
    return min(widths, default=width_of(font, text)) + 1


def paint_two_lines(painter: QPainter, rect: QRectF, text: str, font: QFont) -> None:
    """Paint text in one line or two, in the middle of the rectangle; the second line is elided."""
    lines = _two_lines(text, font, rect.width())
    metrics = QFontMetricsF(font)
    leading = min(metrics.height(), rect.height() / max(1, len(lines)))
    top = rect.center().y() - leading * len(lines) / 2
    painter.setFont(font)
    for number, line in enumerate(lines):
        painter.drawText(QPointF(rect.x(), top + number * leading + metrics.ascent()), line)


def _two_lines(text: str, font: QFont, width: float) -> list[str]:
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    from PySide6.QtGui import QTextLayout, QTextOption  # a dozen classes with them

    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    end = line.textLength()
    layout.endLayout()
    rest = metrics.elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, width)
    return [text[:end].strip(), rest] if rest else [text]


def _paint_hairline(painter: QPainter, rect: QRectF, theme: Theme, unit: float) -> None:
    thickness = max(1.0, round(unit))
    line = QRectF(rect.x(), rect.bottom() - thickness, rect.width(), thickness)
    painter.fillRect(line, theme.color("line"))
