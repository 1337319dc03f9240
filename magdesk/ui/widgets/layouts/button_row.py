"""A row of words and buttons whose buttons leave their words away where there is no room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QWidget

from magdesk.ui.widgets.buttons import Button


def leave_words(buttons: Iterable[Button], missing: float) -> None:
    """Turn as many of these buttons into icons, from the first on, as so many pixels ask for."""
    for button in buttons:
        short = missing > 0 and button.can_be_short
        if short:
            missing -= button.width_px(short=False) - button.width_px(short=True)
        button.leave_words(short)


class ButtonRow(QHBoxLayout):
    """Buttons with an icon become that icon, from the first on: the last one keeps its words.

    ``quiet`` is hidden where what is left for it would make the row higher than its buttons.
    """

    def __init__(self, parent: QWidget | None = None, quiet: QWidget | None = None) -> None:
        super().__init__()
        self._quiet = quiet
        self._leaves_quiet = False
        if parent is not None:
            parent.setLayout(self)

    def leave_quiet(self, leave: bool) -> None:
        """Leave the quiet words out, however much room there is, or let the room decide."""
        self._leaves_quiet = leave
        self._fit(self.geometry().width())

    def minimumSize(self) -> QSize:
        """As narrow as it gets when every word that can be is left away."""
        least = super().minimumSize()
        saved = sum(each.sizeHint().width() - each.width_px(short=True) for each in self._short())
        return QSize(max(0, least.width() - saved), least.height())

    def setGeometry(self, rect: QRect) -> None:
        self._fit(rect.width())
        super().setGeometry(rect)

    def _fit(self, room: int) -> None:
        around = self.contentsMargins()
        room -= around.left() + around.right()
        items = [each for each in self._items() if not each.isEmpty() and each.spacerItem() is None]
        buttons = self._short()
        gaps = self.spacing() * max(0, len(items) - 1)
        needed = sum(each.minimumSize().width() for each in items) + gaps
        needed += sum(each.width_px(short=False) - each.sizeHint().width() for each in buttons)
        leave_words(buttons, needed - room)
        if self._quiet is not None:
            beside = sum(each.minimumSize().width() for each in items if each.widget() is not None)
            left = room - beside - gaps
            fits = self._quiet.heightForWidth(max(1, left)) <= self._quiet_most()
            shown = fits and not self._leaves_quiet
            if shown == self._quiet.isHidden():
                self._quiet.setVisible(shown)
                QTimer.singleShot(0, self, self.update)  # what is changed in a layout comes late

    def _quiet_most(self) -> int:
        """Return the height in pixels that quiet words may take: two lines, and their leading."""
        assert self._quiet is not None
        return round(2.8 * self._quiet.fontMetrics().height())

    def _items(self) -> list[QLayoutItem]:
        found = (self.itemAt(place) for place in range(self.count()))
        return [item for item in found if item is not None]

    def _short(self) -> list[Button]:
        widgets = [item.widget() for item in self._items()]
        shown = [each for each in widgets if isinstance(each, Button) and not each.isHidden()]
        return [button for button in shown if button.can_be_short and button.text()]
