"""A row of words and buttons whose buttons leave their words away where there is no room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.ui.widgets.buttons import Button

NO_ALIGNMENT = Qt.AlignmentFlag(0)


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
        self._beside: list[QWidget] = []
        if parent is not None:
            parent.setLayout(self)

    def leave_quiet(self, leave: bool) -> None:
        """Leave the quiet words out, however much room there is, or let the room decide."""
        self._leaves_quiet = leave
        self._fit(self.geometry().width())

    def addWidget(  # type: ignore[override]
        self,
        widget: QWidget,
        stretch: int = 0,
        alignment: Qt.AlignmentFlag = NO_ALIGNMENT,
    ) -> None:
        """Add the next widget."""
        self._beside.append(widget)
        super().addWidget(widget, stretch, alignment)

    def minimumSize(self) -> QSize:
        """As narrow as it gets when every word that can be is left away."""
        least = super().minimumSize()
        saved = sum(each.sizeHint().width() - each.width_px(short=True) for each in self._short())
        return QSize(max(0, least.width() - saved), least.height())

    def setGeometry(self, rect: QRect) -> None:
        self._fit(rect.width())
        super().setGeometry(rect)

    def _fit(self, room: int) -> None:
        buttons = self._short()
        needed = super().minimumSize().width()
        needed += sum(each.width_px(short=False) - each.sizeHint().width() for each in buttons)
        leave_words(buttons, needed - room)
        if self._quiet is None:
            return
        fits = self._quiet.heightForWidth(max(1, self._left_for_words(room))) <= self._quiet_most()
        shown = fits and not self._leaves_quiet
        if shown == self._quiet.isHidden():
            self._quiet.setVisible(shown)
            QTimer.singleShot(0, self, self.update)  # what is changed in a layout comes late

    def _left_for_words(self, room: int) -> int:
        """Return the pixels that the shown widgets leave of the row."""
        around = self.contentsMargins()
        shown = [each for each in self._beside if not each.isHidden()]
        taken = sum(each.minimumSizeHint().width() + self.spacing() for each in shown)
        return room - around.left() - around.right() - taken

    def _quiet_most(self) -> int:
        """Return the height in pixels that quiet words may take: two lines, and their leading."""
        assert self._quiet is not None
        return round(2.8 * self._quiet.fontMetrics().height())

    def _short(self) -> list[Button]:
        shown = [each for each in self._beside if isinstance(each, Button) and not each.isHidden()]
        return [button for button in shown if button.can_be_short and button.text()]
