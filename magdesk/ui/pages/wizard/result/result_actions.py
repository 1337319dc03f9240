"""What can be done with a result: copy it, print it, save it, and the pages that go on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import advice_document
from magdesk.report.blocks import Document
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.frame.wizard_footer import Footer, footer_button
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.amounts.figures_in_sentences import with_local_figures
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.flow_row import FlowRow

if TYPE_CHECKING:
    from magdesk.ui.export.report_export import ReportExport

FILE_NAME = "magdesk-result"


class ResultActions(QObject):
    """The buttons of a result; lives as long as the page it belongs to.

    ``show_in_table`` tells the forms, the closest first; ``answer_asked`` the first question
    that is left.
    """

    show_in_table = Signal(list)
    page_asked = Signal()
    day_asked = Signal()
    answer_asked = Signal(str)

    def __init__(
        self,
        page: QWidget,
        forms: list[str],
        advice: Advice,
        library: Library,
        footer: Footer,
        offers: frozenset[str],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._forms = forms
        self._advice = advice
        self._library = library
        self._footer = footer
        self._offers = offers
        footer.show_result(self._buttons())

    def quiet_buttons(self) -> QWidget:
        """Return the row with *Copy*, *Print* and *Save*, for the end of the page."""
        row = QWidget(self._page)
        flow = FlowRow(round(4 * unit(row)))
        buttons: list[QWidget] = []
        for text, icon, name, slot in (
            (self.tr("Copy all"), "copy", "wizard.copy", self._copy),
            (self.tr("Print…"), "print", "wizard.print", self._print),
            (self.tr("Save as PDF…"), "save", "wizard.save", self._save),
        ):
            button = Button(text, "ghost", icon, row).identifier(name)
            button.clicked.connect(slot)
            buttons.append(button)
        flow.set_widgets(buttons, ())
        row.setLayout(flow)
        return row

    def _buttons(self) -> list[Button]:
        table_fits = bool(self._forms) and not self._advice.stop
        buttons: list[Button] = []
        if "day" in self._offers and not (self._is_care or self._advice.stop):
            day = footer_button(self.tr("Plan my day"), "clock")
            day.identifier("result.plan_day").clicked.connect(self.day_asked)
            buttons.append(day)
        if "take_along" in self._offers:
            stands_back = table_fits or self._is_care or bool(self._advice.missing)
            main = "secondary" if stands_back else "primary"
            page = footer_button(self.tr("Page to take along"), "print", main)
            page.identifier("result.page").clicked.connect(self.page_asked)
            buttons.append(page)
        if table_fits:
            table = footer_button(self.tr("Show in table"), "table", "primary")
            table.identifier("wizard.show_in_table").clicked.connect(self._show_in_table)
            buttons.append(table)
        if self._advice.missing and not self._is_care:
            left = footer_button(self.tr("Answer what is left"), "forward", "primary")
            left.identifier("result.answer_left").clicked.connect(self._answer_left)
            buttons.append(left)
        return buttons

    @property
    def _is_care(self) -> bool:
        return self._advice.level in ("today", "emergency")

    def _copy(self) -> None:
        self._export().copy(self._report())

    def _print(self) -> None:
        self._export().print(self._report())

    def _save(self) -> None:
        self._export().save(self._report(), FILE_NAME)

    def _report(self) -> Document:
        return with_local_figures(advice_document(self._advice, self._library))

    def _export(self) -> ReportExport:
        from magdesk.ui.export.report_export import ReportExport  # loaded when it is used

        words = self._library.report_words.rows["page.of"].text
        return ReportExport(self._page, words, self._tell, self._tell)

    def _show_in_table(self) -> None:
        self.show_in_table.emit(self._forms)

    def _answer_left(self) -> None:
        self.answer_asked.emit(self._advice.missing[0])

    def _tell(self, words: str) -> None:
        self._footer.set_note(words)
        announce(self._footer, words)
