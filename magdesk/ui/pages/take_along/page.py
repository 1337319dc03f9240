"""The page to take along to a doctor or pharmacist: preview first, then print or save."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.report.blocks import Document
from magdesk.report.planned_day import planned_day
from magdesk.report.take_along import PARTS, Enclosed, take_along
from magdesk.ui.export.report_export import ReportExport
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.take_along.paper_preview import PaperPreview
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import hand_on_focus
from magdesk.ui.widgets.amounts.figures_in_sentences import with_local_figures
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.scroll import ScrollArea, ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

_SIDE = 300.0
_FOLDED_BELOW = 900.0
_FILE_NAME = "magdesk-page"


class TakeAlongPage(QWidget):
    """``left`` asks for the result again; ``failed`` tells what could not be written."""

    left = Signal()
    failed = Signal(str)

    def __init__(
        self, library: Library, sheet: AnswerSheet, issued_by: Callable[[], str] = str
    ) -> None:
        super().__init__()
        self._library = library
        self._sheet = sheet
        self._issued_by = issued_by
        page_words = library.report_words.rows["page.of"].text
        as_page(self, self.tr("Page to take along"))
        self.preview = PaperPreview(page_words)
        self.parts: dict[str, ChoiceRow] = {}
        self._export = ReportExport(self, page_words, self._tell, self.failed.emit)
        self._arrange()
        sheet.listen(self.show_now)

    # --- what is shown --------------------------------------------------------------------

    def report(self) -> Document:
        """Return the page as it would be printed now."""
        sheet = self._sheet
        day = QDate.currentDate().toPython()
        enclosed = Enclosed(
            day=day,  # type: ignore[arg-type]
            name=self.name.edit.text().strip(),
            note=self.note.edit.text().strip(),
            issued_by=self._issued_by(),
            day_plan=self._day_plan(),
            typed=sheet.medicines.typed(),
            products=tuple((product.name, product.mg) for product in sheet.products),
        )
        without = frozenset(name for name, row in self.parts.items() if not row.isChecked())
        told = take_along(sheet.advice(), sheet.answers, self._library, enclosed, without)
        return with_local_figures(told, enclosed.words_of_the_person)

    def _day_plan(self) -> tuple[str, ...]:
        """Return the plan of the day in words; empty where no times were typed."""
        if self._sheet.day.is_empty:
            return ()
        words = planned_day(self._sheet, self._library).words
        return () if words is None else words.words

    def show_now(self) -> None:
        """Show the page with the answers and switches of the moment."""
        if self.isVisible():
            self.preview.show_report(self.report())
            as_page(self.pages, self.preview.accessibleName())  # a text has no name to be heard

    # --- arrangement ----------------------------------------------------------------------

    def _arrange(self) -> None:
        row = spaced(QHBoxLayout(self))
        self._side = self._switches()
        row.addWidget(self._side)
        right = spaced(QVBoxLayout())
        right.addWidget(self._head())
        self.canvas = ScrollArea()
        self.canvas.setWidgetResizable(True)
        self.canvas.setWidget(self.preview)
        self.preview.part_reached.connect(self._bring_into_view)
        self.pages = Panel("sunken", ())
        inside = QVBoxLayout(self.pages)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.canvas)
        right.addWidget(self.pages, 1)
        row.addLayout(right, 1)

    def _switches(self) -> QWidget:
        one = unit(self)
        side = ScrollPage()
        side.setFixedWidth(round(_SIDE * one))
        side.setAccessibleName(self.tr("Parts of the page"))
        side.body.addWidget(Heading(self.tr("What stands on it"), "section"))
        words = self._part_words()
        for name in PARTS:
            row = ChoiceRow(words[name])
            row.identifier(f"page.part.{name}")
            row.setChecked(True)
            row.toggled.connect(self.show_now)
            self.parts[name] = row
            side.body.addWidget(row)
        self.name = self._field(self.tr("Name (only if you want it)"), "page.name")
        self.note = self._field(self.tr("Note"), "page.note")
        for field, title in ((self.name, self.name.edit), (self.note, self.note.edit)):
            side.body.addWidget(Paragraph(title.accessibleName(), "small", "text2"))
            side.body.addWidget(field)
        about = self.tr(
            "For a screen reader, save it as a web page: a PDF made here has no tags. "
            "Nothing is sent anywhere."
        )
        side.body.addWidget(Paragraph(about, "small", "text2"))
        side.body.addStretch(1)
        return side

    def _field(self, title: str, identifier: str) -> Field:
        field = Field()
        field.edit.setAccessibleName(title)
        field.identifier(identifier)
        field.edit.textChanged.connect(self.show_now)
        return field

    def _head(self) -> QWidget:
        one = unit(self)
        head = QWidget()
        row = ButtonRow(head)
        row.setContentsMargins(*(round(12 * one) for _ in range(4)))
        row.setSpacing(round(8 * one))
        back = Button(self.tr("Back"), "ghost", "back").identifier("page.back")
        back.clicked.connect(self.left)
        row.addWidget(back)
        self.fold = Button(self.tr("Parts"), "secondary", "columns").identifier("page.parts")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._choose_side)
        row.addWidget(self.fold)
        self.told = Paragraph("", "small", "text2")
        row.addWidget(self.told, 1)
        copy = Button(self.tr("Copy as text"), "ghost", "copy").identifier("page.copy")
        copy.clicked.connect(self._copy)
        save = Button(self.tr("Save…"), "secondary", "save").identifier("page.save")
        save.setAccessibleName(self.tr("Save as PDF or web page…"))
        save.clicked.connect(self._save)
        self.print = Button(self.tr("Print…"), "primary", "print").identifier("page.print")
        self.print.clicked.connect(self.print_now)
        for button in (copy, save, self.print):
            row.addWidget(button)
        return head

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to *Print*; a focus proxy would make Tab pass over what stands before."""
        super().focusInEvent(event)
        hand_on_focus(self, self.print, event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the answers of the moment, from the top: they may have changed elsewhere."""
        super().showEvent(event)
        self.show_now()
        self.canvas.to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_side()

    def _bring_into_view(self, part: QRect) -> None:
        middle, room = part.center(), round(part.height() / 2 + 24 * unit(self))
        self.canvas.ensureVisible(middle.x(), middle.y(), 0, room)

    def _choose_side(self) -> None:
        narrow = self.width() < _FOLDED_BELOW * unit(self)
        self.fold.setVisible(narrow)
        self._side.setVisible(not narrow or self.fold.isChecked())

    def _part_words(self) -> dict[str, str]:
        return {
            "person": self.tr("Person and kidneys"),
            "complaint": self.tr("Complaint"),
            "signs": self.tr("Signs asked and denied"),
            "conditions": self.tr("Conditions"),
            "medicines": self.tr("Medicines"),
            "magnesium": self.tr("Magnesium in all"),
            "result": self.tr("What the program said"),
            "reasons": self.tr("Reasons and sources"),
            "ask": self.tr("What to ask for"),
            "day": self.tr("Day plan"),
            "notes": self.tr("Room for notes"),
            "method": self.tr("How this came about"),
        }

    # --- taken out ------------------------------------------------------------------------

    def print_now(self) -> None:
        """Ask for a printer and print the page."""
        self._export.print(self.report())

    def _copy(self) -> None:
        self._export.copy(self.report())

    def _save(self) -> None:
        self._export.save(self.report(), _FILE_NAME)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        announce(self, words)
