"""What F1 says of each page, one paragraph a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.widgets.access.key_names import native

HELP: dict[str, tuple[str, ...]] = {
    "compare": (
        QT_TRANSLATE_NOOP("Pages", "The table lists every form of magnesium, one a row."),
        QT_TRANSLATE_NOOP(
            "Pages", "Type in the search field to find names and uses. Press a heading to sort."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "The chips below it show fewer forms, for instance those tested in people."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Choose a row and press Enter to read about that form. Esc closes it again."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Tick two to four forms, with Space or the mouse, to see them side by side."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "The signs below the table copy it, save it as a file, or print it."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Colour shows what trials in people found. Grey is the opinion of one article."
        ),
    ),
    "wizard": (
        QT_TRANSLATE_NOOP(
            "Pages", "Nine short pages ask first what bothers you, then about danger signs."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "“Not sure” is a real answer. The result then tells you whom to ask."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Go back as often as you like. At the end you check your answers."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "The result can be: see a doctor, take nothing, or a few forms that fit."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Press “Why?” beside a line to see your answer, the reason and the source."
        ),
    ),
    "evidence": (
        QT_TRANSLATE_NOOP(
            "Pages", "The map has a row for each form and a column for each complaint."
        ),
        QT_TRANSLATE_NOOP("Pages", "The sign in a cell tells what trials of that very form found."),
        QT_TRANSLATE_NOOP(
            "Pages", "Move with the arrow keys. Press Enter to read about the trials of a cell."
        ),
        QT_TRANSLATE_NOOP("Pages", "“What to expect” draws how many of 100 people got better."),
    ),
    "label": (
        QT_TRANSLATE_NOOP(
            "Pages", "Type or paste what a label says. The page tells how much magnesium that is."
        ),
        QT_TRANSLATE_NOOP("Pages", "Change a field where it was read wrong. The sum follows."),
        QT_TRANSLATE_NOOP("Pages", "Add each product you take. Antacids and laxatives count too."),
        QT_TRANSLATE_NOOP("Pages", "The bars hold your day against the limits of three regions."),
        QT_TRANSLATE_NOOP("Pages", "The checklist tells about how much magnesium your food gives."),
        QT_TRANSLATE_NOOP(
            "Pages", "Save keeps answers and products in a file that only you can read."
        ),
    ),
    "day": (
        QT_TRANSLATE_NOOP("Pages", "Type when you take each medicine, eat, wake up and go to bed."),
        QT_TRANSLATE_NOOP(
            "Pages", "The program looks for times for magnesium that keep every gap."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "It never moves a medicine. Hours between your medicines are not known here."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "What is drawn stands below in words as well, to be read or copied."
        ),
        QT_TRANSLATE_NOOP("Pages", "A calendar file names no medicine unless you tick that."),
    ),
    "counter": (
        QT_TRANSLATE_NOOP(
            "Pages", "Every question stands on one page, in a professional’s short terms."
        ),
        QT_TRANSLATE_NOOP(
            "Pages",
            "A letter takes a group in hand, for instance K the kidneys. "
            "Letters act outside fields.",
        ),
        QT_TRANSLATE_NOOP(
            "Pages",
            "A digit ticks a term, 0 is none, “?” is not sure. Arrows and Space reach all terms.",
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "“/” finds a term by typing. F1 on a term shows its plain sentence."
        ),
        QT_TRANSLATE_NOOP("Pages", "Paste a list of medicines anywhere on the page with {paste}."),
        QT_TRANSLATE_NOOP(
            "Pages", "The result beside it follows each answer and says what is still to ask."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "{new} clears everything for the next person, {print} prints the page."
        ),
    ),
    "learn": (
        QT_TRANSLATE_NOOP(
            "Pages", "Choose a page in the list at the left and read it at the right."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Numbers in brackets lead to the sources at the end of the page."
        ),
        QT_TRANSLATE_NOOP("Pages", "“Needs and limits” shows three regions side by side."),
    ),
    "settings": (
        QT_TRANSLATE_NOOP("Pages", "Each choice counts at once and is kept for the next start."),
        QT_TRANSLATE_NOOP(
            "Pages", "Region decides whose limits and phone numbers the program uses."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Full detail adds doses, numbers of people and study designs on every page."
        ),
    ),
    "safety": (
        QT_TRANSLATE_NOOP(
            "Pages", "This page tells how the questions and their rules are checked."
        ),
        QT_TRANSLATE_NOOP("Pages", "It also lists what could go wrong, and what is done about it."),
    ),
    "take_along": (
        QT_TRANSLATE_NOOP(
            "Pages", "This is one page for a doctor or pharmacist, as it will be printed."
        ),
        QT_TRANSLATE_NOOP(
            "Pages", "Each part can be left out. A name stands on it only if you type one."
        ),
        QT_TRANSLATE_NOOP("Pages", "Print it, save it as PDF or web page, or copy it as text."),
    ),
}


def help_words(texts: Sequence[str]) -> tuple[str, ...]:
    """Return these words in the language in force, with keys as this system writes them."""
    keys = {"paste": native("Ctrl+V"), "new": native("Ctrl+N"), "print": native("Ctrl+P")}
    translated = (QCoreApplication.translate("Pages", text) for text in texts)
    return tuple(text.format(**keys) for text in translated)
