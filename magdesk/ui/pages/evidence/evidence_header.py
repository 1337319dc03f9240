"""The head of the page: its title, what the map shows at first sight, and two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.text import Heading, Paragraph


class PageHeader(Panel):
    """Shows the map's title and short words, or those of what to expect."""

    def __init__(self, in_short: str) -> None:
        super().__init__("surface", ("bottom",))
        self._in_short = in_short
        self.title = Heading("", "page")
        self.words = Paragraph("", "small", "text2", single=True)
        self.copy = Button(self.tr("Copy as table"), "ghost", "copy").identifier("evidence.copy")
        self.expect = Button(self.tr("What to expect"), icon="person")
        self.expect.identifier("evidence.expect")
        self.back = Button(self.tr("Evidence map"), "secondary", "back").identifier("evidence.back")
        one = unit(self)
        row = self._row = ButtonRow(self, quiet=self.words)
        spaced(row, (12 - 2 * RESERVE) * one, 18 * one, 8 * one, 15 * one, 9 * one)
        words = spaced(QVBoxLayout(), 1 * one)
        words.addWidget(self.title)
        words.addWidget(self.words)
        row.addLayout(words, 1)
        for button in (self.copy, self.expect, self.back):
            row.addWidget(button)
        self.show_map(True)

    def set_short(self, short: bool) -> None:
        """Leave out the short words where the window is low."""
        self._row.leave_quiet(short)

    def show_map(self, is_map: bool) -> None:
        """Head the map, or what to expect."""
        self.title.setText(self.tr("Evidence map") if is_map else self.tr("What to expect"))
        self.words.setText(
            self._in_short
            if is_map
            else self.tr("Getting better is common. Getting better because of magnesium is not.")
        )
        self.copy.setVisible(is_map)
        self.expect.setVisible(is_map)
        self.back.setVisible(not is_map)
