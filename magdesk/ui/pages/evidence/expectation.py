"""What to expect: a hundred people on a dummy pill beside a hundred on magnesium."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from magdesk.knowledge.bibliography import Bibliography
from magdesk.knowledge.expectations import Expectation
from magdesk.knowledge.records.form_records import Statement
from magdesk.ui.cited_text.passages import Entry, Passage
from magdesk.ui.cited_text.source_numbers import Citations
from magdesk.ui.cited_text.text_view import TextPart
from magdesk.ui.grids.evidence_words import within
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.evidence.detail_level_chips import DetailLevelChip
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.focus import hand_on_focus
from magdesk.ui.widgets.amounts.hundred_people import Dot, DotSample, PeopleDrawing, Share
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

LEARN_PAGE = "what-to-expect"
"""The page of Learn that says more."""

_TEXT_MOST = 760.0
_SIDE_BY_SIDE = 684.0
"""From this width in u on both drawings stand in one row."""


class ExpectationPage(ScrollPage):
    """One complaint, drawn and in words, with its sources."""

    open_learn = Signal(str)

    def __init__(
        self, expectation: Expectation, bibliography: Bibliography, settings: Settings
    ) -> None:
        super().__init__(_TEXT_MOST)
        self._expectation = expectation
        self._bibliography = bibliography
        self.detail_level = DetailLevelChip(settings)
        self.detail_level.identifier("evidence.expect_detail_level")
        self.placebo = PeopleDrawing(Share(expectation.on_placebo), self.tr("On a dummy pill"))
        self.magnesium = PeopleDrawing(
            Share(expectation.on_magnesium, expectation.on_magnesium_between),
            self.tr("On magnesium"),
        )
        self.part = TextPart(self.tr("What to expect"), self)
        self.learn = Button(self.tr("More in Learn"), "link")
        self.learn.identifier("evidence.learn")
        self._arrange()
        self.learn.clicked.connect(self._open_learn)
        self.detail_level.turned.connect(self._render)
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() >= _SIDE_BY_SIDE * unit(self)
        direction = QBoxLayout.Direction
        self._drawings.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the text; a focus proxy would make Tab pass over the switch."""
        super().focusInEvent(event)
        hand_on_focus(self, self.part.text, event.reason())

    def _arrange(self) -> None:
        one, row = unit(self), self._expectation
        body = self.body
        body.setContentsMargins(*(round(side * one) for side in (18, 10, 18, 24)))
        question = Heading(row.question, "card")
        question.setWordWrap(True)
        body.addWidget(question)
        body.addWidget(Paragraph(row.answer, "lead", "text2"))
        self._drawings = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._drawings.setSpacing(round(14 * one))
        guess = self.tr("The best guess is {better}: about as many.").format(
            better=whole_number(row.on_magnesium)
        )
        self._drawings.addWidget(_group(self.tr("On a dummy pill"), self.placebo, ""))
        self._drawings.addWidget(_group(self.tr("On magnesium"), self.magnesium, guess))
        body.addLayout(self._drawings)
        body.addLayout(self._key())
        switch = QHBoxLayout()
        switch.setContentsMargins(round(-3 * one), round(6 * one), 0, 0)
        switch.addWidget(self.detail_level)
        switch.addStretch(1)
        body.addLayout(switch)
        body.addWidget(self.part)
        body.addWidget(self.learn)
        body.addStretch(1)

    def _key(self) -> QVBoxLayout:
        one = unit(self)
        meanings: tuple[tuple[tuple[Dot, ...], str], ...] = (
            (
                ("better",),
                self.tr("Got better: {better}").format(better=within(self._expectation.better)),
            ),
            (("same",), self.tr("Did not get better")),
            (
                ("maybe_better", "maybe_same"),
                self.tr("Broken edge: the trials leave it open. A filled middle is the best guess"),
            ),
        )
        column = spaced(QVBoxLayout(), 2 * one)
        for dots, words in meanings:
            line = spaced(QHBoxLayout(), 5 * one)
            for dot in dots:
                line.addWidget(DotSample(dot), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addSpacing(round((3 + 18 * (2 - len(dots))) * one))
            line.addWidget(Paragraph(words, "small", "text2", single=True), 1)
            column.addLayout(line)
        return column

    def _render(self) -> None:
        citations = Citations(self._bibliography)
        passages = tuple(self._passages(citations))
        self.part.show_passages(passages, citations.references)

    def _passages(self, citations: Citations) -> Iterator[Passage]:
        row = self._expectation
        for heading, statements in (
            (self.tr("On a dummy pill"), (row.placebo,)),
            (self.tr("On magnesium"), (row.magnesium,)),
            (self.tr("What that means"), row.more),
        ):
            entries = (entry for one in statements for entry in self._entries(one, citations))
            yield Passage(heading, tuple(entries))

    def _entries(self, statement: Statement, citations: Citations) -> Iterator[Entry]:
        sources = citations.numbers(statement.sources)
        if not (self.detail_level.detailed and statement.detail):
            yield Entry(statement.plain, sources=sources)
            return
        yield Entry(statement.plain)
        yield Entry(statement.detail, sources=sources, quiet=True)

    def _open_learn(self) -> None:
        self.open_learn.emit(LEARN_PAGE)


def _group(name: str, drawing: PeopleDrawing, below: str) -> Card:
    card = Card()
    head = QHBoxLayout()
    head.addWidget(Heading(name, "section"))
    head.addStretch(1)
    head.addWidget(Heading(drawing.share.in_short, "section"))
    card.body.addLayout(head)
    card.body.addWidget(drawing)
    if below:
        card.body.addWidget(Paragraph(below, "small", "text2", single=True))
    card.body.addStretch(1)
    return card
