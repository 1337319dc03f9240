"""The page *Evidence*: the map with the trials of a cell beside it, and what to expect."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.evidence_cells import Cell, evidence_grid
from magdesk.ui.grids.evidence_words import map_in_short
from magdesk.ui.grids.frozen_grid import FrozenGrid
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.evidence.cell_summary import Summary
from magdesk.ui.pages.evidence.evidence_panel import EvidencePanel
from magdesk.ui.pages.evidence.expectation import ExpectationPage
from magdesk.ui.pages.evidence.map_contents import MapContents
from magdesk.ui.pages.evidence.map_legend import Legend
from magdesk.ui.pages.evidence.map_model import CELL_ROLE, map_as_mime
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import RESERVE, hand_on_focus
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.split import PANE_LEAST, TableAndDetail
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


_PANEL_WIDTH = 330.0
_MOST_OF_IT = 0.8
"""How much of the map has to be in view beside the panel; the rest is scrolled to."""
_LOW = 460.0
"""Under this height in u the map needs the room of legend and sentence; the panel has both."""


class EvidencePage(Panel):
    """Shows the map; ``show_cell`` goes to a cell, ``show_expectation`` to what to expect."""

    read_form = Signal(str)
    open_learn = Signal(str)

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__("surface", ())
        as_page(self, self.tr("Evidence"))
        self._library = library
        self._settings = settings
        self._expectation: ExpectationPage | None = None
        self.grid = evidence_grid(library.catalogue)
        self.header = PageHeader(map_in_short(self.grid))
        self.legend = Legend(library.catalogue.directions)
        self.rule = Button(self.tr("The grading rule"), "link").identifier("evidence.rule")
        self.map = FrozenGrid(MapContents(self.grid, self), "evidence.map", self.tr("Evidence map"))
        self.map.setAccessibleDescription(
            self.tr("Forms are rows, outcomes are columns. Enter opens the trials of a cell.")
        )
        self.summary = Summary()
        self.panel = EvidencePanel(library, settings)
        self._map_side = QWidget()
        self.split = TableAndDetail(self._map_side, self.panel)
        self._stack = QStackedWidget()
        self._arrange()
        self.split.restore(_PANEL_WIDTH, False)
        self._set_least()
        self._connect()
        self._follow_map()
        self._order_focus()

    @property
    def expectation(self) -> ExpectationPage:
        """What to expect for the first complaint that has figures, built when first asked for."""
        if self._expectation is None:
            row = self._library.expectations[0]
            self._expectation = ExpectationPage(row, self._library.bibliography, self._settings)
            self._expectation.open_learn.connect(self.open_learn)
            self._stack.addWidget(self._expectation)
        return self._expectation

    @property
    def current_cell(self) -> Cell | None:
        """The current cell of the map; None only for an empty map."""
        cell: Cell | None = self.map.currentIndex().data(CELL_ROLE)
        return cell

    @property
    def shows_map(self) -> bool:
        """Whether the map is in front, not what to expect."""
        return self._stack.currentIndex() == 0

    def show_cell(self, form: str, outcome: str) -> None:
        """Go to the cell of this form and outcome and open its trials."""
        self.show_map()
        if self.go_to(form, outcome):
            self.open_cell()

    def go_to(self, form: str, outcome: str) -> bool:
        """Make this cell of the map the current one; False where there is none."""
        place = self.grid.place_of(form, outcome)
        if place is not None:
            self.map.setCurrentIndex(self.map.model().index(*place))
        return place is not None

    def open_cell(self) -> None:
        """Open the trials of the current cell and go there."""
        self._read(self.current_cell)

    def open_rule(self) -> None:
        """Open the rule behind the grades and go there."""
        self._read(None)

    def close_panel(self) -> None:
        """Close the panel and go back to the map."""
        self.split.set_open(False)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_expectation(self) -> None:
        self._stack.setCurrentWidget(self.expectation)
        self.header.show_map(False)
        self.header.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.expectation.to_top()
        announce(self.header.back, self.header.title.text())

    def show_map(self) -> None:
        if not self.shows_map:
            self._stack.setCurrentIndex(0)
            self.header.show_map(True)
        self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_map(self) -> None:
        """Put the whole map on the clipboard as a table."""
        QGuiApplication.clipboard().setMimeData(map_as_mime(self.grid))
        announce(self.map, self.tr("The map was copied as a table"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.shows_map:
            self.show_map()
        elif event.key() == Qt.Key.Key_Escape and self.split.is_open:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the map; a focus proxy would make Tab pass over what stands above."""
        super().focusInEvent(event)
        target = self.map if self.shows_map else self.header.back
        hand_on_focus(self, target, event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_least()
        short = self.height() < _LOW * unit(self)
        self.header.set_short(short)
        self.legend.setVisible(not short)
        self.summary.set_short(short)

    def _arrange(self) -> None:
        one = unit(self)
        legend = spaced(QHBoxLayout(), 12 * one, 18 * one, 6 * one, 15 * one, 2 * one)
        legend.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        legend.addStretch(0)
        legend.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignTop)
        side = spaced(QVBoxLayout(self._map_side))
        side.addLayout(legend)
        side.addWidget(self.map, 1)
        side.addWidget(self.summary)
        self._stack.addWidget(self.split)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    def _order_focus(self) -> None:
        """Tab goes as one reads: head, map, strip, panel."""
        panel = self.panel
        order = (
            *(self.header.copy, self.header.expect, self.header.back),
            *(self.rule, self.map, self.summary.read, self.summary.form),
            *(panel.close_button, panel.detail_level, panel.open_form),
            *(panel.part.text, panel.part.sources),
        )
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _connect(self) -> None:
        self.header.copy.clicked.connect(self.copy_map)
        self.header.expect.clicked.connect(self.show_expectation)
        self.header.back.clicked.connect(self.show_map)
        self.rule.clicked.connect(self.open_rule)
        self.map.moved.connect(self._follow_map)
        self.map.opened.connect(self.open_cell)
        self.map.picked.connect(self._show_picked)
        self.map.measured.connect(self._set_least)
        self.map.copy_asked.connect(self.copy_map)
        self.summary.read.clicked.connect(self.open_cell)
        self.summary.form_asked.connect(self.read_form)
        self.panel.close_button.clicked.connect(self.close_panel)
        self.panel.form_asked.connect(self.read_form)
        self.split.arranged.connect(self._show_arrangement)

    def _follow_map(self) -> None:
        cell = self.current_cell
        if cell is None:
            return
        self.summary.show_cell(cell)
        if self.split.is_open and not self.split.over:
            self.panel.show_cell(cell)

    def _show_picked(self) -> None:
        """A click opens the cell; the focus stays with the map while both are in view."""
        self.panel.show_cell(self.current_cell)
        self._open_panel()
        if self.split.over:
            self.panel.setFocus(Qt.FocusReason.MouseFocusReason)

    def _read(self, cell: Cell | None) -> None:
        self.panel.show_cell(cell)
        self._open_panel()
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.to_top()

    def _open_panel(self) -> None:
        self.split.set_open(True)
        self.map.scrollTo(self.map.currentIndex())

    def _set_least(self) -> None:
        """Beside the panel the map is shown whole, or most of it where that has no room."""
        one = unit(self)
        whole = self.map.least_width()
        fits = self.width() - whole > (PANE_LEAST + 1) * one
        self.split.set_table_least(whole if fits else round(_MOST_OF_IT * whole))

    def _show_arrangement(self) -> None:
        self.summary.setVisible(not self.split.is_open)
