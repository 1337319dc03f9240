"""A group of answers under a heading: a real group, whose title a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QLayout, QSizePolicy, QWidget

from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import let_wrap

_GAP = 4.0
_BESIDE = 9.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class ChoiceBox(Drawn, QGroupBox):
    """Paints its title and a quiet line beside or below it; ``shown`` false leaves both out.

    The title is the group's accessible name either way, the quiet line its description.
    """

    def __init__(
        self,
        title: str,
        layout: QLayout,
        quiet: str = "",
        parent: QWidget | None = None,
        *,
        shown: bool = True,
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._shown = shown
        self.setFlat(True)
        self._title = title  # Qt would call every part without a name by the title of its box
        self.setAccessibleName(title)
        self.setAccessibleDescription(quiet)
        let_wrap(self, QSizePolicy.Policy.Expanding)
        self.setLayout(layout)
        self._leave_room(0)

    def head_words(self) -> str:
        """Return what is painted above the choices."""
        return f"{self._title} {self._quiet}".strip() if self._shown else ""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return self._head_height(width) + (0 if layout is None else layout.heightForWidth(width))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(0 if layout is None else layout.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._leave_room(event.size().width())  # the group's own frame is not painted

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._leave_room(self.width())

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        if not self._shown:
            return
        title, quiet = self._places(self.width())
        painter.setPen(theme.color("text"))
        painter.setFont(self._title_font())
        painter.drawText(title, _WRAP, self._title)
        if self._quiet:
            painter.setPen(theme.color("text2"))
            painter.setFont(self._quiet_font())
            painter.drawText(quiet, _WRAP, self._quiet)

    # --- the heading ------------------------------------------------------------------------

    def _title_font(self) -> QFont:
        return scaled_font(self, 1.06, 650)

    def _quiet_font(self) -> QFont:
        return scaled_font(self, 0.93)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Title and quiet line: beside each other where both fit one line, else below."""
        large, small = QFontMetrics(self._title_font()), QFontMetrics(self._quiet_font())
        space = QRect(0, 0, max(1, width), _TALL)
        title = large.boundingRect(space, _WRAP, self._title)
        left = round(title.width() + _BESIDE * unit(self))
        if left + small.horizontalAdvance(self._quiet) < width:
            lower = large.ascent() - small.ascent()
            return title, QRect(left, lower, width - left, small.height())
        quiet = small.boundingRect(space, _WRAP, self._quiet)
        return title, QRect(0, title.height(), width, quiet.height())

    def _head_height(self, width: int) -> int:
        if not self._shown:
            return 0
        title, quiet = self._places(width)
        bottom = max(title.bottom(), quiet.bottom() if self._quiet else 0) + 1
        return round(bottom + _GAP * unit(self))

    def _leave_room(self, width: int) -> None:
        self.setContentsMargins(0, self._head_height(width), 0, 0)
