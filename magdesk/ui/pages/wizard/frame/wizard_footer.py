"""The foot of the wizard: back at the left; a word on the answers and forward at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import IconLabel, Panel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import leave_words
from magdesk.ui.widgets.text import Paragraph, escape

_PADDING = 9.0
_RIGHT = 33.0
"""The page's margin and its scroll bar, less the room for the focus ring."""


class Footer(Panel):
    """Keeps ``back`` and ``forward`` for good; other buttons come and go with the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", ("top",), parent)
        one = unit(self)
        outer = QHBoxLayout(self)
        self._outer = outer
        self._inner = QWidget(self)
        column = spaced(QVBoxLayout(self._inner), 4 * one)
        self._above = Paragraph("", tone="text2")
        self.choices: QWidget | None = None
        """What stands above the buttons."""
        self._column = column
        column.addWidget(self._above)
        self._row = QHBoxLayout()
        column.addLayout(self._row)
        self._row.setSpacing(round(6 * one))
        outer.addWidget(self._inner, 1000)
        outer.addStretch(1)
        self.back = Button(self.tr("Back"), "secondary", "back", self, tall=True)
        self.back.identifier("wizard.back")
        self.forward = Button(
            self.tr("Continue"), "primary", "forward", self, icon_after=True, tall=True
        )
        self.forward.identifier("wizard.continue")
        self._mark = IconLabel("question", "caution_text", 16.0)
        self._note = QLabel(self)
        self._words = ""
        self._marked = False
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._note)
        self._row.addWidget(self.forward)
        self._extras: list[Button] = []

    def hold(self, choices: QWidget | None) -> None:
        """Hold these choices above the buttons; those before are taken down."""
        before, self.choices = self.choices, choices
        if before is not None and before is not choices:
            self._column.removeWidget(before)
            if self.isAncestorOf(before):  # a low page has taken it in itself else
                before.hide()
                before.deleteLater()
        if choices is not None and before is not choices:
            self._column.insertWidget(0, choices)

    @property
    def extras(self) -> tuple[Button, ...]:
        """The buttons of a result."""
        return tuple(self._extras)

    def show_question(self, note: str) -> None:
        """Offer back and continue."""
        self._show(self.tr("Back"), self.tr("Continue"), note)

    def show_review(self, note: str) -> None:
        """Offer back and the result; the note tells of answers that are not sure."""
        self._show(self.tr("Back"), self.tr("Show my result"), note, marked=bool(note))

    def show_result(self, extras: Sequence[Button]) -> None:
        """Offer the way back and what can be done with a result."""
        self._show(self.tr("Back to answers"), "", "")
        self._extras = list(extras)
        for button in self._extras:
            self._row.addWidget(button)
            button.show()
        self._fit()

    def set_note(self, note: str) -> None:
        """Change the word on the answers; it stands above the buttons where it is too long."""
        self._words = note
        self._note.setText(note)
        self._above.setText(escape(note))
        self._fit()

    def stand_below(self, left_u: float, width_u: float) -> None:
        """Let both ends stand below the ends of the content, in u."""
        one = unit(self)
        edge, padding = round((left_u - RESERVE) * one), round(_PADDING * one)
        self._outer.setContentsMargins(edge, padding, round(_RIGHT * one), padding)
        self._inner.setMaximumWidth(round((width_u + 2 * RESERVE) * one))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _show(self, back: str, forward: str, note: str, *, marked: bool = False) -> None:
        for button in self._extras:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._extras = []
        self.back.setText(back)
        self.forward.setText(forward)
        self.forward.setVisible(bool(forward))
        self._marked = marked
        self.set_note(note)

    def _fit(self) -> None:
        """Move the note and leave away words where there is no room for all of them."""
        room = self._inner.width()
        if self._extras:
            self._fit_extras(room)
        note = self._note.sizeHint().width() + self._row.spacing()
        if self._marked:
            note += self._mark.width() + self._row.spacing()
        beside = bool(self._words) and self._needed() + note <= room
        self._note.setVisible(beside)
        self._mark.setVisible(beside and self._marked)
        self._above.setVisible(bool(self._words) and not beside)

    def _fit_extras(self, room: int) -> None:
        """Leave away the words of the other buttons, then of *Back*, then of the last one."""
        self.back.setText(self.tr("Back to answers"))
        *others, last = self._extras
        leave_words(others, self._needed() - room)
        if self._needed(short=others) > room:
            self.back.setText(self.tr("Back"))
        leave_words([last], self._needed(short=others) - room)

    def _needed(self, short: Sequence[Button] = ()) -> int:
        """Return the width in pixels of all buttons side by side, these as they are by now."""
        forward = () if self._extras else (self.forward,)
        buttons = (self.back, *forward, *self._extras)
        widths = (
            each.sizeHint().width() if each in short else each.width_px(short=False)
            for each in buttons
        )
        return sum(width + self._row.spacing() for width in widths)


def footer_button(name: str, icon: str, kind: str = "secondary") -> Button:
    """Return a button for ``show_result``; its name stays when its words are left away."""
    button = Button(name, kind, icon, tall=True)  # type: ignore[arg-type]
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
