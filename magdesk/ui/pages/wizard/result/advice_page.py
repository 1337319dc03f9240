"""What both kinds of result have in common: the advice as a report, its title, and its folds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.advice_document import advice_document
from magdesk.report.blocks import Section
from magdesk.report.reasons import Reason
from magdesk.ui.pages.wizard.frame.wizard_base_page import BasePage
from magdesk.ui.pages.wizard.questions.question_page import LEFT, WIDTH
from magdesk.ui.pages.wizard.result.told_lines import reason_lines, told_lines
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.widgets.amounts.figures_in_sentences import with_local_figures
from magdesk.ui.widgets.choices.fold_line import Fold


class AdvicePage(BasePage):
    """Tells when an answer is to be changed, or a form read about."""

    change_asked = Signal(str)
    read_asked = Signal(str)

    title: QLabel
    """Where the focus goes when the page opens."""

    def __init__(self, advice: Advice, library: Library) -> None:
        super().__init__(LEFT, WIDTH)
        self.advice = advice
        self._library = library
        self._document = with_local_figures(advice_document(advice, library))

    def first(self) -> QWidget:
        return self.title

    def forms(self) -> list[str]:
        """Return the ids of the forms listed, the closest first."""
        raise NotImplementedError

    def take_title(self, title: QLabel) -> None:
        """Begin here when the page opens."""
        name = f"result.{self.advice.level}"
        title.setObjectName(name)
        title.setAccessibleIdentifier(name)
        self.title = title

    def add_fold(
        self,
        name: str,
        title: str,
        quiet: str,
        build: Callable[..., Iterable[QWidget]],
        given: object,
    ) -> None:
        """Add a folded part that this method builds of what it is given."""
        fold = Fold(title, quiet)
        fold.line.identifier(f"result.{name}")
        fold.fill_with(build, given)
        fold.filled.connect(self.filled)
        self.body.add(fold)

    def section_lines(self, section: Section) -> Iterable[QWidget]:
        return told_lines(section, self._library)

    def reason_lines(self, told: Iterable[Reason]) -> Iterable[WhyLine]:
        return reason_lines(told, self._library, self.change_asked.emit)
