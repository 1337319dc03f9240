"""Loads what a result needs while the person reads the questions."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "magdesk.knowledge.bibliography",
    "magdesk.knowledge.expectations",
    "magdesk.report.advice_document",
    "magdesk.report.plain_text",
    "magdesk.report.html",
    "magdesk.ui.widgets.amounts.hundred_people",
    "magdesk.ui.pages.wizard.result.phone_box",
    "magdesk.ui.pages.wizard.result.why_line",
    "magdesk.ui.pages.wizard.result.summary_card",
    "magdesk.ui.pages.wizard.result.ask_card",
    "magdesk.ui.pages.wizard.result.option_lines",
    "magdesk.ui.pages.wizard.result.result_drawings",
    "magdesk.ui.pages.wizard.result.advice_page",
    "magdesk.ui.pages.wizard.result.care_page",
    "magdesk.ui.pages.wizard.result.result_page",
    "magdesk.ui.pages.wizard.result.result_actions",
)
"""Each after those it needs, so that none takes longer than a key may wait."""

_PAUSE_MS = 40


class Ahead(QObject):
    """One module at a time, from when the wizard opens; a result that comes sooner loads itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.load_next)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to load."""
        return not self._left

    def load_next(self) -> None:
        """Load the next module, and stop after the last."""
        if self._left:
            importlib.import_module(self._left.pop(0))
        if self.is_done:
            self._timer.stop()
