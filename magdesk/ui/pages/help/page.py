"""The page *Help*: how the program works, what the signs mean, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.help.key_table import Keys, KeyTable
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.focus import RESERVE, hand_on_focus
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.signs.evidence_marks import EvidenceMark, Shape, mark_word
from magdesk.ui.widgets.signs.meter import RatingMeter
from magdesk.ui.widgets.text import Heading, Paragraph

_WIDTH = 680.0


@dataclass(frozen=True)
class PageHelp:
    """A page by name, its title, and what to know about it, one paragraph a line."""

    name: str
    title: str
    lines: tuple[str, ...]


class HelpPage(ScrollPage):
    """Explains the pages, the two kinds of sign and every key.

    ``explain`` puts the words about one page first, with a way back to it.
    """

    safety_requested = Signal()
    back_requested = Signal(str)
    keys_requested = Signal()

    def __init__(self, library: Library, told: Sequence[PageHelp], keys: Keys) -> None:
        super().__init__(_WIDTH)
        self._library = library
        self._told = {page.name: page for page in told}
        as_page(self, self.tr("Help"))
        self.body.addWidget(Heading(self.tr("Help"), "page"))
        self.explained: str | None = None
        self.card = Card(emphasis=True)
        self.card.hide()
        self.body.addWidget(self.card)
        self.body.addWidget(Paragraph(library.content.purpose, "lead", "text2"))
        self._add_ways()
        self._section(self.tr("How it works"), self._pages())
        self._section(self.tr("What the signs mean"), self._signs())
        self._section(self.tr("Keys"), KeyTable(keys))
        self._section(
            self.tr("Your answers"),
            Paragraph(
                self.tr(
                    "Your answers stay on this computer. The program has no network code. "
                    "It forgets the answers when it closes."
                ),
                tone="text2",
            ),
        )
        self.body.addStretch(1)

    def _add_ways(self) -> None:
        self.safety = Button(self.tr("How safe is this?"), icon="check")
        self.safety.identifier("help.safety")
        self.safety.clicked.connect(self.safety_requested)
        self.keys = Button(self.tr("List of keys"), icon="table").identifier("help.keys")
        self.keys.clicked.connect(self.keys_requested)
        self.about = Button(self.tr("About magdesk…"), icon="info").identifier("help.about")
        self.about.clicked.connect(self._open_about)
        one = unit(self)
        row = FlowRow(round((10 - 2 * RESERVE) * one))
        row.setContentsMargins(-round(RESERVE * one), round(4 * one), 0, 0)
        row.set_widgets((self.safety, self.keys, self.about), ())
        self.body.addLayout(row)

    def explain(self, page: str | None) -> None:
        """Put the words about a page first, with a button that goes back there; None: no page."""
        self.explained = page
        while self.card.body.count():
            item = self.card.body.takeAt(0)
            part = None if item is None else item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.card.setVisible(page is not None)
        if page is None:
            self.to_top()
            return
        told = self._told[page]
        as_page(self.card, self.tr("About the page {}").format(told.title))
        title = Heading(self.tr("The page you were on: {}").format(told.title), "section")
        title.setWordWrap(True)
        self.card.body.addWidget(title)
        for line in told.lines:
            self.card.body.addWidget(Paragraph(line))
        self.back = Button(self.tr("Back to {}").format(told.title), "secondary", "back")
        self.back.identifier("help.back")
        self.back.setAccessibleDescription(" ".join(told.lines))
        self.back.clicked.connect(self._go_back)
        self.card.body.addWidget(self.back)
        QWidget.setTabOrder(self.back, self.safety)
        self.to_top()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = self.safety if self.explained is None else self.back
        hand_on_focus(self, first, event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.explained is not None:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self.back_requested.emit(self.explained)

    def _section(self, title: str, content: QWidget) -> None:
        self.body.addSpacing(round(14 * unit(self)))
        self.body.addWidget(Heading(title, "card"))
        self.body.addWidget(content)

    def _signs(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        one = unit(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(18 * one))
        grid.setVerticalSpacing(round(5 * one))
        grid.setColumnStretch(1, 1)
        rating = self.tr("The article’s rating: one opinion about twitches, from low to high.")
        grid.addWidget(RatingMeter("moderate_high"), 0, 0)
        grid.addWidget(Paragraph(rating, tone="text2", single=True), 0, 1)
        meanings: tuple[tuple[Shape, str], ...] = (
            ("no_trial", self.tr("No trial in people answers the question.")),
            ("no_benefit", self.tr("It was tested in people, and did no better.")),
            ("mixed", self.tr("Trials disagree, or their one result is weak.")),
            ("one_trial", self.tr("A trial found a benefit. Nobody has repeated it.")),
            ("good", self.tr("Two trials or more found a benefit.")),
            ("worse", self.tr("Trials point the other way.")),
            ("animals", self.tr("Tested in animals, not in people.")),
        )
        for row, (shape, meaning) in enumerate(meanings, start=1):
            grid.addWidget(EvidenceMark(shape, mark_word(shape)), row, 0)
            grid.addWidget(Paragraph(meaning, tone="text2", single=True), row, 1)
        return box

    def _pages(self) -> QWidget:
        """What the program does not do, and the words about every page."""
        limits = self.tr("The program informs. It does not find out what illness you may have.")
        box = QWidget()
        column = spaced(QVBoxLayout(box), 2 * unit(box))
        column.addWidget(Paragraph(limits, tone="text2"))
        for told in self._told.values():
            column.addSpacing(round(8 * unit(box)))
            column.addWidget(Paragraph(told.title, weight=650))
            for line in told.lines:
                column.addWidget(Paragraph(line, tone="text2"))
        return box

    def _open_about(self) -> None:
        from magdesk.ui.pages.help.about_dialog import AboutDialog

        AboutDialog(self._library.content, self.window()).open()
