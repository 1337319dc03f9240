"""A line of the result that tells, when asked, the reason and the source behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from PySide6.QtCore import QCoreApplication, QRect, QSignalBlocker, QSize, Signal

from magdesk.knowledge.bibliography import Bibliography
from magdesk.report.blocks import Origin
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.bullet_line import INDENT, BulletLine, InlineLink
from magdesk.ui.widgets.layouts.self_placing import Places, SelfPlacing
from magdesk.ui.widgets.text import Paragraph, escape

translate = QCoreApplication.translate
_TAG = re.compile(r"<[^>]+>")
_BESIDE = 330.0
"""Width in u from which *Why?* stands beside the text, else below it."""


def origin_html(origin: Origin, bibliography: Bibliography, *, detailed: bool) -> str:
    """Return the origin as simple HTML, one part a line."""
    parts: list[tuple[str, str]] = []
    if origin.answers:
        said = "; ".join(dict.fromkeys(answer.text for answer in origin.answers))
        parts.append((translate("origin", "You said:"), in_local_figures(f"{said}.")))
    if origin.detail and (detailed or not origin.sources):
        parts.append((translate("origin", "In detail:"), in_local_figures(origin.detail)))
    if origin.weight:
        parts.append((translate("origin", "On its own:"), origin.weight))
    if origin.sources:
        parts.append(
            (
                translate("origin", "Source:"),
                "; ".join(_citations(origin.sources, bibliography)) + ".",
            )
        )
    if origin.rules and detailed:
        parts.append((translate("origin", "Rule:"), ", ".join(rule.id for rule in origin.rules)))
    return "<br>".join(f"<b>{escape(lead)}</b> {escape(text)}" for lead, text in parts)


def _citations(keys: Iterable[str], bibliography: Bibliography) -> list[str]:
    texts = []
    for key in keys:
        reference = bibliography[key]
        doi = f", doi:{reference.doi}" if reference.doi else ""
        texts.append(reference.citation.rstrip(".") + doi)
    return texts


class WhyLine(SelfPlacing):
    """A line with *Why?*, which shows the rule, the answer and the source below it.

    ``change_asked`` tells the question whose answer is to be changed, where the line offers that.
    """

    change_asked = Signal(str)

    def __init__(
        self,
        html: str,
        origin: Origin,
        bibliography: Bibliography,
        icon: str | None = None,
        *,
        change: str = "",
        change_name: str = "",
    ) -> None:
        super().__init__()
        self._origin = origin
        self._bibliography = bibliography
        self._detailed = False
        self._has_icon = icon is not None
        self._line = BulletLine(html, icon, parent=self) if icon else Paragraph(html, parent=self)
        self.button = InlineLink(self.tr("Why?"), parent=self)
        self.button.setCheckable(True)
        self.button.setAccessibleName(self.tr("Why: {}").format(_plain(html)))
        self.button.setAccessibleDescription(self.tr("Shows the reason and the source"))
        self.button.toggled.connect(self._open)
        self._change: InlineLink | None = None
        if change:
            self._change = InlineLink(self.tr("Change"), parent=self)
            self._change.setAccessibleName(self.tr("Change: {}").format(change_name))
            self._change.identifier(f"result.change.{change}")
            self._change.clicked.connect(self._ask_change)
        self._question = change
        self._details: Paragraph | None = None

    def origin(self) -> Origin:
        """Return what stands behind the line; asked for when the line is first opened."""
        return self._origin

    def set_detailed(self, detailed: bool, *, is_open: bool) -> None:
        """Tell the origin in full or in plain words, at once or when it is asked for."""
        if detailed == self._detailed:
            return
        self._detailed = detailed
        if self._details is not None:
            self._details.setText(self._words())
            self.place_again()
        with QSignalBlocker(self.button):  # nothing is announced that was not asked for
            self.button.setChecked(is_open)
        self._show_details(is_open)

    def _words(self) -> str:
        return origin_html(self.origin(), self._bibliography, detailed=self._detailed)

    def _ask_change(self) -> None:
        self.change_asked.emit(self._question)

    def _open(self, on: bool) -> None:
        self._show_details(on)
        if on and self._details is not None:
            announce(self.button, self._details.text())

    def _show_details(self, on: bool) -> None:
        if self._details is None:
            if not on:
                return
            self._details = Paragraph(self._words(), "small", "text2", parent=self)
        self._details.setVisible(on)
        self.button.setText(self.tr("Hide") if on else self.tr("Why?"))
        self.place_again()

    # --- where the parts go -----------------------------------------------------------------

    def sizeHint(self) -> QSize:
        line, button = self._line.sizeHint(), self.button.sizeHint()
        return QSize(line.width() + button.width(), max(line.height(), button.height()))

    def arranged(self, width: int) -> Places:
        one = unit(self)
        button = self.button.sizeHint()
        links = [self.button] if self._change is None else [self.button, self._change]
        breadth = sum(link.sizeHint().width() for link in links)
        if width >= round(_BESIDE * one):
            left = width - breadth
            text, top = left - round(4 * one), 0
            tall = self._line.heightForWidth(text)
        else:
            # its ring has room already
            left = round((INDENT - RESERVE - 1) * one) if self._has_icon else 0
            text, top = width, self._line.heightForWidth(width)
            tall = top
        places: Places = [(self._line, QRect(0, 0, text, tall))]
        for link in links:
            wide = min(link.sizeHint().width(), max(0, width - left))
            places.append((link, QRect(left, top, wide, button.height())))
            left += wide
        if self._details is not None and not self._details.isHidden():
            below = max(tall, top + button.height()) + round(2 * one)
            room = QRect(0, below, width, self._details.heightForWidth(width))
            places.append((self._details, room))
        return places


def bold(lead: str, text: str) -> str:
    """Return the lead in bold before the text, as HTML."""
    return f"<b>{escape(lead)}</b> {escape(text)}"


def _plain(html: str) -> str:
    """Return simple HTML as it reads."""
    return unescape(_TAG.sub(" ", html)).replace("  ", " ").strip()
