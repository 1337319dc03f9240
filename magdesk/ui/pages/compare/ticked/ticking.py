"""Ticking forms, and what follows from it: the bar below the table, and side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.knowledge.records import Content
from magdesk.ui.export.export_buttons import TakeAwayButtons
from magdesk.ui.pages.compare.ticked.ticked_bar import ChosenBar
from magdesk.ui.widgets.access.announce import announce

if TYPE_CHECKING:
    from magdesk.report.table import Table
    from magdesk.ui.pages.compare.page import ComparePage


class Choosing(QObject):
    """Lives with the page *Compare*; ``side_by_side`` is there once it was asked for."""

    def __init__(self, page: ComparePage, content: Content) -> None:
        super().__init__(page)
        self._page = page
        self._content = content
        self.ticks = page.model.ticks
        self.take_away = TakeAwayButtons("compare", "magdesk-forms", self._whole, self._copied)
        self.bar = ChosenBar(self.take_away)
        self.side_by_side: QWidget | None = None
        layout = page.panel.layout()
        assert layout is not None
        layout.addWidget(self.bar)
        page.table.copy_asked.connect(self.take_away.copy_table)
        page.table.sorted.connect(self._show_names)
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
        self._page.toolbar.hide()
        self._page.split.hide()
        page.show()
        self._page.forms_compared.emit(self._page.model.ticked_rows())
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show the table again, if it is not in front."""
        if self.open_page is None:
            return
        self.open_page.hide()
        self._page.toolbar.show()
        self._page.split.show()
        self._page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _built(self) -> QWidget:
        if self.side_by_side is None:
            self.side_by_side = self._page.neighbours.side_by_side(self._page)
            self._column().addWidget(self.side_by_side, 1)
        return self.side_by_side

    def _column(self) -> QVBoxLayout:
        column = self._page.layout()
        assert isinstance(column, QVBoxLayout)
        return column

    def _show_names(self) -> None:
        rows = self._page.model.ticked_rows()
        self.bar.show_chosen(tuple(row.form.name for row in rows))

    def _show_ticks(self) -> None:
        self._show_names()
        announce(self._page.table, self.bar.spoken)

    def _clear(self) -> None:
        self.ticks.clear()
        self._page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whole(self) -> Table:
        from magdesk.ui.pages.compare.table.rows_in_view import (
            whole_view,  # loaded when something is taken away
        )

        page = self._page
        return whole_view(page.table, page.proxy, self._content)

    def _copied(self) -> Table:
        from magdesk.ui.pages.compare.table.rows_in_view import copied_rows

        return copied_rows(self._page.model, self._page.table.current_form)

    def say(self, problem: str) -> None:
        """Show a problem at the head of the page until it is closed."""
        from magdesk.ui.widgets.notice import Notice

        for earlier in self._page.findChildren(Notice):
            earlier.hide()
            earlier.deleteLater()
        self._column().insertWidget(0, Notice(problem))
        announce(self._page, problem)
