"""Saving answers and products to a file of the person's choosing, and opening it again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.answer_sheet.saved_sheet import REFUSED, open_sheet, save_sheet, take_opened
from magdesk.intake.product_entry import product_reader
from magdesk.knowledge.loader import Library
from magdesk.ui.export.file_saving import FileKind, ask_where_to_save
from magdesk.ui.widgets.amounts.shown_number import number_locale

translate = QCoreApplication.translate


class SheetFiles:
    """Each way returns what is to be said in the window; empty where there is nothing."""

    def __init__(self, window: QWidget, library: Library, sheet: AnswerSheet) -> None:
        self._window = window
        self._library = library
        self.sheet = sheet

    def ask_and_save(self) -> str:
        """Ask for a file and write everything to it."""
        kinds = (FileKind(translate("SheetFiles", "Answers of magdesk"), "json"),)
        title = translate("SheetFiles", "Save answers and products")
        path = ask_where_to_save(self._window, title, "magdesk-answers", kinds)
        return "" if path is None else self.save(path)

    def save(self, path: Path) -> str:
        """Write everything to this file, whole or not at all."""
        try:
            save_sheet(path, self.sheet, self._library.content.version)
        except OSError as error:
            words = translate(
                "SheetFiles", "Not saved: {path}. {problem}. Nothing was changed there."
            )
            return words.format(path=path, problem=error.strerror or error)
        words = translate("SheetFiles", "Saved: {name}. Only you can read this file.")
        return words.format(name=path.name)

    def ask_and_open(self) -> str:
        """Ask for a file and show what it holds in place of what is entered."""
        title = translate("SheetFiles", "Open answers and products")
        kind = FileKind(translate("SheetFiles", "Answers of magdesk"), "json")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kind.pattern)
        if not name or not self._may_replace():
            return ""
        return self.open(Path(name))

    def open(self, path: Path) -> str:
        """Show what a file holds; where it is refused, everything stays as it was."""
        try:
            opened = open_sheet(path, self.sheet)
        except REFUSED as error:
            told = str(error).rstrip(".")
            problem = told if path.name in told else f"{path}: {told}"
            return translate("SheetFiles", "Not opened: {problem}.").format(problem=problem)
        reader = product_reader(self._library, number_locale(self._library.number_table))
        take_opened(opened, self.sheet, reader)
        told = translate("SheetFiles", "Opened: {name}.").format(name=path.name)
        if not opened.asked_again:
            return told
        again = translate(
            "SheetFiles", "These questions read otherwise now and are asked again: {names}."
        )
        questions = self.sheet.decision.questions
        names = [questions[key].short for key in opened.asked_again if key in questions]
        return f"{told} {again.format(names=', '.join(names))}" if names else told

    def _may_replace(self) -> bool:
        if self.sheet.is_empty:
            return True
        answer = QMessageBox.question(
            self._window,
            translate("SheetFiles", "Open answers and products"),
            translate("SheetFiles", "What is entered now will be replaced. Go on?"),
        )
        return answer == QMessageBox.StandardButton.Yes
