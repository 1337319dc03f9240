"""A link as a control of its own: it says what it opens, and gives its address away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence

from magdesk.ui.widgets.access.accessible_roles import as_link
from magdesk.ui.widgets.access.focus import LEAST_TARGET
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.links.link_opening import open_address


class LinkButton(Button):
    """Opens ``address`` in the browser; ``what`` names it where the text alone would not.

    Ctrl+C and its menu copy the address. Where nothing opens, the window says so.
    """

    def __init__(self, text: str, address: str, what: str = "") -> None:
        super().__init__(text.replace("&", "&&"), "link")
        self.address = address
        self.height_u = LEAST_TARGET
        as_link(self)
        self.setAccessibleName(self.tr("Open in the browser: {page}").format(page=what or text))
        self.setAccessibleDescription(address)
        self.setToolTip(address)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(self.tr("Copy the address"), self)
        copy.triggered.connect(self.copy_address)
        self.addAction(copy)
        self.clicked.connect(self._open)

    def measure(self, one: float) -> tuple[float, float]:
        width, height = super().measure(one)
        return max(width, LEAST_TARGET), max(height, LEAST_TARGET)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C for the address while the link has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and self._copies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._copies(event):
            self.copy_address()
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy_address(self) -> None:
        """Put the address onto the clipboard."""
        QGuiApplication.clipboard().setText(self.address)

    @Slot()
    def _open(self) -> None:
        open_address(self, self.address)

    def _copies(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
