"""Headings and paragraphs in the type scale of the design.

Their sizes follow the application's font, which has to be set before they are built.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from magdesk.ui.look.theme import current_theme, scaled_font, theme_notifier

Level = Literal["page", "question", "section", "card"]
Size = Literal["body", "lead", "small", "caption"]
Tone = Literal["text", "text2", "text3"]

HEADING_SCALE: dict[str, tuple[float, int]] = {
    "question": (1.72, 700),
    "page": (1.4, 700),
    "card": (1.2, 680),
    "section": (1.06, 650),
}
TEXT_SCALE: dict[str, float] = {"lead": 1.1, "body": 1.0, "small": 0.93, "caption": 0.86}
_LINE_IN_EMS = 1.57
"""Distance of lines, for fonts with little and with much height of their own alike."""


_SIGNS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def escape(text: str) -> str:
    """Return the text as rich text that reads the same, in quotes too."""
    return text.translate(_SIGNS)


def rich(text: str) -> str:
    """Return the text as HTML; what holds an end tag or a line break tag is HTML already."""
    if "</" in text or "<br" in text:
        return text
    return escape(text).replace("\n", "<br>")


def leading_percent(font: QFont) -> int:
    """Return the distance of lines of a paragraph in percent of the font's own height."""
    height = QFontMetricsF(font).height()
    return round(min(135.0, max(100.0, 100 * _LINE_IN_EMS * QFontInfo(font).pixelSize() / height)))


class Heading(QLabel):
    """A heading; only a question wraps, so that the others never collapse beside a stretch."""

    def __init__(self, text: str, level: Level = "section", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.level = level
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(level == "question")
        factor, weight = HEADING_SCALE[level]
        self.setFont(scaled_font(QApplication.font(), factor, weight))


class Paragraph(QLabel):
    """Text that wraps at any width; plain or rich, with links that the keyboard reaches.

    ``linkActivated`` tells of a link that was followed; ``setText`` takes plain text or HTML.
    ``single`` leaves out the leading, for a line that stands beside a mark or an icon.
    """

    def __init__(
        self,
        text: str,
        size: Size = "body",
        tone: Tone = "text",
        weight: int | None = None,
        parent: QWidget | None = None,
        *,
        single: bool = False,
    ) -> None:
        super().__init__(parent)
        self._single = single
        self._color: str = tone
        self._source = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        # without it the role follows the parent's background, and the tone is lost
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(scaled_font(QApplication.font(), TEXT_SCALE[size], weight))
        self._apply_color()
        self.setText(text)
        theme_notifier().changed.connect(self._apply_color)

    def setText(self, text: str) -> None:
        """Show this text; what looks like HTML is read as HTML."""
        self._source = text
        body = rich(text)
        linked = "<a " in body
        flags = (
            Qt.TextInteractionFlag.TextBrowserInteraction
            if linked
            else Qt.TextInteractionFlag.NoTextInteraction
        )
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.NoFocus)
        super().setText(f'<p style="margin:0;line-height:{self._leading()}%">{body}</p>')

    def _leading(self) -> int:
        """Return the distance of lines in percent of the font's own height."""
        return 100 if self._single else leading_percent(self.font())

    def source(self) -> str:
        """Return the text as it was given."""
        return self._source

    def set_color(self, color: str) -> None:
        """Use another colour of the theme, for instance ``caution_text``."""
        self._color = color
        self._apply_color()

    def _apply_color(self) -> None:
        if self._color == "text":
            self.setPalette(QPalette())
            return
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, current_theme().color(self._color))
        self.setPalette(palette)
