"""The wizard's side: the steps, what happens to answers, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.step_list import State, StepList
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.text import Heading, Paragraph

WIDTH = 208.0
Step = tuple[str, str, str, State]


class Side(Panel):
    """A list at the left, or a bar on top where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", ("right",), parent)
        one = unit(self)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setSpacing(round(8 * one))
        self.title = Heading(self.tr("Find a form that fits"), "section")
        self._here = Paragraph("", "small", "text2")
        self.steps = StepList()
        self._privacy = Paragraph(self.privacy_words(), "small", "text3")
        self.restart = Button(self.tr("Start again"), "ghost", "back").identifier("wizard.restart")
        self.restart.setAccessibleDescription(self.tr("Clears every answer"))
        self.undo = Button(self.tr("Bring answers back"), "ghost", "forward")
        self.undo.identifier("wizard.undo_restart")
        self.undo.setAccessibleDescription(self.tr("Undoes the last start again"))
        self.leave = Button(self.tr("Leave the questions"), "ghost", "close")
        self.leave.identifier("wizard.leave")
        self.leave.setAccessibleDescription(self.tr("Your answers stay until you start again"))
        indent = round(8 * one)
        for label in (self.title, self._privacy):
            label.setContentsMargins(indent, 0, 0, 0)
        upper: tuple[QWidget, ...] = (self.title, self._here, self.steps)
        for widget in upper:
            self._box.addWidget(widget)
        self._box.addStretch(1)
        for widget in (self._privacy, self.undo, self.restart, self.leave):
            self._box.addWidget(widget)
        self._narrow = True
        self.set_narrow(False)

    def privacy_words(self) -> str:
        """Return what happens to the answers."""
        return self.tr("Answers stay on this computer. Nothing is saved.")

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show how far each step is."""
        self.steps.set_steps(steps)
        current = next((n for n, step in enumerate(steps) if step[3] == "current"), 0)
        words = self.tr("Step {number} of {total}: {title}")
        self._here.setText(
            words.format(number=current + 1, total=len(steps), title=steps[current][1])
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what the first question says too, where the steps need the room."""
        super().resizeEvent(event)
        if self._narrow:
            return
        margins = self._box.contentsMargins()
        needed = margins.top() + margins.bottom()
        for widget in (self.title, self.steps, self._privacy, self.restart, self.leave):
            height = widget.heightForWidth(widget.width())
            needed += max(height, widget.sizeHint().height()) + self._box.spacing()
        if self.undo.isVisible():
            needed += self.undo.sizeHint().height() + self._box.spacing()
        self._privacy.setVisible(needed <= self.height())

    def set_narrow(self, narrow: bool) -> None:
        """Stand on top as a bar, or at the left."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._edges = ("bottom",) if narrow else ("right",)
        one = unit(self)
        for widget in (self.steps, self._privacy):
            widget.setVisible(not narrow)
        self._here.setVisible(narrow)
        self._here.setWordWrap(not narrow)
        self.title.setVisible(not narrow)
        self.leave.setText(self.tr("Leave") if narrow else self.tr("Leave the questions"))
        if narrow:
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
            self._box.setContentsMargins(
                round(16 * one), round(4 * one), round(8 * one), round(4 * one)
            )
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self._box.setDirection(QBoxLayout.Direction.TopToBottom)
            self._box.setContentsMargins(
                round(10 * one), round(12 * one), round(11 * one), round(12 * one)
            )
            self.setFixedWidth(round(WIDTH * one))
