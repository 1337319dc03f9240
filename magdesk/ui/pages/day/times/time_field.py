"""A field for one time of the day."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.planner.day import clock
from magdesk.planner.typed_time import read_time
from magdesk.ui.look.theme import tabular, unit
from magdesk.ui.widgets.field import Field

_WIDTH, _HEIGHT = 74.0, 30.0
_SAMPLE = "00:00 pm"
_MOST_SIGNS = 12


class TimeField(Field):
    """``entered`` tells the text once it is done; a time that was read is shown as HH:MM."""

    entered = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.place = place
        self._help = self._which = ""
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setFont(tabular(self.edit.font()))
        self.edit.setMaxLength(_MOST_SIGNS)
        self.edit.editingFinished.connect(self._take)
        one = unit(self)
        self.layout().setContentsMargins(round(5 * one), 0, round(5 * one), 0)  # type: ignore[union-attr]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name(self, name: str, description: str = "", which: str = "") -> None:
        """Set what screen readers call the field, and which of several it is."""
        self._help, self._which = description, which
        self.edit.setAccessibleName(name)
        self.say_trouble("")

    def show_text(self, text: str) -> None:
        """Show what was typed; a time that can be read is shown as the clock shows it."""
        minute = read_time(text)
        shown = text if minute is None else clock(minute)
        if self.edit.text() != shown:
            self.edit.setText(shown)

    def say_trouble(self, words: str) -> None:
        """Have a screen reader say first what is wrong; empty when all is well."""
        told = (words, self._which) if words else (self._which, self._help)
        self.edit.setAccessibleDescription(" ".join(filter(None, told)))

    def sizeHint(self) -> QSize:
        one, metrics = unit(self), self.fontMetrics()
        width = max(_WIDTH * one, metrics.horizontalAdvance(_SAMPLE) + 10 * one)
        return QSize(round(width), round(max(_HEIGHT * one, metrics.height() + 8 * one, 24)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @Slot()
    def _take(self) -> None:
        self.show_text(self.edit.text())
        self.entered.emit()
