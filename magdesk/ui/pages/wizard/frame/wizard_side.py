"""The wizard's side: the steps, what happens to answers, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.frame.step_list import State, StepList
from magdesk.ui.pages.wizard.page_walk import PageWalk
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.layouts.button_row import leave_words
from magdesk.ui.widgets.text import Heading, Paragraph

WIDTH = 200.0
CHECK_STEP, RESULT_STEP = "check", "result"
Step = tuple[str, str, str, State]


class Side(Panel):
    """A list at the left, or one row with a menu on top where the window is narrow."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", ("right",), parent)
        one = unit(self)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setSpacing(round(6 * one))
        self.title = Heading(self.tr("Find a form that fits"), "section")
        self.here = Button("", "ghost", "chevron_down", self, icon_after=True)
        self.here.identifier("wizard.steps")
        self.here.clicked.connect(self._open_menu)
        self.steps = StepList()
        self.steps.step_chosen.connect(self.step_chosen)
        self._steps: Sequence[Step] = ()
        self._privacy = Paragraph(self.privacy_words(), "small", "text3")
        self.new_person = Button(self.tr("New person"), "ghost", "person")
        self.new_person.identifier("wizard.new_person")
        self.new_person.setAccessibleDescription(self.tr("Clears every answer, tick and filter"))
        self.confirm = Button(self.tr("Clear all answers"), "secondary", "close")
        self.confirm.identifier("wizard.new_person.confirm")
        self.keep = Button(self.tr("Keep them"), "ghost")
        self.keep.identifier("wizard.new_person.keep")
        self.leave = Button(self.tr("Leave the questions"), "ghost", "close")
        self.leave.identifier("wizard.leave")
        self.leave.setAccessibleDescription(
            self.tr("Your answers stay until another person begins")
        )
        indent = round(8 * one)
        for label in (self.title, self._privacy):
            label.setContentsMargins(indent, 0, 0, 0)
        for widget in (self.title, self.here, self.steps):
            self._box.addWidget(widget)
        self._box.addStretch(1)
        for below in (self._privacy, self.confirm, self.keep, self.new_person, self.leave):
            self._box.addWidget(below)
        self._narrow = True
        self.ask_confirm(False)
        self.set_narrow(False)

    def privacy_words(self) -> str:
        """Return what happens to the answers."""
        return self.tr("Answers stay on this computer. Nothing is saved unless you say so.")

    def ask_confirm(self, asks: bool) -> None:
        """Ask whether everything is to be cleared, in the place of *New person*."""
        self.confirm.setVisible(asks)
        self.keep.setVisible(asks)
        self.new_person.setVisible(not asks)
        self._fit()

    def tell(self, walk: PageWalk) -> None:
        """Show how far each step is, and where one is."""
        steps = self._steps_of(walk)
        self._steps = steps
        self.steps.set_steps(steps)
        current = next((step for step in steps if step[3] == "current"), steps[0])
        words = current[2] or current[1]
        self.here.setText(words)
        self.here.setAccessibleName(self.tr("{here}. All steps").format(here=words))
        self.here.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._narrow:
            return
        margins = self._box.contentsMargins()
        needed = margins.top() + margins.bottom()
        room = self.width() - margins.left() - margins.right()  # what is hidden has an older width
        shown: list[QWidget] = [self.title, self.steps, self._privacy, self.leave]
        shown += [self.confirm, self.keep] if self.confirm.isVisible() else [self.new_person]
        for widget in shown:
            height = widget.heightForWidth(room)
            needed += max(height, widget.sizeHint().height()) + self._box.spacing()
        self._privacy.setVisible(needed <= self.height())

    def set_narrow(self, narrow: bool) -> None:
        """Stand on top as a row with a menu, or at the left."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._edges = ("bottom",) if narrow else ("right",)
        one = unit(self)
        for widget in (self.steps, self._privacy, self.title):
            widget.setVisible(not narrow)
        self.here.setVisible(narrow)
        self.leave.setText(self.tr("Leave") if narrow else self.tr("Leave the questions"))
        if narrow:
            self._box.setDirection(QBoxLayout.Direction.LeftToRight)
            self._box.setContentsMargins(*(round(u * one) for u in (16, 2, 8, 2)))
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self._fit_row()
        else:
            leave_words((self.confirm, self.new_person, self.leave), 0)
            self._box.setDirection(QBoxLayout.Direction.TopToBottom)
            self._box.setContentsMargins(*(round(u * one) for u in (10, 12, 11, 12)))
            self._fit_width()

    def _fit(self) -> None:
        if self._narrow:
            self._fit_row()
        else:
            self._fit_width()

    def _fit_row(self) -> None:
        """Leave away words of the ways out where the row has no room for all."""
        ways = [each for each in (self.confirm, self.new_person, self.leave) if not each.isHidden()]
        parts = (self.here, self.keep, *ways)
        shown = [each for each in parts if not each.isHidden()]
        around = self._box.contentsMargins()
        needed = sum(each.width_px(short=False) + self._box.spacing() for each in shown)
        leave_words(ways, needed + around.left() + around.right() - self.width())

    def _steps_of(self, walk: PageWalk) -> list[Step]:
        steps: list[Step] = []
        for number, page in enumerate(walk.sheet.decision.pages, 1):
            state = walk.state(page.id)
            note = self.tr("Page {number} of {count}").format(number=number, count=walk.count)
            steps.append(
                (page.id, page.step or page.title, note if state == "current" else "", state)
            )
        return [*steps, self._check_step(walk), self._result_step(walk)]

    def _check_step(self, walk: PageWalk) -> Step:
        title, kind = self.tr("Check answers"), walk.place.kind
        if kind == "check":
            words = self.tr("%n answer(s)", "", len(walk.sheet.answers))
            return CHECK_STEP, title, words, "current"
        passed = kind == "result" and not walk.ends_early
        return CHECK_STEP, title, "", "done" if passed else "todo"

    def _result_step(self, walk: PageWalk) -> Step:
        title = self.tr("Result")
        if walk.place.kind != "result":
            return RESULT_STEP, title, "", "todo"
        advice = walk.sheet.advice()
        short = walk.sheet.decision.levels[advice.level].short
        words = short if advice.complete else self.tr("Not finished")
        return RESULT_STEP, title, words, "current"

    def _fit_width(self) -> None:
        """Be as wide as the list asks for, or as its longest words need."""
        around = self._box.contentsMargins()
        parts = (*self.steps.items, self.title, self.leave, self.new_person, self.confirm)
        widest = max(part.sizeHint().width() for part in parts)
        wide = max(round(WIDTH * unit(self)), widest + around.left() + around.right())
        if self.width() != wide:
            self.setFixedWidth(wide)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for step, title, _, state in self._steps:
            action = menu.addAction(title)
            action.setData(step)
            action.setEnabled(state == "done")
        menu.triggered.connect(self._take_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.here.mapToGlobal(QPoint(0, self.here.height())))

    def _take_action(self, action: QAction) -> None:
        self.step_chosen.emit(str(action.data()))
