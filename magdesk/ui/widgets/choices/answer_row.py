"""A choice that can be walked with the arrow keys, and that knows its place among the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from magdesk.ui.widgets.choices.choice_row import ROOMY, ChoiceRow, Density, Kind

_LEAST_WIDTH = 120.0
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_FORTH = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerRow(ChoiceRow):
    """Arrow keys go from row to row, typed letters are passed on; ``choice`` is the answer's id."""

    typed = Signal(str)

    def __init__(
        self,
        question: str,
        choice: str,
        text: str,
        detail: str = "",
        kind: Kind = "check",
        parent: QWidget | None = None,
        *,
        density: Density = ROOMY,
    ) -> None:
        super().__init__(text, detail, kind, parent, density=density)
        self.choice = choice
        self.place = ""
        self.problem = ""
        self.among: Sequence[AnswerRow] = ()
        """The rows of its question, itself included."""
        self._tip = ""
        self.identifier(f"{question}.{choice}")
        self._heights: dict[int, int] = {}

    def set_problem(self, problem: str) -> None:
        """Have a screen reader say first what is wrong, or nothing more of it."""
        self.problem = problem
        self._describe()

    def set_tip(self, tip: str) -> None:
        """Tell more on demand: under the pointer, and by a screen reader."""
        self._tip = tip
        self.setToolTip(tip)
        self._describe()

    def _describe(self) -> None:
        parts = (self.problem, self.detail(), self._tip, self.place)
        self.setAccessibleDescription(" ".join(part for part in parts if part))

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = super().heightForWidth(width)
        return known

    def least(self, one: float) -> tuple[float, float]:
        """Return a width that most words fit; measuring each word of each row takes too long."""
        wide = min(round(_LEAST_WIDTH * one), self.sizeHint().width())
        return wide, round(self.density.least * one)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _BACK + _FORTH:
            self.ring_memory.key_pressed()
            self._step(-1 if event.key() in _BACK else 1)
        elif event.key() in _ON:
            event.ignore()  # some desktops press a button with Enter; here it continues
        elif len(event.text()) == 1 and event.text().isalnum():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def stand(self, number: int, among: Sequence[AnswerRow]) -> None:
        """Stand in this place, from 1, among the rows of the question."""
        self.among = among
        self.place = self.tr("{number} of {count}").format(number=number, count=len(among))
        self._describe()

    def _step(self, by: int) -> None:
        """Move the focus to the next row that is shown, round the ends; one answer goes with it."""
        shown = [each for each in self.among if each.isVisible()]
        following = shown[(shown.index(self) + by) % len(shown)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        if following.kind == "radio":
            following.click()


def stand_together(rows: Iterable[AnswerRow]) -> None:
    """Let arrow keys go from row to row, and a screen reader tell where each one stands."""
    among = list(rows)
    for number, row in enumerate(among, 1):
        row.stand(number, among)
