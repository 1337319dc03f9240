"""The button *Sort by*: the heading takes no focus in Qt, so the keyboard sorts from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from magdesk.ui.compare.columns import COLUMNS
from magdesk.ui.widgets.buttons import Button

_KEYS = "Ctrl+Shift+{digit}"


class SortButton(Button):
    """Opens a menu of the columns; each also has a key, Ctrl+Shift+1 to 8."""

    asked = Signal(int, Qt.SortOrder)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", "chevron_down", parent, icon_after=True)
        self.identifier("compare.sort")
        self._place = 0
        self._order = COLUMNS[0].first_order
        self._columns = QActionGroup(self)
        self._orders = QActionGroup(self)
        self._fill_menu()
        self._columns.triggered.connect(self._choose_column)
        self._orders.triggered.connect(self._choose_order)

    def column_actions(self) -> list[QAction]:
        """The actions by column; add them to the page, so that their keys work there."""
        return self._columns.actions()

    def set_sorted(self, place: int, order: Qt.SortOrder) -> None:
        """Show what the rows are sorted by."""
        self._place, self._order = place, order
        column = COLUMNS[place]
        self.setText(self.tr("Sort by: {column}").format(column=column.title))
        self._columns.actions()[place].setChecked(True)
        for action in self._orders.actions():
            first, rest = (
                column.order_words(action.data())[:1],
                column.order_words(action.data())[1:],
            )
            action.setText(first.upper() + rest)
            action.setChecked(action.data() == order)
        self.setToolTip(
            self.tr("Sorted by {column}, {order}. Ctrl+Shift+1 to 8 sorts by a column.").format(
                column=column.spoken_title, order=column.order_words(order)
            )
        )
        self.updateGeometry()

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        for place, column in enumerate(COLUMNS):
            action = self._columns.addAction(column.title)
            action.setData(place)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(_KEYS.format(digit=place + 1)))
            menu.addAction(action)
        menu.addSeparator()
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            action = self._orders.addAction("")
            action.setData(order)
            action.setCheckable(True)
            menu.addAction(action)
        self.setMenu(menu)

    def _choose_column(self, action: QAction) -> None:
        place: int = action.data()
        order = COLUMNS[place].first_order
        if place == self._place:
            order = _other(self._order)
        self.asked.emit(place, order)

    def _choose_order(self, action: QAction) -> None:
        self.asked.emit(self._place, action.data())


def _other(order: Qt.SortOrder) -> Qt.SortOrder:
    rising, falling = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    return falling if order == rising else rising
