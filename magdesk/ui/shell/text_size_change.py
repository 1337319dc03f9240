"""Larger and smaller text in the open window: its pages are built again, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from magdesk.ui.look.text_size import USUAL, apply_zoom, larger, smaller
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.page_state import PageState, keep, scroll_back
from magdesk.ui.widgets.notice import Notice


class Rebuilt(Protocol):
    """What the window offers for it."""

    @property
    def built_pages(self) -> Mapping[str, QWidget]:
        """The pages that were built, by name."""

    def drop_pages(self) -> None:
        """Take down everything in the window."""

    def build_again(self, states: Mapping[str, PageState]) -> QWidget:
        """Build the navigation and the page in front; return that page."""

    def say(self, problem: str) -> None:
        """Show a problem at the head of the window."""


class TextSize(QObject):
    """Follows the setting ``zoom``; ``step`` changes it as the keys ask."""

    def __init__(self, window: QWidget, rebuilt: Rebuilt, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._rebuilt = rebuilt
        self._settings = settings
        self._states: dict[str, PageState] = {}
        self._due = QTimer(self, singleShot=True)  # one for all: building never overlaps
        self._due.timeout.connect(self._build_again)

    def step(self, way: str) -> None:
        """Go one step ``larger`` or ``smaller``, or back to the ``usual`` size."""
        now = self._settings.values.zoom
        wanted = {"larger": larger(now), "smaller": smaller(now), "usual": USUAL}[way]
        self._settings.change(zoom=wanted)

    def follow(self) -> None:
        """Build everything in the new size, once whatever asked for it is done."""
        self._due.start(0)

    @Slot()
    def _build_again(self) -> None:
        window, rebuilt = self._window, self._rebuilt
        identifier = _identifier(window.focusWidget())
        told = [notice.accessibleName() for notice in window.findChildren(Notice)]
        # a page that was not opened since the last change keeps the state of before
        self._states.update({name: keep(page) for name, page in rebuilt.built_pages.items()})
        window.setUpdatesEnabled(False)
        rebuilt.drop_pages()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_zoom(app, self._settings.values.zoom)
            QCoreApplication.sendPostedEvents()  # the window itself takes the font only now
        page = rebuilt.build_again(self._states)
        for problem in reversed(told):
            rebuilt.say(problem)
        arrangement = window.layout()
        assert arrangement is not None
        arrangement.activate()
        name = next(key for key, each in rebuilt.built_pages.items() if each is page)
        scroll_back(page, self._states[name])
        QTimer.singleShot(0, page, partial(scroll_back, page, self._states[name]))  # once laid out
        window.setUpdatesEnabled(True)
        again = window.findChild(QWidget, identifier) if identifier else None
        (again or page).setFocus(Qt.FocusReason.OtherFocusReason)


def _identifier(widget: QWidget | None) -> str:
    return "" if widget is None else widget.objectName()
