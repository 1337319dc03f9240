"""What can be done with a result: copy it, print it, save it, look at its forms in the table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import advice_document
from magdesk.report.html import as_html
from magdesk.report.text import as_text
from magdesk.ui.pages.wizard.result.result_page import ResultPage, is_care
from magdesk.ui.pages.wizard.wizard_footer import Footer, footer_button
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.buttons import Button

FILE_NAME = "magdesk-result"


class ResultActions(QObject):
    """The buttons below a result; lives as long as the page it belongs to."""

    show_in_table = Signal(list)

    def __init__(self, page: ResultPage, advice: Advice, library: Library, footer: Footer) -> None:
        super().__init__(page)
        self._page = page
        self._advice = advice
        self._library = library
        self._footer = footer
        footer.show_result(self._buttons())

    def _buttons(self) -> list[Button]:
        care = is_care(self._advice)
        copy = footer_button(self.tr("Copy"), "copy")
        copy.identifier("wizard.copy").clicked.connect(self._copy)
        save = footer_button(self.tr("Save as PDF…"), "save")
        save.identifier("wizard.save").clicked.connect(self._save)
        words = self.tr("Print this page…") if care else self.tr("Print…")
        printed = footer_button(words, "print", "primary" if care else "secondary")
        printed.identifier("wizard.print").clicked.connect(self._print)
        if care or not self._page.forms():
            return [copy, save, printed]
        table = footer_button(self.tr("Show in table"), "table", "primary")
        table.identifier("wizard.show_in_table").clicked.connect(self._show_in_table)
        return [copy, printed, save, table]

    def _copy(self) -> None:
        document = advice_document(self._advice, self._library)
        QGuiApplication.clipboard().setText(as_text(document))
        self._tell(self.tr("Copied"))

    def _print(self) -> None:
        from magdesk.ui.export.document_export import (
            print_page,  # printing is loaded when it is used
        )

        print_page(as_html(advice_document(self._advice, self._library)), self._page)

    def _save(self) -> None:
        from magdesk.ui.export.document_export import ask_where, save

        path = ask_where(
            self._page, self.tr("Save the result"), FILE_NAME, "PDF", self.tr("Web page")
        )
        if path is None:
            return
        failed = save(as_html(advice_document(self._advice, self._library)), path)
        words = self.tr("Not saved: {}").format(failed) if failed else self.tr("Saved")
        self._tell(words)

    def _show_in_table(self) -> None:
        self.show_in_table.emit(self._page.forms())

    def _tell(self, words: str) -> None:
        self._footer.set_note(words)
        announce(self._footer, words)
