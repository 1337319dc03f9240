"""Two to four forms side by side, in place of the table they were ticked in."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from magdesk.knowledge.catalogue import Catalogue
from magdesk.report.table import Table
from magdesk.ui.export.export_buttons import TakeAwayButtons
from magdesk.ui.export.taken_tables import content_notes
from magdesk.ui.grids.column import named_with_tag
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.grids.frozen_grid import FrozenGrid
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.side_by_side.attributes import Attribute, attributes, only_differing
from magdesk.ui.pages.side_by_side.side_by_side_contents import SideBySideContents
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import RESERVE, hand_on_focus
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.text import Heading


class SideBySidePage(Panel):
    """Shows what ``compare`` was given; ``left`` asks for the table again."""

    left = Signal()
    find_asked = Signal()
    read_form = Signal(str)
    failed = Signal(str)

    def __init__(
        self, catalogue: Catalogue, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", (), parent)
        self._catalogue = catalogue
        self._settings = settings
        self._rows: tuple[FormRow, ...] = ()
        self._attributes: tuple[Attribute, ...] = ()
        self.identifier("side_by_side")
        self.back = Button(self.tr("Back to the table"), "secondary", "back")
        self.back.identifier("side_by_side.back")
        self.title = Heading(self.tr("Side by side"), "page")
        self.title.setWordWrap(True)
        self.differences = Chip(self.tr("Only differences"))
        self.differences.identifier("side_by_side.differences")
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.take_away = TakeAwayButtons("side_by_side", "magdesk-side-by-side", self.as_table)
        self.contents = SideBySideContents(self)
        self.view = FrozenGrid(self.contents, "side_by_side.table", self.tr("Forms side by side"))
        self.view.setAccessibleDescription(
            self.tr("Forms are columns, what they have is rows. Enter opens a form’s details.")
        )
        self._arrange()
        self._connect()

    def compare(self, rows: tuple[FormRow, ...]) -> None:
        """Show these forms, from the first attribute on."""
        self._rows = rows
        self._read()
        self.view.setCurrentIndex(self.contents.model.index(0, 0))
        self.view.scrollToTop()
        announce(self.view, self.title.text() + ": " + self._names())

    def as_table(self) -> Table:
        """What is shown, to take away."""
        rows = tuple((row.name, *(value.whole for value in row.values)) for row in self._shown())
        forms = tuple(named_with_tag(row.form) for row in self._rows)
        notes = (self._count_words(), *content_notes(self._catalogue.content))
        return Table(self._names(), (self.tr("What"), *forms), rows, notes)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        hand_on_focus(self, self.view, event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        one = unit(self)
        head = Panel("surface", ("bottom",))
        side = round((18 - RESERVE) * one)
        rows = spaced(QVBoxLayout(head), 3 * one, side, 8 * one, 12 * one, 7 * one)
        first, second = spaced(ButtonRow(), 9 * one), spaced(QHBoxLayout(), 9 * one)
        first.addWidget(self.back)
        first.addWidget(self.title, 1)
        first.addWidget(self.take_away)
        second.addWidget(self.differences)
        second.addWidget(self.count, 1)
        rows.addLayout(first)
        rows.addLayout(second)
        column = spaced(QVBoxLayout(self))
        column.addWidget(head)
        column.addWidget(self.view, 1)
        order = (self.back, self.take_away.copy, self.take_away.export, self.take_away.print)
        for before, after in pairwise((*order, self.differences, self.view)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.differences.toggled.connect(self._show_rows)
        self.view.opened.connect(self._open_form)
        self.view.doubleClicked.connect(self._open_form)
        self.view.copy_asked.connect(self.take_away.copy_table)
        self.take_away.told.connect(self._tell)
        self.take_away.failed.connect(self.failed)
        find_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find_key.activated.connect(self.find_asked)
        self._settings.changed.connect(self._take_setting)

    def _names(self) -> str:
        return ", ".join(row.form.name for row in self._rows)

    def _read(self) -> None:
        detailed = self._settings.values.detail_level == "detail"
        self._attributes = attributes(self._catalogue, self._rows, detailed=detailed)
        self._show_rows()

    def _shown(self) -> tuple[Attribute, ...]:
        every = self._attributes
        return only_differing(every) if self.differences.isChecked() else every

    def _show_rows(self) -> None:
        """Show them at the same attribute as before, where it is still there."""
        model, (row, column) = self.contents.model, self.view.current_place
        before = model.rows[row].key if 0 <= row < len(model.rows) else ""
        shown = self._shown()
        model.show(tuple(row.form for row in self._rows), shown)
        keys = [attribute.key for attribute in shown]
        place = keys.index(before) if before in keys else 0
        self.view.setCurrentIndex(model.index(place, min(max(0, column), len(self._rows) - 1)))
        self.count.setText(self._count_words())
        announce(self.view, self.count.text())

    def _open_form(self) -> None:
        _, column = self.view.current_place
        if column >= 0:
            self.read_form.emit(self._rows[column].form.id)

    def _count_words(self) -> str:
        differing, every = len(only_differing(self._attributes)), len(self._attributes)
        if self.differences.isChecked():
            words = self.tr("{differing} of {every} rows differ. The others are hidden.")
        else:
            words = self.tr("{differing} of {every} rows differ.")
        return words.format(differing=whole_number(differing), every=whole_number(every))

    def _tell(self, words: str) -> None:
        self.count.setText(words)
        announce(self.view, words)

    def _take_setting(self, name: str) -> None:
        if name == "detail_level" and self._rows:
            self._read()
