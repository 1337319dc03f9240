"""What keeps the thread of a result: a chip, a way back, and the line after a stop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import IconLabel, Panel
from magdesk.ui.widgets.choices.chips import ClosableChip
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph


class ResultThread(QObject):
    """Chip and link for the toolbar; hidden until forms come from a result."""

    left = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = ClosableChip(self.tr("From your result"), parent)
        self.chip.identifier("compare.from_result")
        self.chip.setAccessibleName(self.tr("From your result: show all forms again"))
        self.chip.setToolTip(self.tr("Show all forms again"))
        self.back = Button(self.tr("Back to my result"), "link", parent=parent)
        self.back.identifier("compare.back_to_result")
        self.chip.clicked.connect(self.left)
        self.back.clicked.connect(self.back_asked)
        self.set_shown(False)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """Both, in their order."""
        return (self.chip, self.back)

    def set_shown(self, shown: bool) -> None:
        """Show both, or hide them."""
        for widget in self.widgets:
            widget.setVisible(shown)


class StopLine(Panel):
    """Says that the answers ask to see somebody first; stands until they are cleared."""

    _HEIGHT = 34.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("caution_tint", ("bottom",), parent)
        self.identifier("compare.stop")
        one = unit(self)
        row = spaced(QHBoxLayout(self), 8 * one, 18 * one, 5 * one, 15 * one, 5 * one)
        row.addWidget(IconLabel("alert", "caution_text", 16.0))
        words = self.tr(
            "Your answers say: ask first, before you take magnesium. Read here, but do not start."
        )
        self.words = Paragraph(words, single=True)
        row.addWidget(self.words, 1)
        self.setMinimumHeight(round(self._HEIGHT * one))
        self.setAccessibleName(words)
        self.hide()
