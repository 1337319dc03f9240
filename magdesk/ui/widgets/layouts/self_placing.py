"""The base of widgets that place their parts themselves, where a layout for each is felt."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

Places = list[tuple[QWidget, QRect]]


class SelfPlacing(QWidget):
    """Remembers for each width where its parts go; ``arranged`` of a subclass finds it out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[int, Places] = {}

    def arranged(self, width: int) -> Places:
        """Return each part with its place at this width."""
        raise NotImplementedError

    def place_again(self) -> None:
        """Find room for what is shown now, and have the page ask for the new height."""
        self._places.clear()
        self._place()
        self.updateGeometry()

    # --- what Qt asks -----------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(box.bottom() + 1 for _, box in self._placed(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.place_again()

    def _place(self) -> None:
        for part, box in self._placed(self.width()):
            part.setGeometry(box)

    def _placed(self, width: int) -> Places:
        known = self._places.get(width)
        if known is None:
            known = self._places[width] = self.arranged(width)
        return known
