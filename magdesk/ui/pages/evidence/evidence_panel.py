"""The panel beside or over the map: the trials of a cell, or the rule behind the grades."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from magdesk.knowledge.loader import Library
from magdesk.ui.cited_text.text_view import TextPart
from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.evidence.detail_level_chips import DetailLevelChip
from magdesk.ui.pages.evidence.panel_words import CellReader, Reading, rule_reading
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.focus import RESERVE, hand_on_focus
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading

_TEXT_MOST = 640.0


class EvidencePanel(Panel):
    """Shows one cell, or with None the rule; the title stays while the text scrolls."""

    form_asked = Signal(str)

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__("surface", ())
        self._library = library
        as_page(self, self.tr("What was found"))  # a group would be read as a whole
        self.cell: Cell | None = None
        """The cell that is shown; None while the rule is."""
        self.reading: Reading | None = None
        """The text that is shown."""
        self.identifier("evidence.panel")
        self.title = Heading("", "card")
        self.title.setWordWrap(True)
        self.close_button = IconButton("close", self.tr("Close (Esc)"))
        self.close_button.identifier("evidence.close")
        self.detail_level = DetailLevelChip(settings)
        self.detail_level.identifier("evidence.detail_level")
        self.open_form = Button("", "link")
        self.open_form.identifier("evidence.form")
        self.area = ScrollPage(_TEXT_MOST)
        self.part = TextPart(self.tr("What was found"), self.area)
        self._arrange()
        self.open_form.clicked.connect(self._ask_for_form)
        self.detail_level.turned.connect(self._show)

    def show_cell(self, cell: Cell | None) -> None:
        """Show a cell, or the rule behind the grades, from its beginning."""
        if cell is self.cell and self.reading is not None:
            return
        self.cell = cell
        self._show()
        self.to_top()

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.area.to_top()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the text; a focus proxy would make Tab pass over the buttons."""
        super().focusInEvent(event)
        hand_on_focus(self, self.part.text, event.reason())

    def _arrange(self) -> None:
        one = unit(self)
        column = spaced(QVBoxLayout(self))
        head = QHBoxLayout()
        head.setContentsMargins(round(18 * one), round(10 * one), round(9 * one), 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        left = round((18 - RESERVE) * one)
        switches = spaced(QHBoxLayout(), 8 * one, left, 2 * one, 12 * one, 2 * one)
        switches.addWidget(self.detail_level)
        switches.addWidget(self.open_form)
        switches.addStretch(1)
        column.addLayout(switches)
        column.addWidget(self.area, 1)
        body = self.area.body
        body.setContentsMargins(round(15 * one), round(2 * one), round(15 * one), round(20 * one))
        body.addWidget(self.part)
        body.addStretch(1)

    def _show(self) -> None:
        catalogue, detailed = self._library.catalogue, self.detail_level.detailed
        if self.cell is None:
            self.reading = rule_reading(catalogue, detailed)
        else:
            reader = CellReader(catalogue, self._library.bibliography, detailed)
            self.reading = reader.read(self.cell)
            self.open_form.setText(self.tr("Open {form}").format(form=self.cell.form.name))
        self.open_form.setVisible(self.cell is not None)
        self.title.setText(self.reading.title)
        self.setAccessibleName(self.reading.title)
        self.part.show_passages(self.reading.passages, self.reading.references)

    def _ask_for_form(self) -> None:
        if self.cell is not None:
            self.form_asked.emit(self.cell.form.id)
