"""The comparison as a grid: meter or mark with its word, the sentences below, from the top."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QPainter

from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.column import is_avoided, tag_of
from magdesk.ui.grids.grid_contents import (
    CellState,
    GridContents,
    GridSizes,
    Part,
    lines_height,
    paint_lines,
)
from magdesk.ui.grids.grid_metrics import column_widths, line_height, widest_word
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.side_by_side.attributes import Attribute, Value
from magdesk.ui.widgets.choices.chips import paint_tag
from magdesk.ui.widgets.signs.direction_pill import (
    PILL_HEIGHT,
    direction_colors,
    paint_pill,
    pill_width,
)
from magdesk.ui.widgets.signs.meter import METER_WIDTH, paint_meter

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

VALUE_ROLE = Role.UserRole + 1
"""The cell's ``Value``."""

_NOT_VALID = QModelIndex()
_PADDING, _ABOVE = 9.0, 8.0
_PICTURE_GAP, _BELOW_WORD = 7.0, 2.0
_NAMES_SHARE, _NAMES_MOST, _NAMES_LEAST = 0.24, 230.0, 130.0
_COLUMN_LEAST, _COLUMN_MOST = 130.0, 420.0


class AttributeModel(QAbstractTableModel):
    """Shows the attributes it was given last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.forms: tuple[Form, ...] = ()
        self.rows: tuple[Attribute, ...] = ()

    def show(self, forms: tuple[Form, ...], rows: tuple[Attribute, ...]) -> None:
        self.beginResetModel()
        self.forms, self.rows = forms, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOT_VALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOT_VALID) -> int:
        return 0 if parent.isValid() else len(self.forms)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self.rows[index.row()]
        value = row.values[index.column()]
        if role == Role.DisplayRole:
            return value.whole
        if role == VALUE_ROLE:
            return value
        if role == Role.AccessibleTextRole:
            return f"{self.forms[index.column()].name}, {row.name}: {value.spoken}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._form_words(section, role) if 0 <= section < len(self.forms) else None
        if not 0 <= section < len(self.rows):
            return None
        row = self.rows[section]
        if role == Role.DisplayRole:
            return row.name
        return f"{row.name}. {row.meaning}" if role == Role.AccessibleTextRole else None

    def _form_words(self, section: int, role: int) -> str | None:
        form = self.forms[section]
        if role == Role.DisplayRole:
            return form.name
        if role == Role.AccessibleTextRole:
            return ", ".join(filter(None, (form.name, tag_of(form))))
        return None


class SideBySideContents(GridContents):
    """Forms are columns, what they have is rows."""

    model: AttributeModel

    def __init__(self, parent: QObject | None = None) -> None:
        self.model = AttributeModel(parent)

    def arrange(self, width: int) -> GridSizes:
        """Every word is shown; names take less room where the forms need it."""
        one, rows, forms = self.type.unit, self.model.rows, self.model.forms
        least = [self._least_column(place) for place in range(len(forms))]
        names = ceil(self._names_width(width, width - sum(least) - len(least)))
        room = width - names
        wanted = [room / max(1, len(least))] * len(least)
        columns = column_widths(least, wanted, room, _COLUMN_MOST * one)
        heights = (self._form_height(*pair) for pair in zip(forms, columns, strict=True))
        return GridSizes(
            names=names,
            header=ceil(max(heights, default=float(self.type.header_height))),
            columns=columns,
            rows=tuple(self._row_height(row, names, columns) for row in rows),
        )

    def least_width(self) -> int:
        """The width in pixels of the narrowest columns."""
        places = range(len(self.model.forms))
        return ceil(self._names_needed() + sum(self._least_column(place) for place in places))

    def paint_cell(
        self, painter: QPainter, rect: QRectF, place: tuple[int, int], state: CellState
    ) -> None:
        """Paint one value and the hairline below it."""
        theme, one = current_theme(), self.type.unit
        painter.fillRect(rect, theme.color("hover" if state.hovered else "surface"))
        self._paint_hairline(painter, rect, "line")
        value = self.model.rows[place[0]].values[place[1]]
        left, room = rect.x() + _PADDING * one, rect.width() - 2 * _PADDING * one
        top = self._paint_word(painter, value, (left, rect.y() + _ABOVE * one, room))
        paint_lines(painter, _text_part(value, self), (left, top, room))

    def paint_column(self, painter: QPainter, rect: QRectF, section: int) -> None:
        """Paint the name of a form, with its tag below."""
        form, one = self.model.forms[section], self.type.unit
        left, room = rect.x() + _PADDING * one, rect.width() - 2 * _PADDING * one
        height = self._form_height(form, rect.width()) - 2 * _ABOVE * one
        place = (left, rect.center().y() - height / 2, room)
        top = paint_lines(painter, self._form_name(form), place)
        tag = tag_of(form)
        if tag:
            painter.setFont(self.type.tag)
            below = top + _BELOW_WORD * one
            box = QRectF(left, below, self.type.tag_width(tag), self.type.tag_height)
            paint_tag(painter, box, tag, "caution" if is_avoided(form) else "neutral", one)

    def paint_row(self, painter: QPainter, rect: QRectF, section: int) -> None:
        """Paint name and meaning from the top: the row may be taller than the window."""
        kind = self.type
        room = rect.width() - kind.edge - _PADDING * kind.unit
        place = (rect.x() + kind.edge, rect.y() + _ABOVE * kind.unit, room)
        paint_lines(painter, self._attribute_name(self.model.rows[section]), place)
        self._paint_hairline(painter, rect, "line")

    def paint_corner(self, painter: QPainter, rect: QRectF) -> None:
        """Nothing stands there."""

    def cell_height(self, value: Value, width: float) -> float:
        """The height in pixels that shows a value whole in a column of this width."""
        room = width - 2 * _PADDING * self.type.unit
        text = lines_height(_text_part(value, self), room)
        return self._word_height(value, room) + text + 2 * _ABOVE * self.type.unit

    def _paint_word(
        self, painter: QPainter, value: Value, place: tuple[float, float, float]
    ) -> float:
        """Paint picture and word; return the top of what stands below."""
        left, top, room = place
        one = self.type.unit
        ink = "text2" if value.quiet else "text"
        below = top + self._word_height(value, room)
        if value.shape is not None:
            theme = current_theme()
            box = QRectF(left, top, room, PILL_HEIGHT * one)
            colors = direction_colors(value.direction, theme)
            look = (self.type.word, QColor(theme.color("text2")), one)
            paint_pill(painter, box, (value.word, value.shape), colors, look)
            return below
        if value.rating is not None:
            box = QRectF(left, top, METER_WIDTH * one, line_height(self.type.name))
            paint_meter(painter, box, value.rating, False, one)
        picture = self._picture_width(value)
        paint_lines(painter, self._word_part(value, ink), (left + picture, top, room - picture))
        return below

    def _word_height(self, value: Value, room: float) -> float:
        if not value.word:
            return 0.0
        one = self.type.unit
        if value.shape is not None:
            return PILL_HEIGHT * one + 2 * _BELOW_WORD * one
        words = self._word_part(value, "text")
        return lines_height(words, room - self._picture_width(value)) + _BELOW_WORD * one

    def _picture_width(self, value: Value) -> float:
        return (METER_WIDTH + _PICTURE_GAP) * self.type.unit if value.rating is not None else 0.0

    def _word_part(self, value: Value, ink: str) -> tuple[Part, ...]:
        return ((value.word, self.type.name, ink),)

    def _form_name(self, form: Form) -> tuple[Part, ...]:
        return ((form.name, self.type.form, "text"),)

    def _attribute_name(self, row: Attribute) -> tuple[Part, ...]:
        kind = self.type
        return ((row.name, kind.name, "text"), (row.meaning, kind.subheading, "text2"))

    def _form_height(self, form: Form, width: float) -> float:
        one = self.type.unit
        name = lines_height(self._form_name(form), width - 2 * _PADDING * one)
        tag = self.type.tag_height + _BELOW_WORD * one if tag_of(form) else 0.0
        return max(self.type.header_height, name + tag + 2 * _ABOVE * one)

    def _row_height(self, row: Attribute, names: int, columns: tuple[int, ...]) -> int:
        kind = self.type
        room = names - kind.edge - _PADDING * kind.unit
        name = lines_height(self._attribute_name(row), room) + 2 * _ABOVE * kind.unit
        cells = (self.cell_height(*pair) for pair in zip(row.values, columns, strict=True))
        return ceil(max(name, *cells))

    def _least_column(self, place: int) -> float:
        """The width in pixels under which a word of this form would be broken."""
        kind = self.type
        forms, rows = self.model.forms, self.model.rows
        widths = [widest_word(kind.form, forms[place].name), kind.tag_width(tag_of(forms[place]))]
        for row in rows:
            value = row.values[place]
            widths.append(widest_word(kind.body, value.text))
            if value.shape is None:
                widths.append(widest_word(kind.name, value.word) + self._picture_width(value))
            else:
                widths.append(pill_width(kind.word, value.word, kind.unit))
        return max(_COLUMN_LEAST * kind.unit, max(widths) + 2 * _PADDING * kind.unit + 1)

    def _names_needed(self) -> float:
        kind = self.type
        words = (
            widest_word(font, text)
            for row in self.model.rows
            for text, font, _ in self._attribute_name(row)
        )
        return max(words, default=0.0) + kind.edge + _PADDING * kind.unit + 1

    def _names_width(self, width: float, left_over: float) -> float:
        """The width in pixels of the names: less where the forms need it, no word broken."""
        one = self.type.unit
        share = min(max(_NAMES_SHARE * width, _NAMES_LEAST * one), _NAMES_MOST * one)
        return max(self._names_needed(), min(share, left_over))

    def _paint_hairline(self, painter: QPainter, rect: QRectF, token: str) -> None:
        thickness = max(1.0, round(self.type.unit))
        line = QRectF(rect.x(), rect.bottom() - thickness, rect.width(), thickness)
        painter.fillRect(line, current_theme().color(token))


def _text_part(value: Value, contents: GridContents) -> tuple[Part, ...]:
    return ((value.text, contents.type.body, "text2" if value.quiet else "text"),)
