"""*Ask for*: tests, values and questions to take along, to read or to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.report.blocks import Items, Section
from magdesk.ui.pages.wizard.result.told_lines import line_html
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.bullet_line import BulletLine
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.text import Heading, Paragraph, escape


class AskCard(Card):
    """One list, from what clears the rules that fired."""

    def __init__(self, section: Section, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        questions = library.report_words("ask.questions")
        for each in self._lists:
            self.body.addWidget(Paragraph(escape(each.heading), "small", "text2", 650))
            icon = "question" if each.heading == questions else "check"
            for line in each.lines:
                self.body.addWidget(BulletLine(line_html(line), icon, "text2"))
        self.body.addStretch(1)

    def _copy(self) -> None:
        lines = [
            text for each in self._lists
            for text in (each.heading, *(f"- {line.words}" for line in each.lines))
        ]  # fmt: skip
        QGuiApplication.clipboard().setText("\n".join(lines))
        announce(self, self.tr("Copied"))
