"""Ticking forms, and what follows from it: the bar below the table, and side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from magdesk.knowledge.records import Content
from magdesk.ui.export.export_buttons import TakeAwayButtons
from magdesk.ui.pages.compare.compare_toolbar import Toolbar
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.pages.compare.table.table_panel import TablePanel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy
from magdesk.ui.pages.compare.ticked.ticked_bar import ChosenBar
from magdesk.ui.widgets.access.announce import announce

if TYPE_CHECKING:
    from magdesk.report.table import Table


class TableParts(NamedTuple):
    """What of the page the ticks work with."""

    table: FormTable
    panel: TablePanel
    proxy: FormsProxy
    toolbar: Toolbar
    split: QWidget
    side_by_side: Callable[[], QWidget]
    """Makes what shows the ticked forms beside each other."""


class Choosing(QObject):
    """Lives with the page *Compare*; ``side_by_side`` is there once it was asked for.

    ``compared`` tells the rows that are to stand side by side.
    """

    compared = Signal(object)

    def __init__(self, page: QWidget, parts: TableParts, content: Content) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._content = content
        self.ticks = parts.table.forms.ticks
        self._is_cramped = False
        self.take_away = TakeAwayButtons("compare", "magdesk-forms", self._whole, self._copied)
        self.bar = ChosenBar(self.take_away, parts.panel)
        self.side_by_side: QWidget | None = None
        layout = parts.panel.layout()
        assert layout is not None
        layout.addWidget(self.bar)
        parts.table.copy_asked.connect(self.take_away.copy_table)
        parts.table.sorted.connect(self._show_names)
        self.ticks.changed.connect(self._show_ticks)
        self.bar.cleared.connect(self._clear)
        self.bar.compare_asked.connect(self.open)
        self.take_away.failed.connect(self.say)

    @property
    def open_page(self) -> QWidget | None:
        """The page that stands in place of the table; None while the table is in front."""
        made = self.side_by_side
        return made if made is not None and made.isVisibleTo(self._page) else None

    def open(self) -> None:
        """Show the ticked forms side by side."""
        page = self._built()
        self._parts.toolbar.hide()
        self._parts.split.hide()
        page.show()
        self.compared.emit(self._parts.table.forms.ticked_rows())
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show the table again, if it is not in front."""
        if self.open_page is None:
            return
        self.open_page.hide()
        self._parts.toolbar.show()
        self._parts.split.show()
        self._parts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _built(self) -> QWidget:
        if self.side_by_side is None:
            self.side_by_side = self._parts.side_by_side()
            self._column().addWidget(self.side_by_side, 1)
        return self.side_by_side

    def _column(self) -> QVBoxLayout:
        column = self._page.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    def set_cramped(self, cramped: bool) -> None:
        """Fold the bar into a menu above the table, whose rows need the room."""
        self._is_cramped = cramped
        self._show_bar()

    def _show_names(self) -> None:
        rows = self._parts.table.forms.ticked_rows()
        self.bar.show_chosen(tuple(row.form.name for row in rows))
        self._show_bar()

    def _show_bar(self) -> None:
        self.bar.setVisible(not self._is_cramped)
        button, count = self._parts.toolbar.chosen, len(self.ticks)
        if self._is_cramped and count and button.menu() is None:
            menu = QMenu(button)
            menu.aboutToShow.connect(self._fill_menu)
            button.setMenu(menu)
        self._parts.toolbar.show_chosen(count if self._is_cramped else 0)

    def _fill_menu(self) -> None:
        """Offer what the bar offers, named and enabled as there."""
        menu = self._parts.toolbar.chosen.menu()
        menu.clear()
        take_away = self.take_away
        for button in (
            *(self.bar.side_by_side, self.bar.clear),
            *(take_away.copy, take_away.export, take_away.print),
        ):
            action = menu.addAction(button.accessibleName())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)

    def _show_ticks(self) -> None:
        self._show_names()
        announce(self._parts.table, self.bar.spoken)

    def _clear(self) -> None:
        self.ticks.clear()
        self._parts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whole(self) -> Table:
        from magdesk.ui.pages.compare.table.rows_in_view import (
            whole_view,  # loaded when something is taken away
        )

        return whole_view(self._parts.table, self._parts.proxy, self._content)

    def _copied(self) -> Table:
        from magdesk.ui.pages.compare.table.rows_in_view import copied_rows

        return copied_rows(self._parts.table.forms, self._parts.table.current_form)

    def say(self, problem: str) -> None:
        """Show a problem at the head of the page until it is closed."""
        from magdesk.ui.widgets.notice import Notice

        for earlier in self._page.findChildren(Notice):
            earlier.hide()
            earlier.deleteLater()
        self._column().insertWidget(0, Notice(problem))
        announce(self._page, problem)
