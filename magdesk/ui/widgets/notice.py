"""A problem told at the head of the window, until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_notice
from magdesk.ui.widgets.buttons import IconButton
from magdesk.ui.widgets.cards import Note, Panel


class Notice(Panel):
    """A note with a button that closes it; a screen reader reads it when it is shown."""

    def __init__(self, text: str) -> None:
        super().__init__("window", ("bottom",))
        one = unit(self)
        row = QHBoxLayout(self)
        margin = round(8 * one)
        row.setContentsMargins(round(18 * one), margin, margin, margin)
        row.addWidget(Note("caution", "", text), 1)
        self.shut = IconButton("close", self.tr("Close this message"))
        self.shut.clicked.connect(self.close_now)
        row.addWidget(self.shut)
        as_notice(self, text)

    @Slot()
    def close_now(self) -> None:
        """Take the message away."""
        self.hide()
        self.deleteLater()
