"""What can be said on the phone, to read out or to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.text import Paragraph, escape


class PhoneBox(Card):
    """Quotes the words, with *Copy* beside their title."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="window")
        self._words = words
        row = QHBoxLayout()
        title = Paragraph(self.tr("To say on the phone"), "small", weight=650)
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        copy = Button(self.tr("Copy"), "ghost", "copy")
        copy.identifier("wizard.copy_phone")
        copy.setAccessibleName(self.tr("Copy what you can say on the phone"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        self.body.addLayout(row)
        self.body.addWidget(Paragraph(escape(f"“{words}”"), "lead"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        announce(self, self.tr("Copied"))
