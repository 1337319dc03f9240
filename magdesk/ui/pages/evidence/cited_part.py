"""Passages with their sources, as the panel and the expectation show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.knowledge.bibliography import Reference
from magdesk.ui.cited_text.passages import Passage
from magdesk.ui.cited_text.rich_text import passages_html, sources_html
from magdesk.ui.cited_text.text_view import TextView
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage


class TextPart(QWidget):
    """A text and below it the numbered sources; it stands in a page that scrolls."""

    def __init__(self, name: str, page: ScrollPage) -> None:
        super().__init__()
        self.text = TextView(name, page)
        self.sources = TextView(self.tr("Sources"), page)
        column = spaced(QVBoxLayout(self), 4 * unit(self))
        column.addWidget(self.text)
        column.addWidget(self.sources)
        self.setFocusProxy(self.text)

    def show_passages(self, passages: Sequence[Passage], references: Sequence[Reference]) -> None:
        """Show this text."""
        heading = self.tr("Sources")
        self.text.show_text(lambda look: passages_html(passages, references, look))
        self.sources.setVisible(bool(references))
        self.sources.show_text(lambda look: sources_html(heading, references, look))
