"""A grid whose headings stay in view: arrows go from cell to cell, Enter opens, Tab leaves.

What it shows is told by its contents; evidence map and side by side are two of them.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from magdesk.ui.grids.grid_contents import CellState, GridContents
from magdesk.ui.grids.grid_metrics import as_plain_table
from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring
from magdesk.ui.widgets.scroll import SlimScrollBar

_ACROSS = Qt.Orientation.Horizontal


class FrozenHeading(QHeaderView):
    """Lets the contents paint each heading, and rules off the row of headings above."""

    def __init__(
        self, orientation: Qt.Orientation, view: QTableView, contents: GridContents
    ) -> None:
        super().__init__(orientation, view)
        self._contents = contents
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        end = self.length() - self.offset()
        across = self.orientation() == _ACROSS
        rest = self.viewport().rect().adjusted(end if across else 0, 0 if across else end, 0, 0)
        painter = QPainter(self.viewport())
        _paint_ground(painter, rest, self._contents, ruled=across)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        across = self.orientation() == _ACROSS
        painter.save()
        painter.setClipRect(rect)
        _paint_ground(painter, rect, self._contents, ruled=across)
        paint = self._contents.paint_column if across else self._contents.paint_row
        paint(painter, QRectF(rect), section)
        painter.restore()


class CornerPainter(QObject):
    """Paints the corner where both headings meet; the button there does nothing else."""

    def __init__(self, view: QTableView, contents: GridContents) -> None:
        super().__init__(view)
        self._contents = contents
        corner = view.findChild(QAbstractButton)
        if corner is not None:
            corner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QAbstractButton):
            return False
        painter = QPainter(watched)
        _paint_ground(painter, watched.rect(), self._contents, ruled=True)
        self._contents.paint_corner(painter, QRectF(watched.rect()))
        painter.end()
        return True


def _paint_ground(painter: QPainter, rect: QRect, contents: GridContents, *, ruled: bool) -> None:
    theme = current_theme()
    painter.fillRect(rect, theme.color("surface"))
    if ruled:
        thickness = max(1, round(contents.type.unit))
        line = rect.adjusted(0, rect.height() - thickness, 0, 0)
        painter.fillRect(line, theme.color("line2"))


Index = QModelIndex | QPersistentModelIndex

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEP = 60.0
"""How far an arrow key scrolls within a cell that is taller than the view, in u."""
_RING_RADIUS = 6.0
_NO_CELL = (-1, -1)


class FrozenGrid(QTableView):
    """Always has a current cell; ``opened`` by keyboard, ``picked`` by mouse.

    ``moved`` tells of a new current cell, ``measured`` of another size of text.
    """

    opened = Signal()
    picked = Signal()
    moved = Signal()
    copy_asked = Signal()
    measured = Signal()

    def __init__(self, contents: GridContents, identifier: str, name: str) -> None:
        super().__init__()
        self.contents = contents
        self.hovered = _NO_CELL
        self._ring = RingMemory()
        self._ready = False
        contents.measure(self)
        self._set_behaviour()
        self.setObjectName(identifier)
        self.setAccessibleIdentifier(identifier)
        self.setAccessibleName(name)
        self.setHorizontalHeader(FrozenHeading(Qt.Orientation.Horizontal, self, contents))
        self.setVerticalHeader(FrozenHeading(Qt.Orientation.Vertical, self, contents))
        self.setModel(contents.model)
        self.setItemDelegate(_CellDelegate(self))
        self._corner = CornerPainter(self, contents)
        contents.model.modelReset.connect(self.fit)
        self._ready = True
        self._go_to(0, 0)
        self.fit()

    @property
    def current_place(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        return self.currentIndex().row(), self.currentIndex().column()

    def least_width(self) -> int:
        """The width in pixels in which no cell has to be scrolled to."""
        return self.contents.least_width() + self._bar()

    def fit(self) -> None:
        """Fit names, columns and rows to the width there is."""
        if not self._ready:
            return
        sizes = self.contents.arrange(self.width() - self._bar())
        self.verticalHeader().setFixedWidth(sizes.names)
        self.horizontalHeader().setFixedHeight(sizes.header)
        for place, width in enumerate(sizes.columns):
            self.setColumnWidth(place, width)
        for place, height in enumerate(sizes.rows):
            self.setRowHeight(place, height)
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not getattr(self, "_ready", False):
            return
        if event.type() == QEvent.Type.FontChange:
            self.contents.measure(self)
            self.fit()
            self.measured.emit()
        elif event.type() == QEvent.Type.PaletteChange:
            for part in (self, self.horizontalHeader(), self.verticalHeader()):
                part.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring.key_pressed()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _OPEN and plain:
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif not self._scrolled_within(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        row, column = self.current_place
        model, rows = self.contents.model, self.contents.model.rowCount()
        for step in range(1, rows + 1):
            place = (row + step) % rows
            name = str(model.headerData(place, Qt.Orientation.Vertical))
            if name.casefold().startswith(search.casefold()):
                self._go_to(place, column)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index == self.currentIndex():
            self.picked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(_NO_CELL)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() and self._ring.shown and self.currentIndex().isValid()):
            return
        one = self.contents.type.unit
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.visualRect(self.currentIndex())).adjusted(-one, -one, one, one)
        whole = ring.intersected(QRectF(self.viewport().rect()))
        paint_ring(painter, whole, _RING_RADIUS * one, one, current_theme())
        painter.end()

    def _set_behaviour(self) -> None:
        as_plain_table(self)
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))
        self.setCornerWidget(QWidget(self))

    def _bar(self) -> int:
        """The width in pixels that the scroll bar takes when it is needed."""
        return self.verticalScrollBar().sizeHint().width()

    def _go_to(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.contents.model.index(row, column))

    def _scrolled_within(self, event: QKeyEvent) -> bool:
        """Whether the key scrolled on within a cell that is taller than what is in view."""
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up) or event.modifiers():
            return False
        cell, bar = self.visualRect(self.currentIndex()), self.verticalScrollBar()
        if cell.height() <= self.viewport().height():
            return False
        most = round(_STEP * self.contents.type.unit)
        down = event.key() == Qt.Key.Key_Down
        step = (
            min(cell.bottom() - self.viewport().height(), most) if down else max(cell.top(), -most)
        )
        if step == 0 or (step > 0) != down:
            return False
        bar.setValue(bar.value() + step)
        return True

    def _hover(self, place: tuple[int, int]) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()


class _CellDelegate(QStyledItemDelegate):
    """Lets the contents paint a cell."""

    def __init__(self, view: FrozenGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self._view
        return QSize(view.columnWidth(index.column()), view.rowHeight(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = (index.row(), index.column())
        state = CellState(place == self._view.current_place, place == self._view.hovered)
        painter.save()
        painter.setClipRect(option.rect)
        self._view.contents.paint_cell(painter, QRectF(option.rect), place, state)
        painter.restore()
