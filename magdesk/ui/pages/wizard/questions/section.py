"""What every section of a page offers, whatever it asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.records.interview_records import Question


class Section(QWidget):
    """One question of a page; it writes its answer into the sheet."""

    def __init__(
        self, sheet: AnswerSheet, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.question = question

    def first(self) -> QWidget:
        """Return where the focus goes first."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what the sheet holds now."""
        raise NotImplementedError

    def problem_words(self) -> str:
        """Return what is missing, in words that say what to do."""
        raise NotImplementedError

    def set_problem(self, problem: str) -> None:
        """Have a screen reader hear what is missing where the focus goes."""
        raise NotImplementedError
