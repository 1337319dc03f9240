"""Passages with their sources, as the panel and the expectation show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QUrl
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from magdesk.knowledge.bibliography import Reference
from magdesk.ui.cited_text.passages import Passage
from magdesk.ui.cited_text.rich_text import passages_html, sources_html, text_look
from magdesk.ui.cited_text.text_view import TextView
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.links.link_opening import open_address
from magdesk.ui.widgets.scroll import ScrollPage


class TextPart(QWidget):
    """A text and below it the numbered sources; it stands in a page that scrolls."""

    def __init__(self, name: str, scroll: ScrollPage) -> None:
        super().__init__()
        self._scroll = scroll
        self.text = TextView(name)
        self.sources = TextView(self.tr("Sources"))
        column = spaced(QVBoxLayout(self), 4 * unit(self))
        column.addWidget(self.text)
        column.addWidget(self.sources)
        for view in (self.text, self.sources):
            view.anchorClicked.connect(self._follow)
            view.scroll_asked.connect(self._scroll_by)
            view.part_reached.connect(self._show_link)
        self.setFocusProxy(self.text)

    def show_passages(self, passages: Iterable[Passage], references: Sequence[Reference]) -> None:
        """Show this text in the fonts and colours of the moment."""
        look = text_look(self)
        self.text.show_html(passages_html(passages, references, look))
        self.sources.setVisible(bool(references))
        self.sources.show_html(sources_html(self.tr("Sources"), references, look))

    def _follow(self, address: QUrl) -> None:
        """Open a source in the browser; the program itself opens no connection."""
        open_address(self, address.toString())

    def _scroll_by(self, action: QAbstractSlider.SliderAction) -> None:
        self._scroll.verticalScrollBar().triggerAction(action)

    def _show_link(self, rect: QRect) -> None:
        view, page = self.sender(), self._scroll.widget()
        if isinstance(view, TextView) and page is not None:
            place = view.mapTo(page, rect.center())
            self._scroll.ensureVisible(place.x(), place.y(), 0, round(40 * unit(self)))
