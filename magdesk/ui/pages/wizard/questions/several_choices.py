"""A question with several answers: groups in two columns, rare ones folded, a search over all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet, with_choice
from magdesk.interview.answers import choice_ids
from magdesk.knowledge.question_ids import SYMPTOM
from magdesk.knowledge.records.interview_records import Choice, ChoiceGroup, Question
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.section import Section
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.choices.answer_row import AnswerRow, stand_together
from magdesk.ui.widgets.choices.choice_box import ChoiceBox
from magdesk.ui.widgets.choices.choice_row import CLOSE
from magdesk.ui.widgets.choices.fold_line import Fold
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.layouts.choice_grid import ChoiceGrid
from magdesk.ui.widgets.layouts.group_columns import GroupColumns
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Paragraph

_TWO_FROM = 700.0
_GAP, _BELOW, _ROWS = 14.0, 9.0, 4.0
_LEAST = 300.0


class SearchField(Field):
    """Down and Enter lead to what was found, Escape empties it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
        else:
            super().keyPressEvent(event)


class SeveralChoices(Section):
    """``filtered`` tells whether a search hides some of the choices."""

    filtered = Signal(bool)

    def __init__(
        self, sheet: AnswerSheet, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(sheet, question, parent)
        self.rows: dict[str, AnswerRow] = {}
        self._boxes: dict[str, ChoiceBox] = {}
        self._folds: dict[str, Fold] = {}
        self._order = choice_ids(question)
        self._search: SearchField | None = None
        one = unit(self)
        column = Column(10 * one)
        if any(group.folded for group in question.groups):
            self._add_search(column)
        column.add(self._groups() if question.groups else self._one_group())
        self.setLayout(column)
        stand_together(self.rows.values())
        self.refresh()

    def first(self) -> QWidget:
        return next(iter(self.rows.values()))

    def refresh(self) -> None:
        chosen = self.sheet.chosen(self.question.id)
        for choice, row in self.rows.items():
            if row.isChecked() != (choice in chosen):
                row.setChecked(choice in chosen)
        for group, fold in self._folds.items():
            if any(choice.id in chosen for choice in self._members(group)):
                fold.set_open(True)

    def problem_words(self) -> str:
        return self.tr("Tick what applies to you, or “None of these”.")

    def set_problem(self, problem: str) -> None:
        next(iter(self.rows.values())).set_problem(problem)

    # --- what is built ----------------------------------------------------------------------

    def _groups(self) -> QLayout:
        one = unit(self)
        columns = GroupColumns(_TWO_FROM * one, _GAP * one, _BELOW * one)
        for group in self.question.groups:
            columns.add(self._folded(group) if group.folded else self._group(group))
        return columns

    def _group(self, group: ChoiceGroup) -> ChoiceBox:
        rows = Column(_ROWS * unit(self))
        box = ChoiceBox(group.title, rows, "", self)
        self._boxes[group.id] = box
        for choice in self._members(group.id):
            rows.add(self._row(choice, box))
        return box

    def _folded(self, group: ChoiceGroup) -> ChoiceBox:
        """A group whose line names everything it holds."""
        members = self._members(group.id)
        around = Column()
        box = ChoiceBox(group.title, around, "", self, shown=False)
        fold = Fold(group.title, ", ".join(choice.label for choice in members), box)
        fold.line.identifier(f"{self.question.id}.group.{group.id}")
        self._boxes[group.id], self._folds[group.id] = box, fold
        around.add(fold)
        for choice in members:
            fold.body.add(self._row(choice, fold.inside))
        return box

    def _one_group(self) -> ChoiceBox:
        one = unit(self)
        grid = ChoiceGrid(2, _LEAST * one, _GAP / 2 * one)
        box = ChoiceBox(self.question.title, grid, "", self, shown=False)
        for choice in self._fitting_first():
            grid.add(self._row(choice, box))
        return box

    def _fitting_first(self) -> list[Choice]:
        """The choices of the complaint first, then those of any, then those of others."""
        complaint = self.sheet.answer(SYMPTOM)

        def place(choice: Choice) -> int:
            return 0 if complaint in choice.fits else 1 if not choice.fits else 2

        return sorted(self.question.choices, key=place)

    def _row(self, choice: Choice, parent: QWidget) -> AnswerRow:
        row = AnswerRow(
            self.question.id, choice.id, choice.label, choice.detail, "check", parent, density=CLOSE
        )
        row.clicked.connect(self._toggle)
        row.typed.connect(self._type)
        self.rows[choice.id] = row
        return row

    def _members(self, group: str) -> list[Choice]:
        return [choice for choice in self.question.choices if choice.group == group]

    # --- ticking ----------------------------------------------------------------------------

    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            chosen = self.sheet.chosen(self.question.id)
            on = row.choice not in chosen
            self.sheet.set_answer(
                self.question.id, with_choice(chosen, row.choice, on, self._order)
            )

    # --- searching --------------------------------------------------------------------------

    def _add_search(self, column: Column) -> None:
        hint = QKeySequence(QKeySequence.StandardKey.Find)
        words = hint.toString(QKeySequence.SequenceFormat.NativeText)
        search = self._search = SearchField(self.tr("Find in this list"), "search", words, self)
        search.name(self.tr("Find in this list"))
        search.identifier(f"{self.question.id}.search")
        search.edit.textChanged.connect(self._filter)
        search.left.connect(self._focus_first_found)
        QShortcut(hint, self, self._focus_search)
        column.add(search)
        self._found = Paragraph("", "small", "text2", parent=self)
        self._found.hide()
        column.add(self._found)

    def _filter(self, query: str) -> None:
        words = plain(query).split()
        found, chosen = set(self._matching(words)), set(self.sheet.chosen(self.question.id))
        for choice, row in self.rows.items():
            row.setVisible(choice in found)
        for group, box in self._boxes.items():
            members = {choice.id for choice in self._members(group)}
            box.setVisible(bool(members & found))
            if group in self._folds:
                self._folds[group].set_open(bool(words) or bool(members & chosen))
        self._tell(len(found) if words else None)
        self.filtered.emit(bool(words))

    def _matching(self, words: list[str]) -> Iterator[str]:
        for choice in self.question.choices:
            text = plain(f"{choice.label} {choice.detail} {choice.term}")
            if all(word in text for word in words):
                yield choice.id

    def _tell(self, count: int | None) -> None:
        words = ""
        if count == 0:
            words = self.tr("Nothing here fits these words. Empty the field to see all.")
        elif count is not None:
            words = self.tr("{count} found").format(count=count)
        self._found.setText(words)
        self._found.setVisible(bool(words))
        announce(self._found, words)

    def _focus_search(self) -> None:
        if self._search is not None:
            self._search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.edit.selectAll()

    def _type(self, letter: str) -> None:
        """Begin a search with a letter that was typed on a row."""
        if self._search is not None:
            self._search.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._search.edit.setText(letter)

    def _focus_first_found(self) -> None:
        row = next((row for row in self.rows.values() if row.isVisible()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)


def plain(text: str) -> str:
    """Return the text in small letters without accents, so that it is found however it is typed."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
