"""The button *Sort by*: the heading takes no focus in Qt, so the keyboard sorts from here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from magdesk.ui.grids.declared_columns import Columns
from magdesk.ui.grids.row_order import Order, first_only, turned, with_key
from magdesk.ui.widgets.buttons import Button

_KEYS = "Ctrl+Shift+{digit}"
_DIRECTIONS = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)


class SortButton(Button):
    """Opens a menu of the columns, filled when it opens; *Then by* adds further columns.

    The usual columns also have keys, Ctrl+Shift+1 to 8.
    """

    asked = Signal(tuple)

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sort by…"), "ghost", "chevron_down", parent, icon_after=True)
        self.identifier("compare.sort")
        self._columns = columns
        self._orders = first_only(0, columns[0].first_order)
        self._offered: Sequence[str] = ()
        self._further: QMenu | None = None
        self._keyed = QActionGroup(self)
        self._keyed.setExclusive(False)
        for place, column in enumerate(columns):
            if column.usual:
                self._add_key(place)
        self._keyed.triggered.connect(self._choose_column)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(menu)

    def column_actions(self) -> list[QAction]:
        """The actions that have keys; add them to the page, so that the keys work there."""
        return self._keyed.actions()

    def offer(self, keys: Sequence[str]) -> None:
        """Offer these columns in the menu."""
        self._offered = keys

    def set_sorted(self, orders: Sequence[Order], columns: Columns) -> None:
        self._columns = columns
        for action in self._keyed.actions():
            action.setText(columns[action.data()].whole_title)
        self._orders = tuple(orders)
        first, *more = (self._columns[place] for place, _ in orders)
        text = self.tr("Sort by: {column}").format(column=first.title)
        self.setAccessibleName(", ".join((text, *(column.whole_title for column in more))))
        self.setToolTip(
            self.tr("Sorted by {order}. Ctrl+Shift+1 to 8 sorts by a column.").format(
                order=orders_in_words(orders, columns)
            )
        )

    def _add_key(self, place: int) -> None:
        action = self._keyed.addAction(self._columns[place].whole_title)
        action.setData(place)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(_KEYS.format(digit=place + 1)))

    def _fill_menu(self) -> None:
        menu, (first, direction) = self.menu(), self._orders[0]
        menu.clear()
        keyed = {action.data(): action for action in self._keyed.actions()}
        for place in map(self._columns.place_of, self._offered):
            action = keyed.get(place) or self._action(menu, self._columns[place].whole_title, place)
            action.setChecked(place == first)
            if place in keyed:
                menu.addAction(action)
            else:
                action.triggered.connect(self._choose_by_name)
        menu.addSeparator()
        for order in _DIRECTIONS:
            action = self._action(menu, _sentence(self._columns[first].order_words(order)), order)
            action.setChecked(order == direction)
            action.triggered.connect(self._choose_direction)
        menu.addSeparator()
        if self._further is None:
            self._further = QMenu(self.tr("Then by"), menu)
        menu.addMenu(self._further)
        self._fill_further(self._further)

    def _fill_further(self, menu: QMenu) -> None:
        menu.clear()
        places = [place for place, _ in self._orders]
        for place in map(self._columns.place_of, self._offered):
            if place == places[0]:
                continue
            title = self._columns[place].whole_title
            if place in places:
                at = places.index(place)
                words = self._columns[place].order_words(self._orders[at][1])
                title = f"{at + 1}  {title}: {words}"
            action = self._action(menu, title, place)
            action.setChecked(place in places)
            action.triggered.connect(self._choose_further)
        if len(places) > 1:
            menu.addSeparator()
            only = menu.addAction(
                self.tr("Only by {column}").format(column=self._columns[places[0]].whole_title)
            )
            only.triggered.connect(self._choose_only)

    def _action(self, menu: QMenu, text: str, data: object) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(data)
        return action

    def _choose_column(self, action: QAction) -> None:
        place: int = action.data()
        order = self._columns[place].first_order
        if place == self._orders[0][0]:
            order = turned(self._orders[0][1])
        self.asked.emit(first_only(place, order))

    def _choose_by_name(self) -> None:
        self._choose_column(self._sent())

    def _choose_direction(self) -> None:
        place = self._orders[0][0]
        self.asked.emit(((place, self._sent().data()), *self._orders[1:]))

    def _choose_further(self) -> None:
        place: int = self._sent().data()
        self.asked.emit(with_key(self._orders, place, self._columns[place].first_order))

    def _choose_only(self) -> None:
        self.asked.emit(self._orders[:1])

    def _sent(self) -> QAction:
        action = self.sender()
        assert isinstance(action, QAction)
        return action


def orders_in_words(orders: Sequence[Order], columns: Columns) -> str:
    """``elemental magnesium, highest first; then form, A to Z``."""
    words = (
        f"{columns[place].spoken_title}, {columns[place].order_words(order)}"
        for place, order in orders
    )
    return QCoreApplication.translate("SortButton", "; then ").join(words)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
