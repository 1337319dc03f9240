"""The table with what belongs to it: the note that nothing was found, and what the columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.widgets.cards import IconLabel, Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import SlimScrollBar
from magdesk.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from magdesk.ui.pages.compare.filter.nothing_found import NothingFound


_MEANING_FROM = 230.0
"""Height in u from which the line below the table has room."""


class TablePanel(Panel):
    """Table or empty state, and below it the line that keeps opinion and trials apart."""

    cleared = Signal()
    lifted = Signal(str)
    meant = Signal(str)

    def __init__(self, table: FormTable) -> None:
        super().__init__("surface", ())
        self.table = table
        table.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        table.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))
        self._nothing_found: NothingFound | None = None
        column = spaced(QVBoxLayout(self))
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(table)  # before it has a parent, it would be shown as a window
        self._meaning = _meaning_of_columns(self)
        column.addWidget(self._meaning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._meaning.setVisible(self.height() >= _MEANING_FROM * unit(self))

    @property
    def nothing_found(self) -> NothingFound:
        """The note in place of an empty table, built when it is first needed."""
        if self._nothing_found is None:
            from magdesk.ui.pages.compare.filter.nothing_found import NothingFound

            self._nothing_found = NothingFound(self)
            self._nothing_found.clear.clicked.connect(self.cleared)
            self._nothing_found.lifted.connect(self.lifted)
            self._nothing_found.meant.connect(self.meant)
            self._stack.addWidget(self._nothing_found)
        return self._nothing_found

    def show_table(self) -> None:
        self._stack.setCurrentWidget(self.table)

    def show_nothing(self) -> None:
        """Show why nothing is left: filters in force, and those that give rows back if lifted."""
        forms = self.table.forms
        self.nothing_found.explain(forms.row_filter, forms.rows())
        self._stack.setCurrentWidget(self.nothing_found)


def _meaning_of_columns(panel: TablePanel) -> QWidget:
    strip = Panel("surface", ("top",), panel)
    one = unit(panel)
    row = spaced(QHBoxLayout(strip), 8 * one, 18 * one, 7 * one, 12 * one, 7 * one)
    row.addWidget(IconLabel("info", "text2", 14.0), 0, Qt.AlignmentFlag.AlignVCenter)
    text = QCoreApplication.translate(
        "TablePanel",
        "No form has been tested for twitches. Colour shows what trials found; "
        "grey is the opinion of one article.",
    )
    row.addWidget(Paragraph(text, "small", "text2"), 1)
    return strip
