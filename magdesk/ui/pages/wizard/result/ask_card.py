"""*Ask for*: tests and questions to take along, to read or to copy; the rest is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.report.blocks import Items, Line, Section
from magdesk.ui.pages.wizard.result.told_lines import line_html
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.bullet_line import BulletLine
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.choices.fold_line import Fold
from magdesk.ui.widgets.text import Heading, Paragraph, escape

_MOST_LINES = 4
"""So many are in sight; a list that is longer is copied, or taken along on paper."""


class AskCard(Card):
    """One list, from what clears the rules that fired, the weightiest first."""

    def __init__(self, section: Section, library: Library) -> None:
        super().__init__()
        self._lists = [block for block in section.blocks if isinstance(block, Items)]
        head = QHBoxLayout()
        head.addWidget(Heading(section.heading, "card"))
        head.addStretch(1)
        copy = Button(self.tr("Copy"), "ghost", "copy")
        copy.identifier("result.copy_ask")
        copy.setAccessibleName(self.tr("Copy what to ask for"))
        copy.clicked.connect(self._copy)
        head.addWidget(copy)
        self.body.addLayout(head)
        self._questions = library.report_words("ask.questions")
        left = _MOST_LINES
        folded: list[tuple[Items, tuple[Line, ...]]] = []
        for each in self._lists:
            for widget in self._told(each, each.lines[:left]):
                self.body.addWidget(widget)
            if each.lines[left:]:
                folded.append((each, each.lines[left:]))
            left = max(0, left - len(each.lines))
        if folded:
            self._fold(folded)
        self.body.addStretch(1)

    def _told(self, each: Items, lines: Sequence[Line]) -> Iterator[QWidget]:
        """A heading and these lines of a list; nothing where there are none."""
        if lines:
            yield Paragraph(escape(each.heading), "small", "text2", 650)
        icon = "question" if each.heading == self._questions else "check"
        for line in lines:
            yield BulletLine(line_html(line), icon, "text2")

    def _fold(self, folded: list[tuple[Items, tuple[Line, ...]]]) -> None:
        count = sum(len(lines) for _, lines in folded)
        fold = Fold(self.tr("{count} more").format(count=count), line_below=False)
        fold.line.identifier("result.more_to_ask")
        for each, lines in folded:
            for widget in self._told(each, lines):
                fold.body.add(widget)
        self.body.addWidget(fold)

    def _copy(self) -> None:
        lines = [
            text for each in self._lists
            for text in (each.heading, *(f"- {line.words}" for line in each.lines))
        ]  # fmt: skip
        QGuiApplication.clipboard().setText("\n".join(lines))
        announce(self, self.tr("Copied"))
