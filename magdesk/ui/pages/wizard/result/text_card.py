"""A card of the wizard: lines of text below each other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from magdesk.ui.pages.wizard.layouts.stacked_column import Column
from magdesk.ui.widgets.cards import Surface, card_margins, card_spacing


class TextCard(Surface):
    """Looks like every card; its ``body`` is laid out quickly, for a result holds ten of them."""

    def __init__(self, parent: QWidget | None = None, *, emphasis: bool = False) -> None:
        super().__init__(parent, emphasis=emphasis)
        self.body = Column(card_spacing(self))
        self.body.setContentsMargins(*card_margins(self))
        self.setLayout(self.body)
