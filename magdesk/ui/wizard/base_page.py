"""What every page of the wizard has in common: margins, a title, and a place for the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from magdesk.ui.theme import unit
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.scroll import ScrollPage

_TOP, _RIGHT = 26.0, 24.0


class BasePage(ScrollPage):
    """A page that scrolls; its content begins at ``left_u`` and is ``width_u`` wide at most."""

    def __init__(self, left_u: float, width_u: float, parent: QWidget | None = None) -> None:
        # The scroll page counts the right margin twice, for the left one too.
        super().__init__(width_u + left_u - _RIGHT, parent)
        self.left_u, self.width_u = left_u, width_u
        one = unit(self)
        self.body.setContentsMargins(
            round(left_u * one), round(_TOP * one), round(_RIGHT * one), round(_RIGHT * one)
        )
        # Always there and painted only where needed: else each long page is laid out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        canvas = self.content.parentWidget()
        assert canvas is not None
        # The sum of all minimum heights is that of the narrowest page, not of what is shown.
        canvas.setMinimumHeight(1)

    def first(self) -> QWidget:
        """Return where the focus goes when the page opens."""
        raise NotImplementedError

    def title_words(self) -> str:
        """Return what a screen reader says when the page opens."""
        raise NotImplementedError

    def announce_title(self) -> None:
        """Say the title to a screen reader."""
        announce(self, self.title_words())
