"""The head of the page: its title, what it does, and the two ways to take the plan along."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph


class DayHeader(Panel):
    """``save`` is for a calendar file, ``page`` for the page to take along."""

    def __init__(self, offers_page: bool, parent: QWidget | None = None) -> None:
        super().__init__("surface", ("bottom",), parent)
        self.title = Heading(self.tr("Plan my day"), "page")
        about = self.tr("Times for magnesium that keep every gap to your medicines.")
        never = self.tr("It never moves a medicine.")
        self.words = Paragraph(f"{about} {never}", "small", "text2", single=True)
        self.save = Button(self.tr("Calendar file"), "secondary", "save").identifier("day.save")
        self.page = Button(self.tr("Page to take along"), "primary", "print").identifier("day.page")
        one = unit(self)
        row = spaced(
            QHBoxLayout(self), (10 - 2 * RESERVE) * one, 18 * one, 8 * one, 15 * one, 9 * one
        )
        words = spaced(QVBoxLayout(), 1 * one)
        words.addWidget(self.title)
        words.addWidget(self.words)
        row.addLayout(words, 1)
        row.addWidget(self.save)
        row.addWidget(self.page)
        self.page.setVisible(offers_page)  # not before it has its place, or it is a window
