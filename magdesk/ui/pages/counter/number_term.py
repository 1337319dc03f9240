"""A small field for a number in a row of terms."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.theme import scaled_font
from magdesk.ui.widgets.access.focus import LEAST_TARGET
from magdesk.ui.widgets.field import Field

_HEIGHT = 28.0


class NumberTerm(Field):
    """``typed`` tells the text after each letter; ``wide`` is its width in u."""

    typed = Signal(str)

    def __init__(
        self, name: str, unit_word: str, wide: float, parent: QWidget | None = None
    ) -> None:
        super().__init__("", None, unit_word, parent)
        self._wide = wide
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._help = ""
        self.name(name)
        # Not textEdited: an aid that writes for a person sets the text.
        self.edit.textChanged.connect(self.typed)

    def explain(self, plain: str) -> None:
        """Keep the plain sentence that the mouse shows and that is read out."""
        self._help = plain
        self.edit.setToolTip(plain)
        self.edit.setAccessibleDescription(plain)

    def say_trouble(self, words: str) -> None:
        """Have the trouble read out with the field; the row shows it."""
        self.edit.setAccessibleDescription(" ".join(filter(None, (words, self._help))))

    def show_text(self, text: str) -> None:
        """Show a text that came from elsewhere; nothing of the old one stays to be undone."""
        if self.edit.text() != text:
            before = self.edit.blockSignals(True)
            self.edit.setText(text)
            self.edit.blockSignals(before)

    def forget(self) -> None:
        """Empty it, and what could be undone."""
        before = self.edit.blockSignals(True)
        self.edit.setText("")
        self.edit.blockSignals(before)
        self.say_trouble("")

    def measure(self, one: float) -> tuple[float, float]:
        tall = max(_HEIGHT * one, self.fontMetrics().height() + 4 * one, LEAST_TARGET)
        hint = QFontMetricsF(scaled_font(self, 0.86, 500)).horizontalAdvance(self.hint.text())
        return max(self._wide * one, hint + 70 * one if hint else 0.0), tall

    def least(self, one: float) -> tuple[float, float]:
        return self.measure(one)


class FirstKey(QObject):
    """Gives the first key in an empty field to someone else: ``pressed`` tells which."""

    pressed = Signal(str)

    def __init__(self, field: Field, keys: str) -> None:
        super().__init__(field)
        self._edit = field.edit
        self._keys = keys
        field.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key where nothing was typed before it."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.text()
            and event.text() in self._keys
            and not self._edit.text()
        ):
            self.pressed.emit(event.text())
            return True
        return super().eventFilter(watched, event)
