"""A question asked where it arises, with yes and no; nothing is lost before it is answered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph


class InPlaceQuestion(QWidget):
    """A question in place, with yes and no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = spaced(QHBoxLayout(self), 8 * unit(self))
        self.words = Paragraph("", weight=600, parent=self)
        self.yes = Button(self.tr("Take them out"), parent=self)
        self.no = Button(self.tr("Keep them"), parent=self)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.hide()

    def ask(self, words: str) -> None:
        """Show the question, and lead the focus to the answer that loses nothing."""
        self.words.setText(words)
        self.no.setAccessibleDescription(words)
        self.yes.setAccessibleDescription(words)
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
