"""The table with what belongs to it: the note that nothing was found, and what the columns mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from magdesk.ui.compare.table import FormTable
from magdesk.ui.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import IconLabel, Panel
from magdesk.ui.widgets.scroll import SlimScrollBar
from magdesk.ui.widgets.text import Heading, Paragraph


class NothingFound(Panel):
    """Shown in place of an empty table: what was searched, what to try, and a way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", (), parent)
        one = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(round(18 * one), round(40 * one), round(18 * one), 0)
        column.setSpacing(round(8 * one))
        self._title = Heading("", "card")
        self._title.setWordWrap(True)
        column.addWidget(self._title)
        column.addWidget(
            Paragraph(
                self.tr(
                    "The search looks at names, names on labels, and uses. "
                    "Try fewer letters, or a word such as sleep, cramps, Epsom or bisglycinate."
                ),
                tone="text2",
            )
        )
        self.clear = Button(self.tr("Show all forms")).identifier("compare.clear")
        column.addWidget(self.clear)
        column.addStretch(1)

    def set_typed(self, typed: str) -> None:
        """Name what was searched for."""
        self._title.setText(self.tr("No form found for “{typed}”").format(typed=typed.strip()))


class TablePanel(Panel):
    """Table or empty state, and below it the line that keeps opinion and trials apart."""

    cleared = Signal()

    def __init__(self, table: FormTable, parent: QWidget | None = None) -> None:
        super().__init__("surface", (), parent)
        self.table = table
        table.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        table.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))
        self._nothing_found: NothingFound | None = None
        self._stack = QStackedLayout()
        self._stack.addWidget(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addWidget(_meaning_of_columns(self))

    @property
    def nothing_found(self) -> NothingFound:
        """The note in place of an empty table, built when it is first needed."""
        if self._nothing_found is None:
            self._nothing_found = NothingFound(self)
            self._nothing_found.clear.clicked.connect(self.cleared)
            self._stack.addWidget(self._nothing_found)
        return self._nothing_found

    def show_found(self, found: bool, typed: str) -> None:
        """Show the table, or what to do where nothing was found."""
        if not found:
            self.nothing_found.set_typed(typed)
            self._stack.setCurrentWidget(self.nothing_found)
        else:
            self._stack.setCurrentWidget(self.table)


def _meaning_of_columns(panel: TablePanel) -> QWidget:
    strip = Panel("surface", ("top",), panel)
    one = unit(panel)
    row = QHBoxLayout(strip)
    row.setContentsMargins(round(18 * one), round(7 * one), round(12 * one), round(7 * one))
    row.setSpacing(round(8 * one))
    row.addWidget(IconLabel("info", "text2", 14.0), 0, Qt.AlignmentFlag.AlignVCenter)
    text = panel.tr(
        "No form has been tested for twitches. The guide’s rating is opinion; "
        "the evidence column is what trials found."
    )
    row.addWidget(Paragraph(text, "small", "text2"), 1)
    return strip
