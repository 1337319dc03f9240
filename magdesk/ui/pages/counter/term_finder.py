"""Finds a term by typing, in whatever group it stands."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.interview.counter_groups import Choosable
from magdesk.ui.widgets.field import Field


class TermFinder(Field):
    """``found`` tells the question and the choice; Esc gives the keys back to the groups."""

    found = Signal(str, str)
    given_up = Signal()

    def __init__(self, sheet: AnswerSheet, parent: QWidget | None = None) -> None:
        super().__init__("", "search", "/", parent)
        self._sheet = sheet
        self.edit.setPlaceholderText(self.tr("Find a term"))
        self.name(self.tr("Find a term"), self.tr("Type a part of it and press Enter."))
        self.identifier("counter.find")
        self._named: dict[str, Choosable] = {}
        for question in sheet.decision.questions.values():
            for choice in question.choices:
                name = self.tr("{term} ({group})").format(
                    term=choice.term or choice.label, group=question.term
                )
                self._named[name] = Choosable(question.id, choice.id)
        names = QStringListModel(list(self._named), self)
        self._completer = QCompleter(names, self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._take)
        self.edit.setCompleter(self._completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first that fits with Enter, and leave with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            typed = self.edit.text().strip().casefold()
            fitting = [each for each in self._named if typed and typed in each.casefold()]
            if fitting:
                fitting.sort(key=lambda each: not each.casefold().startswith(typed))
                self._take(fitting[0])
        elif event.key() == Qt.Key.Key_Escape:
            self.forget()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Keep nothing that was typed, also not to be undone."""
        self.edit.setText("")
        self._completer.setCompletionPrefix("")
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()  # else it keeps the focus

    def _take(self, name: str) -> None:
        self.forget()
        choosable = self._named.get(name)
        if choosable is not None:
            self.found.emit(choosable.question, choosable.choice)
