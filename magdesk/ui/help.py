"""The page *Help*: how the program works, what the signs mean, and the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.theme import unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line
from magdesk.ui.widgets.marks import EvidenceMark, Shape, mark_word
from magdesk.ui.widgets.meter import RatingMeter
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

_WIDTH = 680.0


class HelpPage(ScrollPage):
    """Explains the pages, the two kinds of sign and every key."""

    safety_requested = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._library = library
        self.setAccessibleName(self.tr("Help"))
        self.body.addWidget(Heading(self.tr("Help"), "page"))
        self.body.addWidget(Paragraph(library.content.purpose, "lead", "text2"))
        self._section(self.tr("How it works"), self._steps())
        self._section(self.tr("What the signs mean"), self._signs())
        self._section(self.tr("Keys"), self._keys())
        self._section(
            self.tr("Your answers"),
            Paragraph(
                self.tr(
                    "Your answers stay on this computer. The program has no network code. "
                    "It forgets the answers when it closes."
                ),
                tone="text2",
            ),
        )
        self.safety = Button(self.tr("How safe is this?"), icon="check")
        self.safety.identifier("help.safety")
        self.safety.clicked.connect(self.safety_requested)
        self.about = Button(self.tr("About magdesk…"), icon="info")
        self.about.identifier("help.about")
        self.about.clicked.connect(self._open_about)
        self.body.addSpacing(round(8 * unit(self)))
        self.body.addWidget(self.safety, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.about, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.setFocusProxy(self.safety)

    def _section(self, title: str, content: QWidget) -> None:
        self.body.addSpacing(round(14 * unit(self)))
        self.body.addWidget(Heading(title, "card"))
        self.body.addWidget(content)

    def _steps(self) -> QWidget:
        lines = (
            self.tr("<b>Compare</b> lists every form. Choose a row to read about it."),
            self.tr("<b>Find a form that fits</b> asks some questions, danger signs first."),
            self.tr("<b>Evidence</b> shows what was tested in people, and what never was."),
            self.tr("<b>Guide</b> tells the background, with numbered sources."),
            self.tr("The program informs. It does not find out what illness you may have."),
        )
        return _column([Paragraph(line, tone="text2") for line in lines])

    def _signs(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        one = unit(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(18 * one))
        grid.setVerticalSpacing(round(5 * one))
        grid.setColumnStretch(1, 1)
        rating = self.tr("The guide’s rating: opinion about twitches, from low to high.")
        grid.addWidget(RatingMeter("moderate_high"), 0, 0)
        grid.addWidget(Paragraph(rating, tone="text2", single=True), 0, 1)
        meanings: tuple[tuple[Shape, str], ...] = (
            ("no_trial", self.tr("Nobody has tested this form for it in people.")),
            ("no_benefit", self.tr("It was tested, and did no better than a dummy pill.")),
            ("mixed", self.tr("Trials disagree.")),
            ("one_trial", self.tr("One trial, or weak ones, found something.")),
            ("good", self.tr("Several good trials agree.")),
            ("animals", self.tr("Tested in animals, not in people.")),
        )
        for row, (shape, meaning) in enumerate(meanings, start=1):
            grid.addWidget(EvidenceMark(shape, mark_word(shape)), row, 0)
            grid.addWidget(Paragraph(meaning, tone="text2", single=True), row, 1)
        return box

    def _keys(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        one = unit(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(18 * one))
        grid.setVerticalSpacing(round(5 * one))
        grid.setColumnStretch(1, 1)
        for row, (keys, meaning) in enumerate(self.key_list()):
            grid.addWidget(Paragraph(keys, weight=650, single=True), 2 * row, 0)
            grid.addWidget(Paragraph(meaning, tone="text2", single=True), 2 * row, 1)
            grid.addWidget(Line(), 2 * row + 1, 0, 1, 2)
        grid.setColumnMinimumWidth(0, round(215 * one))
        return box

    def key_list(self) -> tuple[tuple[str, str], ...]:
        """Return every key with what it does, the keys as this system writes them."""
        return (
            (_native("Tab") + ", " + _native("Shift+Tab"), self.tr("Next or previous control")),
            (self.tr("Arrow keys"), self.tr("Move in the table, in a list or between answers")),
            (_native("Space"), self.tr("Choose an answer, or press a button")),
            (_native("Return"), self.tr("Open the details of a form")),
            (_native("Esc"), self.tr("Close the details")),
            (_native("Ctrl+F"), self.tr("Find a form, or a medicine in the questions")),
            (_native("Ctrl+C"), self.tr("Copy the chosen row")),
            (
                self.tr("{first} to {last}").format(
                    first=_native("Ctrl+Shift+1"), last=_native("Ctrl+Shift+8")
                ),
                self.tr("Sort by a column"),
            ),
            (
                ", ".join(map(_native, ("Ctrl+1", "Ctrl+2", "Ctrl+3"))),
                self.tr("Compare, Evidence, Guide"),
            ),
            (_native("Ctrl+,"), self.tr("Settings")),
            (_native("F1"), self.tr("Help")),
            (_native("Ctrl+Q"), self.tr("Quit")),
        )

    def _open_about(self) -> None:
        from magdesk.ui.about import AboutDialog

        AboutDialog(self._library.content, self.window()).open()


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _column(widgets: list[Paragraph]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(round(2 * unit(box)))
    for widget in widgets:
        column.addWidget(widget)
    return box
