"""What every page of the wizard has in common: margins, a title, and a place for the focus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.scroll import ScrollArea

_TOP, _RIGHT = 14.0, 24.0
_HINT_WIDE, _HINT_TALL = 36, 24
"""In lines of text: the most that Qt's own scroll area asks for."""


class _Canvas(QWidget):
    """What scrolls. It has no size of its own: else Qt lays it out once more, at that width."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class BasePage(ScrollArea):
    """A page that scrolls; its content begins at ``left_u`` and is ``width_u`` wide at most.

    ``filled`` tells that a folded part was opened for the first time, and built.
    """

    filled = Signal()

    def __init__(self, left_u: float, width_u: float) -> None:
        super().__init__()
        self.left_u, self.width_u = left_u, width_u
        one = unit(self)
        left, top, right = (round(u * one) for u in (left_u, _TOP, _RIGHT))
        self._canvas = _Canvas()
        self.content = self._canvas
        self.body = Column(widest=round((width_u + left_u - _RIGHT) * one) + 2 * right)
        self.body.setContentsMargins(left, top, right, right)
        self.content.setLayout(self.body)
        # Always there and painted only where needed: else each long page is laid out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it gets narrower
        self.set_canvas(self.content)

    def sizeHint(self) -> QSize:
        """Return the same for every page: it scrolls, and how long it is takes long to find out."""
        line = self.fontMetrics().height()
        return QSize(_HINT_WIDE * line, _HINT_TALL * line)

    def first(self) -> QWidget:
        """Return where the focus goes when the page opens."""
        raise NotImplementedError

    def title_words(self) -> str:
        """Return what a screen reader says when the page opens."""
        raise NotImplementedError

    def call(self, words: str) -> None:
        """Have a screen reader call the page so as one enters it."""
        as_page(self._canvas, words)

    def foot_choices(self) -> QWidget | None:
        """Return what stands in the foot, where nothing scrolls; mostly nothing."""
        return None

    def refresh(self) -> None:
        """Show what the answer sheet holds now."""
