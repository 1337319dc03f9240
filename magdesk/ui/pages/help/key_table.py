"""Every key with what it does: as a part of Help, and as a dialog over any page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QGridLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

Keys = Sequence[tuple[str, str]]
"""Keys, and what they do."""

_KEYS_WIDTH = 215.0
_KEYS_SHARE = 0.4
_WIDTH, _HEIGHT = 560.0, 560.0
_SHARE_OF_ROOM = 0.9


_SCROLLING = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class KeyTable(QWidget):
    """Keys at the left, what they do at the right."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        one = unit(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(18 * one))
        grid.setVerticalSpacing(round(5 * one))
        grid.setColumnStretch(1, 1)
        for row, (pressed, meaning) in enumerate(keys):
            grid.addWidget(Paragraph(pressed, weight=650, single=True), 2 * row, 0)
            grid.addWidget(Paragraph(meaning, tone="text2", single=True), 2 * row, 1)
            grid.addWidget(Line(), 2 * row + 1, 0, 1, 2)
        self._grid = grid

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the keys one width, but leave what they do most of a narrow table."""
        super().resizeEvent(event)
        wide = min(_KEYS_WIDTH * unit(self), _KEYS_SHARE * self.width())
        self._grid.setColumnMinimumWidth(0, round(wide))


class ShortcutsDialog(QDialog):
    """The table of keys over the page one is on; Esc closes it."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, round(12 * one))
        self.area = ScrollPage()
        self.area.body.addWidget(Heading(self.tr("Keys"), "card"))
        self.area.body.addWidget(KeyTable(keys))
        self.area.body.addStretch(1)
        column.addWidget(self.area, 1)
        self.shut = Button(self.tr("Close"), "primary").identifier("shortcuts.close")
        self.shut.clicked.connect(self.accept)
        self.shut.setDefault(True)
        column.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignHCenter)
        size = QSize(round(_WIDTH * one), round(_HEIGHT * one))
        for room in (
            self.screen().availableSize(),
            parent.size() if parent else size / _SHARE_OF_ROOM,
        ):
            size = size.boundedTo(room * _SHARE_OF_ROOM)
        self.resize(size)
        self.shut.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll what does not fit: the button that closes is the only stop of the Tab key."""
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.area.verticalScrollBar().triggerAction(action)
