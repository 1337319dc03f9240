"""The list of columns: a check box each, in the order of the table."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from magdesk.ui.grids.grid_metrics import width_of
from magdesk.ui.look.theme import current_theme, scaled_font, selection_palette, unit
from magdesk.ui.pages.compare.columns.column_layout import FIRST, ColumnLayout
from magdesk.ui.widgets.access.focus import paint_ring
from magdesk.ui.widgets.choices.indicator import paint_check
from magdesk.ui.widgets.scroll import SlimScrollBar

KEY_ROLE = Qt.ItemDataRole.UserRole + 1
NOTE_ROLE = Qt.ItemDataRole.UserRole + 2
_ROW, _CHECK, _LEFT, _TEXT_LEFT, _GAP = 32.0, 16.0, 10.0, 36.0, 16.0
_ROWS_SEEN = 12
_STEPS = {
    Qt.Key.Key_Up: ("move", -1),
    Qt.Key.Key_Down: ("move", 1),
    Qt.Key.Key_Left: ("widen", -1),
    Qt.Key.Key_Right: ("widen", 1),
}

Index = QModelIndex | QPersistentModelIndex


class ColumnList(QListWidget):
    """Space shows or hides a column; Alt and an arrow key moves or widens it."""

    asked = Signal(str, int)
    """``move`` or ``widen``, and which way."""

    def __init__(self, columns: ColumnLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._is_filling = False
        self.setObjectName("compare.columns.list")
        self.setAccessibleIdentifier("compare.columns.list")
        self.setAccessibleName(self.tr("Columns, in the order of the table"))
        self.setAccessibleDescription(
            self.tr(
                "Space shows or hides a column. Alt+Up and Alt+Down move it. "
                "Alt+Left and Alt+Right change its width."
            )
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPalette(selection_palette(current_theme()))
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_RowDelegate(self))
        self.fill()
        self.setCurrentRow(0)
        self.itemChanged.connect(self._take_tick)

    @property
    def key(self) -> str:
        row = self.currentRow()
        return str(self.item(row).data(KEY_ROLE)) if row >= 0 else FIRST

    def fill(self) -> None:
        """Show the columns as they are now; the current one stays current."""
        self._is_filling = True
        order, shown, wanted = (
            self._columns.choices.order,
            self._columns.shown,
            self._columns.wanted,
        )
        current = self.key
        while self.count() < len(order):
            self.addItem(QListWidgetItem())
        for row, key in enumerate(order):
            item = self.item(row)
            item.setText(self._columns.every.named(key).whole_title)
            item.setData(KEY_ROLE, key)
            item.setData(NOTE_ROLE, self._note(key, shown, wanted))
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            free = Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(enabled if key == FIRST else enabled | free)
        self.setCurrentRow(order.index(current))
        self._is_filling = False

    def sizeHint(self) -> QSize:
        one = unit(self)
        rows = range(self.count())
        items = [self.item(row) for row in rows]
        texts = max((width_of(self.font(), item.text()) for item in items), default=0.0)
        note = width_of(scaled_font(self, 0.9), self.tr("always shown"))
        width = texts + note + (_TEXT_LEFT + 2 * _GAP) * one
        height = min(_ROWS_SEEN, self.count()) * self.sizeHintForRow(0)
        return QSize(round(width), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 4 * self.sizeHintForRow(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit(*step)
        else:
            super().keyPressEvent(event)

    def _note(self, key: str, shown: tuple[str, ...], wanted: tuple[str, ...]) -> str:
        if key == FIRST:
            return self.tr("always shown")
        return self.tr("no room") if key in wanted and key not in shown else ""

    def _take_tick(self, item: QListWidgetItem) -> None:
        if not self._is_filling:
            is_on = item.checkState() == Qt.CheckState.Checked
            self._columns.show(str(item.data(KEY_ROLE)), is_on)


class _RowDelegate(QStyledItemDelegate):
    """Paints check box, title and note; the square at the left is what a click ticks."""

    def __init__(self, view: ColumnList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(_ROW * unit(self._view), self._view.fontMetrics().height() * 1.6)
        return QSize(0, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, one = current_theme(), unit(self._view)
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.color("sel" if selected else "surface"))
        side = _CHECK * one
        square = QRectF(box.x() + _LEFT * one, box.center().y() - side / 2, side, side)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        is_free = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        painter.setOpacity(1.0 if is_free else 0.45)
        paint_check(painter, square, checked == Qt.CheckState.Checked, one, selected)
        painter.setOpacity(1.0)
        words = box.adjusted(_TEXT_LEFT * one, 0, -_GAP * one, 0)
        painter.setFont(self._view.font())
        painter.setPen(theme.color("sel_text" if selected else "text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, str(index.data()))
        painter.setFont(scaled_font(self._view, 0.9))
        painter.setPen(theme.color("sel_text2" if selected else "text3"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, str(index.data(NOTE_ROLE)))
        if selected and self._view.hasFocus():
            paint_ring(painter, box.adjusted(one, 0, -one, 0), 5 * one, one, theme)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if isinstance(event, QMouseEvent):
            left = event.position().x() - option.rect.x()
            ticks = event.type() == QEvent.Type.MouseButtonRelease
            if not ticks or left > _TEXT_LEFT * unit(self._view):
                return False
        elif not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        role = Qt.ItemDataRole.CheckStateRole
        checked = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
        return model.setData(
            index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, role
        )
