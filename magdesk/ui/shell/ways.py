"""The ways between pages: what one page asks for, another shows. No page knows another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from magdesk.ui.pages.compare.page import ComparePage
    from magdesk.ui.pages.label.page import LabelPage
    from magdesk.ui.pages.learn.page import LearnPage


@runtime_checkable
class WorksOut(Protocol):
    """A page that fills in a number of the answers."""

    def work_out(self, question: str) -> None:
        """Begin to work out the answer to this question."""


class Ways(QObject):
    """Its slots bring a page to the front and hand it what another page told.

    ``show_page`` brings a page to the front by name, ``page`` returns one if it was built.
    ``keys_asked`` is told on when a page asks for the list of keys, ``save_asked`` and
    ``open_asked`` when it asks for the file of answers and products, ``person_left`` when
    nothing of the last person may stay on any page.
    """

    keys_asked = Signal()
    problem_told = Signal(str)
    save_asked = Signal()
    open_asked = Signal()
    person_left = Signal()

    def __init__(
        self,
        show_page: Callable[[str], QWidget],
        page: Callable[[str], QWidget | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._show = show_page
        self._page = page
        self._take_along_from = "wizard"
        self.stop_stands = False
        """Whether a result says that magnesium has to wait."""

    @property
    def compare(self) -> ComparePage:
        """The comparison, brought to the front."""
        return cast("ComparePage", self._show("compare"))

    @Slot(str)
    def say(self, problem: str) -> None:
        """Tell a problem at the head of the window."""
        self.problem_told.emit(problem)

    @Slot()
    def open_wizard(self) -> None:
        """Go to the questions."""
        self._go("wizard")

    @Slot()
    def leave_wizard(self) -> None:
        """Go from the questions to the table."""
        self._go("compare")

    @Slot()
    def open_safety(self) -> None:
        """Go to what is proven and what could go wrong."""
        self._go("safety")

    @Slot(str)
    def go_back(self, name: str) -> None:
        """Go to the page that was in front before."""
        self._go(name)

    @Slot(str)
    def open_learn(self, slug: str) -> None:
        cast("LearnPage", self._show("learn")).open_page(slug)

    @Slot(list)
    def show_from_result(self, forms: list[str]) -> None:
        """Show the forms of a result in the table; the first is the closest fit."""
        self.compare.show_from_result(forms, forms[0])

    @Slot(bool)
    def tell_stop(self, stands: bool) -> None:
        """Let the table say that magnesium has to wait, or say it no more."""
        self.stop_stands = stands
        compare = self._page("compare")
        if compare is not None:
            cast("ComparePage", compare).set_stop(stands)

    @Slot(str)
    def open_label(self, question: str) -> None:
        """Work out an amount of magnesium: of products, or of food."""
        page = self._show("label")
        if isinstance(page, WorksOut):
            page.work_out(question)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def read_label(self, text: str) -> None:
        """Read a label that was typed on another page."""
        page = cast("LabelPage", self._show("label"))
        page.open_text(text)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def plan_day(self) -> None:
        """Go to the plan of a day, with the medicines of the answers."""
        self._go("day")

    @Slot()
    def open_take_along(self) -> None:
        """Show the page to take along, as it will be printed."""
        self._take_along_from = "wizard"
        self._go("take_along")

    @Slot()
    def open_planned_to_take_along(self) -> None:
        """Show the page to take along from the plan of a day, and go back there."""
        self._take_along_from = "day"
        self._go("take_along")

    @Slot()
    def leave_take_along(self) -> None:
        """Go back to where the page to take along was opened."""
        self._go(self._take_along_from)

    @Slot()
    def forget_person(self) -> None:
        """Forget the last person on every page: a stop that stood, stands no more."""
        self.stop_stands = False
        self.person_left.emit()

    @Slot()
    def forget_forms(self) -> None:
        """Show every form again, once the table is opened."""
        compare = self._page("compare")
        if compare is not None:
            cast("ComparePage", compare).forget_forms()

    @Slot(str)
    def read_form(self, form: str) -> None:
        """Open a form's detail beside the table."""
        self.compare.show_form(form)

    @Slot()
    def find_in_table(self) -> None:
        """Go to the search field of the table."""
        self.compare.find_in_table()

    def _go(self, name: str) -> None:
        self._show(name).setFocus(Qt.FocusReason.OtherFocusReason)
