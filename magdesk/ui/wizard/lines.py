"""Lines of the result: bullets, and lines that can say where they come from."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from magdesk.knowledge.bibliography import Bibliography
from magdesk.ui.icons import paint_icon
from magdesk.ui.theme import Theme, current_theme, unit
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.focus import LEAST_TARGET, RESERVE
from magdesk.ui.widgets.text import Size, escape
from magdesk.ui.wizard.origin import Origin, origin_html
from magdesk.ui.wizard.prose import Prose
from magdesk.ui.wizard.switch_box import SwitchBox

_DOT, _DOT_INDENT = 6.0, 16.0
_ICON, _INDENT = 16.0, 26.0
_TAG = re.compile(r"<[^>]+>")
_LINK_HEIGHT = 24.0
_BESIDE = 330.0
"""Width in u from which *Why?* stands beside the text, else below it."""


class BulletLine(Prose):
    """A dot or an icon, and text that wraps beside it."""

    def __init__(
        self,
        html: str,
        icon: str | None = None,
        ink: str = "text2",
        size: Size = "body",
        tone: str = "text",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._ink = ink
        super().__init__(html, size, tone, weight, parent)

    def indent_px(self) -> int:
        return round((_INDENT if self._icon else _DOT_INDENT) * self.one())

    def paint_mark(self, painter: QPainter, first_line: QRectF) -> None:
        side = (_ICON if self._icon else _DOT) * self.one()
        box = QRectF(0, 0, side, side)
        box.moveTop(first_line.center().y() - side / 2)
        color = current_theme().color(self._ink)
        if self._icon:
            paint_icon(painter, box, self._icon, color)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(box)


class InlineLink(Button):
    """A link no higher than the line of text beside it needs."""

    def __init__(self, text: str, ink: str = "link", parent: QWidget | None = None) -> None:
        super().__init__(text, "link", parent=parent)
        self._ink = ink
        self._hints: dict[str, QSize] = {}

    def ink(self, theme: Theme) -> QColor:
        return theme.color(self._ink)

    def sizeHint(self) -> QSize:
        known = self._hints.get(self.text())
        if known is None:
            one = unit(self)
            height = max(
                _LINK_HEIGHT * one, LEAST_TARGET, self.fontMetrics().height() + 2 * RESERVE * one
            )
            known = self._hints[self.text()] = QSize(super().sizeHint().width(), round(height))
        return known


class WhyLine(QWidget):
    """A line with *Why?*, which shows the rule, the answer and the source below it."""

    plain_detail = False
    """Whether the detail of the origin is in plain words too."""

    def __init__(
        self,
        html: str,
        origin: Origin,
        bibliography: Bibliography,
        icon: str | None = None,
        ink: str = "text2",
        size: Size = "body",
        link: str = "link",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        one = unit(self)
        self._origin = origin
        self._bibliography = bibliography
        self._detailed = False
        line = BulletLine(html, icon, ink, size) if icon else Prose(html, size)
        self.button = InlineLink(self.tr("Why?"), link)
        self.button.setCheckable(True)
        self.button.setAccessibleName(self.tr("Why: {}").format(_plain(html)))
        self.button.setAccessibleDescription(self.tr("Shows the rule, your answer and the source"))
        self.button.toggled.connect(self._open)
        indent = (_INDENT - RESERVE - 1) * one if icon else 0  # its ring has room already
        self._row = SwitchBox(_BESIDE * one, (1, 0), gap=4 * one, indent=indent)
        self._row.add(line)
        self._row.add(self.button)
        self.setLayout(self._row)
        self._details: Prose | None = None

    def origin(self) -> Origin:
        """Return what stands behind the line; asked for when the line is first opened."""
        return self._origin

    def set_detailed(self, detailed: bool, *, is_open: bool) -> None:
        """Tell the origin in full or in plain words, at once or when it is asked for."""
        if detailed == self._detailed:
            return
        self._detailed = detailed
        if self._details is not None:
            self._details.set_html(self._words())
        with QSignalBlocker(self.button):  # nothing is announced that was not asked for
            self.button.setChecked(is_open)
        self._show_details(is_open)

    def _words(self) -> str:
        detailed = self._detailed or self.plain_detail
        return origin_html(self.origin(), self._bibliography, detailed=detailed)

    def _open(self, on: bool) -> None:
        self._show_details(on)
        if on and self._details is not None:
            announce(self.button, self._details.text())

    def _show_details(self, on: bool) -> None:
        if self._details is None:
            if not on:
                return
            self._details = Prose(self._words(), "small", "text2")
            self._row.add_under(self._details, 2 * unit(self))
        self._details.setVisible(on)
        self.button.setText(self.tr("Hide") if on else self.tr("Why?"))
        self.button.updateGeometry()


def bold(lead: str, text: str) -> str:
    """Return the lead in bold before the text, as HTML."""
    return f"<b>{escape(lead)}</b> {escape(text)}"


def _plain(html: str) -> str:
    """Return simple HTML as it reads."""
    return unescape(_TAG.sub(" ", html)).replace("  ", " ").strip()
