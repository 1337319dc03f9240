"""What each page is for, in a few sentences; F1 shows those of the page one is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from magdesk.ui.shell.navigation import PageName


@dataclass(frozen=True)
class PageHelp:
    """The title of a page and what to know about it, one paragraph a line."""

    title: str
    lines: tuple[str, ...]


def page_helps() -> Mapping[PageName, PageHelp]:
    """Return the words about every page, in the order of the navigation."""
    return {
        "compare": PageHelp(
            _tr("Compare"),
            (
                _tr("The table lists every form of magnesium, one a row."),
                _tr("Type in the search field to find names and uses. Press a heading to sort."),
                _tr("The chips below it show fewer forms, for instance those tested in people."),
                _tr("Choose a row and press Enter to read about that form. Esc closes it again."),
                _tr("Tick two to four forms, with Space or the mouse, to see them side by side."),
                _tr("The signs below the table copy it, save it as a file, or print it."),
                _tr("Rating is the guide’s opinion. Evidence is what trials in people found."),
            ),
        ),
        "wizard": PageHelp(
            _tr("Find a form that fits"),
            (
                _tr("Questions come one at a time, danger signs first. Most take one click."),
                _tr("“Not sure” is a real answer. The result then tells you whom to ask."),
                _tr("Go back as often as you like. At the end you check your answers."),
                _tr("The result can be: see a doctor, take nothing, or a few forms that fit."),
                _tr("Press “Why?” beside a line to see your answer, the rule and the source."),
            ),
        ),
        "evidence": PageHelp(
            _tr("Evidence"),
            (
                _tr("The map has a row for each form and a column for each complaint."),
                _tr("The sign in a cell tells what trials of that very form found."),
                _tr("Move with the arrow keys. Press Enter to read about the trials of a cell."),
                _tr("“What to expect” draws how many of 100 people got better."),
            ),
        ),
        "learn": PageHelp(
            _tr("Learn"),
            (
                _tr("Choose a page in the list at the left and read it at the right."),
                _tr("Numbers in brackets lead to the sources at the end of the page."),
                _tr("“Needs and limits” shows three regions side by side."),
            ),
        ),
        "settings": PageHelp(
            _tr("Settings"),
            (
                _tr("Each choice counts at once and is kept for the next start."),
                _tr("Region decides whose limits and phone numbers the program uses."),
                _tr("Full detail adds doses, numbers of people and study designs on every page."),
            ),
        ),
        "safety": PageHelp(
            _tr("How safe is this?"),
            (
                _tr("This page tells how the questions and their rules are checked."),
                _tr("It also lists what could go wrong, and what is done about it."),
            ),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("page help", text)
