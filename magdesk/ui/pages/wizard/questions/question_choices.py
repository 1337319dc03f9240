"""The choices of a question: rows to tick or to pick, with *none* and *not sure* below a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from magdesk.interview.answers import choice_ids
from magdesk.knowledge.interview_records import Question
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.layouts.switch_box import SwitchBox
from magdesk.ui.pages.wizard.session import with_choice
from magdesk.ui.widgets.cards import Line
from magdesk.ui.widgets.choice_row import ChoiceRow, Kind

_SIDE_BY_SIDE = 480.0
_LEAST_WIDTH, _LEAST_HEIGHT = 190.0, 40.0
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_FORTH = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerRow(ChoiceRow):
    """A choice that passes on arrow keys and typed letters."""

    stepped = Signal(int)
    typed = Signal(str)

    def __init__(
        self, text: str, detail: str = "", kind: Kind = "check", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, detail, kind, parent)
        self._heights: dict[int, int] = {}
        self._best: QSize | None = None

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width; layouts ask for the same one a dozen times."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = super().heightForWidth(width)
        return known

    def sizeHint(self) -> QSize:
        if self._best is None:
            self._best = super().sizeHint()
        return self._best

    def minimumSizeHint(self) -> QSize:
        """Return a width that any word fits; measuring each word of each row takes too long."""
        one = unit(self)
        return QSize(round(_LEAST_WIDTH * one), round(_LEAST_HEIGHT * one))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        self._heights.clear()
        self._best = None

    def set_detail(self, detail: str) -> None:
        """Show another line below the label."""
        if detail != self._detail:
            self._detail = detail
            self._forget()
            self.setAccessibleDescription(detail)
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _BACK + _FORTH:
            self.stepped.emit(-1 if event.key() in _BACK else 1)
        elif event.key() in _ON:
            event.ignore()  # some desktops press a button with Enter; here it continues
        elif len(event.text()) == 1 and event.text().isalnum():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class OrLine(QWidget):
    """The word *or* and a line: what follows is another kind of answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(round(19 * one), 0, round(3 * one), 0)
        row.setSpacing(round(16 * one))
        row.addWidget(QLabel(self.tr("or")))
        row.addWidget(Line(), 1)


class ChoiceList(QWidget):
    """All choices of one question; ``chosen_changed`` tells the ids chosen by the person."""

    chosen_changed = Signal(object)

    def __init__(
        self, question: Question, chosen: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.chosen = tuple(chosen)
        self.rows: dict[str, AnswerRow] = {}
        self._order = choice_ids(question)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(round(7 * unit(self)))
        self.setAccessibleName(question.title)
        self.add_choices()
        gap = self.column.spacing()
        self._others = SwitchBox(_SIDE_BY_SIDE * unit(self), gap=gap, gap_below=gap, level=True)
        self._add_others()
        self._show_chosen()

    def add_choices(self) -> None:
        """Add a row for each choice, in order."""
        for choice in self.question.choices:
            self.column.addWidget(self.make_row(choice.id, choice.label, choice.detail))

    def make_row(self, choice: str, label: str, detail: str) -> AnswerRow:
        """Return a new row, which the caller puts into a layout."""
        kind: Kind = "check" if self.question.kind == "several" else "radio"
        row = AnswerRow(label, detail, kind, self)
        row.identifier(f"{self.question.id}.{choice}")
        row.clicked.connect(self._toggle)
        row.stepped.connect(self._step)
        self.rows[choice] = row
        return row

    def first(self) -> QWidget:
        """Return where the focus goes first: what was picked, else the first row."""
        if self.question.kind == "one" and self.chosen:
            return self.rows[self.chosen[0]]
        return next(iter(self.rows.values()))

    def _add_others(self) -> None:
        question = self.question
        rows = []
        if question.kind == "several":
            label = question.none_label or self.tr("None of these")
            rows.append(self.make_row(NONE, label, question.none_detail))
        if question.takes_not_sure:
            rows.append(self.make_row(NOT_SURE, self.tr("Not sure"), question.not_sure_detail))
        if rows:
            self.column.addWidget(OrLine(self))
            self.column.addLayout(self._others)
        for row in rows:
            self._others.add(row)

    def _show_chosen(self) -> None:
        for choice, row in self.rows.items():
            if row.isChecked() != (choice in self.chosen):
                row.setChecked(choice in self.chosen)

    def _toggle(self) -> None:
        row = self.sender()
        choice = next(key for key, other in self.rows.items() if other is row)
        if self.question.kind == "one":
            self.chosen = (choice,)
        else:
            on = choice not in self.chosen
            self.chosen = with_choice(self.chosen, choice, on, self._order)
        self._show_chosen()
        self.chosen_changed.emit(self.chosen)

    def _step(self, by: int) -> None:
        """Move to the next row that is shown, round the ends; a row to pick is picked at once."""
        rows = [row for row in self.rows.values() if row.isVisibleTo(self)]
        row = rows[(rows.index(self.sender()) + by) % len(rows)]  # type: ignore[arg-type]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        if self.question.kind == "one":
            row.click()
