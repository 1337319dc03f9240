"""The table of forms: whole rows, a focus ring around the current one, columns that fit."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from magdesk.knowledge.records import Form
from magdesk.ui.compare.columns import COLUMNS, place_of
from magdesk.ui.compare.delegate import CellDelegate, cell_width
from magdesk.ui.compare.fitting import shown_columns
from magdesk.ui.compare.header import FormsHeader, heading_width
from magdesk.ui.compare.proxy import FormsProxy
from magdesk.ui.compare.typography import TableType, table_type
from magdesk.ui.theme import current_theme, selection_palette, theme_notifier
from magdesk.ui.widgets.focus import paint_ring


class FormTable(QTableView):
    """Always has a current row while there is one; Enter or a double click opens it."""

    opened = Signal()
    columns_fitted = Signal()
    columns_changed = Signal()
    first_painted = Signal()

    def __init__(self, proxy: FormsProxy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self._type = table_type(self)
        self._needed: dict[str, int] = {}
        self._widths: dict[str, float] = {}
        self._chosen: dict[str, bool] = {}
        self._was_painted = False
        self.hovered_row = -1
        self._set_behaviour()
        self._set_headers()
        self.setModel(proxy)
        self.setItemDelegate(CellDelegate(self))
        for signal in (proxy.modelReset, proxy.rowsInserted, proxy.rowsRemoved):
            signal.connect(self._keep_current)
        proxy.modelReset.connect(self.measure)
        theme_notifier().changed.connect(self._take_theme)
        self._take_theme()
        self.measure()
        self._keep_current()

    @property
    def typography(self) -> TableType:
        """Fonts and distances, for delegate and heading."""
        return self._type

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The columns that are shown now."""
        at = range(len(COLUMNS))
        return tuple(COLUMNS[place].key for place in at if not self.isColumnHidden(place))

    @property
    def widths(self) -> Mapping[str, float]:
        """Widths the user gave to columns, in u."""
        return dict(self._widths)

    @property
    def chosen(self) -> Mapping[str, bool]:
        """Columns the user has shown or hidden."""
        return dict(self._chosen)

    @property
    def current_form(self) -> Form | None:
        """The form of the current row; None while no row is shown."""
        return self._proxy.form_at(self.currentIndex().row())

    def restore_columns(self, widths: Mapping[str, float], chosen: Mapping[str, bool]) -> None:
        """Take up widths (u) and choices of an earlier day; unknown columns are passed over."""
        known = {column.key for column in COLUMNS}
        self._widths = {key: width for key, width in widths.items() if key in known}
        self._chosen = {key: shown for key, shown in chosen.items() if key in known}
        self.fit()

    def show_form(self, form_id: str) -> bool:
        """Make this form's row the current one; False while it is filtered out."""
        row = self._proxy.row_of(form_id)
        if row is not None:
            self.setCurrentIndex(self._proxy.index(row, 0))
        return row is not None

    def measure(self) -> None:
        """Measure what headings and cells need in this font, then fit the columns."""
        rows = self._proxy.forms.rows()
        self._needed = {
            column.key: ceil(
                max(
                    heading_width(column, self._type),
                    max((cell_width(column, row, self._type) for row in rows), default=0.0),
                )
            )
            for column in COLUMNS
        }
        self.verticalHeader().setDefaultSectionSize(self._type.row_height)
        self.fit()

    def least_width(self) -> int:
        """The width in pixels of the scroll bar and the columns that are never dropped."""
        columns = sum(self._width_of(key) for key in shown_columns(self._needed, 0, {}))
        return columns + self.verticalScrollBar().sizeHint().width()

    def fit(self) -> None:
        """Show the columns that there is room for; the last one takes the space that is left."""
        needed = {key: self._width_of(key) for key in self._needed}
        shown = shown_columns(needed, self.viewport().width(), self._chosen)
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column.key not in shown)
        for key in shown:
            self.setColumnWidth(place_of(key), needed[key])
        self.horizontalHeader().setMinimumSectionSize(round(24 * self._type.unit))
        self.columns_fitted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._needed:
            self._type = table_type(self)
            self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Ctrl+C copies it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_row()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed in the table jump to a form's name, whichever cell is current."""
        if self.currentIndex().isValid():
            name = self.currentIndex().siblingAtColumn(0)
            self.selectionModel().setCurrentIndex(
                name, self.selectionModel().SelectionFlag.NoUpdate
            )
        super().keyboardSearch(search)

    def copy_row(self) -> None:
        """Put the current row with its headings on the clipboard."""
        from magdesk.ui.compare.clipboard import row_as_mime  # loaded with the first copy

        row = self.currentIndex().row()
        if row >= 0:
            QGuiApplication.clipboard().setMimeData(row_as_mime(self._proxy, row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Remember the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row that was clicked twice."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then the focus ring around the current row."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()
        row = self.currentIndex().row()
        if not self.hasFocus() or row < 0:
            return
        one = self._type.unit
        ring = QRectF(
            0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row)
        )
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, ring.adjusted(one, 0, -one, 0), 5 * one, one, current_theme())
        painter.end()

    def _set_behaviour(self) -> None:
        self.setObjectName("compare.table")
        self.setAccessibleIdentifier("compare.table")
        self.setAccessibleName(self.tr("Forms of magnesium"))
        self.setAccessibleDescription(
            self.tr("Enter opens the details of a form. Ctrl+Shift and a digit sorts by a column.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _set_headers(self) -> None:
        header = FormsHeader(self)
        self.setHorizontalHeader(header)
        header.setSortIndicator(0, COLUMNS[0].first_order)
        header.widened.connect(self._widen)
        self.verticalHeader().hide()

    def _widen(self, key: str, width: int) -> None:
        self._widths[key] = width / self._type.unit
        self.fit()
        self.columns_changed.emit()

    def _width_of(self, key: str) -> int:
        given = self._widths.get(key)
        return self._needed[key] if given is None else round(given * self._type.unit)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _keep_current(self) -> None:
        """Some screen readers fail on a table without a current cell."""
        if not self.currentIndex().isValid() and self._proxy.rowCount():
            self.setCurrentIndex(self._proxy.index(0, 0))

    def _take_theme(self) -> None:
        self.setPalette(selection_palette(current_theme()))
        self.viewport().update()
        self.horizontalHeader().viewport().update()
