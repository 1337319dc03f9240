"""Walks through the program as a screen reader's user, with answers from the cases."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from magdesk.knowledge.loader import Library
from tests.case_files import load_bases
from tests.packaged.program import ScreenReader, until

LEVELS: dict[str, dict[str, Any]] = {
    "emergency": {"danger_now": ["stroke_signs"]},
    "today": {"danger_today": ["swollen_calf"]},
    "soon": {"see_doctor": ["slow_weakness"]},
    "ask_first": {"kidney": "not_sure"},
    "self_care": {},
}
"""Of each level one sheet that leads to it: what differs from a healthy adult's."""

PATIENCE_S = 20
PAUSE_S = 0.05
MOST_PAGES = 40
REVIEW = "wizard.review"
NONE = "none"


def walk_to_result(reader: ScreenReader, answers: Mapping[str, Any]) -> str:
    """Open the questions, answer each page as the sheet does, up to the result; its level."""
    reader.press("compare.find")
    page = ""
    for _step in range(MOST_PAGES):
        page = next_page(reader, page)
        if page in LEVELS:
            return page
        if page != REVIEW:
            answer_page(reader, page, answers)
        reader.press("wizard.continue")
    raise AssertionError(f"no result after {MOST_PAGES} pages")


def next_page(reader: ScreenReader, before: str) -> str:
    """The page, once it is another one than before: one of questions, the review or a level."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        page = page_of(reader.ask("identifiers"))
        if page not in {"", before}:
            return page
        time.sleep(PAUSE_S)
    raise AssertionError(f"still on the page {before} after {PATIENCE_S} s")


@cache
def questions() -> Mapping[str, tuple[str, ...]]:
    """By page: the questions that the program may ask there, in order."""
    decision = Library().decision
    return {
        page.id: tuple(each.id for each in decision.questions.values() if each.page == page.id)
        for page in decision.pages
    }


def page_of(shown: Sequence[str]) -> str:
    """Which page of the questions these identifiers stand on; empty for none."""
    ends = {f"result.{level}": level for level in LEVELS} | {REVIEW: REVIEW}
    marks = [ends[each] for each in shown if each in ends]
    asked = [page for page, names in questions().items() if any(is_asked(n, shown) for n in names)]
    return next(iter([*marks, *asked]), "")


def is_asked(question: str, shown: Sequence[str]) -> bool:
    """Whether a question stands among these identifiers."""
    return any(each == question or each.startswith(f"{question}.") for each in shown)


def answer_page(reader: ScreenReader, page: str, answers: Mapping[str, Any]) -> None:
    """Answer every question of a page, also one that appears meanwhile."""
    for question in questions()[page]:
        if is_asked(question, reader.ask("identifiers")):
            answer_question(reader, question, answers.get(question, "none"))


def answer_question(reader: ScreenReader, question: str, answer: object) -> None:
    """Choose one or several answers, or type a number."""
    shown = reader.ask("identifiers")
    if answer == 0 and f"{question}.{NONE}" in shown:
        reader.press(f"{question}.{NONE}")
        return
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        reader.ask("type", question, str(answer))
        return
    for choice in answer if isinstance(answer, list) else [answer]:
        if f"{question}.{choice}" not in shown:  # in the list that is folded
            reader.press(f"{question}.list")
        reader.press(f"{question}.{choice}")


def sheet(level: str) -> dict[str, Any]:
    """All answers that lead to a level."""
    return {**load_bases()["healthy_adult"], **LEVELS[level]}


def sort_by(reader: ScreenReader, column: str) -> None:
    """Sort the table by a column, from the menu of the button."""
    reader.press("compare.sort")
    reader.ask("choose_in_menu", column)


def open_second_form(reader: ScreenReader) -> None:
    """Go one row down in the table, and open what stands there."""
    name = reader.ask("rows", "compare.table")[1]
    reader.ask("focus", "compare.table")
    reader.ask("key", "Down")
    reader.ask("key", "Return")
    until(lambda: name in reader.ask("name", "detail"))


def save_result(reader: ScreenReader, file: Path) -> None:
    """Save the result that is shown as a page to take along."""
    reader.press("wizard.save")
    reader.ask("type_into_role", "text", str(file))
    reader.ask("press_named", "push button", "Save")
    until(file.exists)


def look_at_printing(reader: ScreenReader) -> None:
    """Ask for a print of the result, and think better of it."""
    reader.press("wizard.print")
    until(lambda: "Print" in reader.ask("text"))
    reader.ask("key", "Escape")


def open_every_page(reader: ScreenReader) -> list[str]:
    """Open the pages of the navigation, one after the other; their identifiers."""
    pages = [each for each in reader.ask("identifiers") if each.startswith("nav.")]
    for page in pages:
        reader.press(page)
        until(partial(_is_checked, reader, page))
    return pages


def _is_checked(reader: ScreenReader, identifier: str) -> bool:
    return "checked" in reader.ask("states", identifier)


def read_every_licence(reader: ScreenReader) -> dict[str, str]:
    """Open *About* and its licences, and go down the list; each text by what its row says."""
    for step in ("nav.help", "help.about", "about.licences"):
        reader.press(step)
    read: dict[str, str] = {}
    for row in reader.ask("items", "licences.list"):
        name = row.partition(", ")[0].rpartition(" ")[0]
        until(partial(_is_named, reader, "licences.text", f"Licence of {name}"))
        read[row] = reader.ask("content", "licences.text")
        reader.ask("key", "Down")
    for step in ("licences.close", "about.close"):
        reader.press(step)
        until(partial(_is_gone, reader, step))
    return read


def _is_named(reader: ScreenReader, identifier: str, name: str) -> bool:
    return bool(reader.ask("name", identifier) == name)


def _is_gone(reader: ScreenReader, identifier: str) -> bool:
    return identifier not in reader.ask("identifiers")


def walk_everywhere(reader: ScreenReader, folder: Path) -> None:
    """All that the walks do, in one go: table, pages, questions, export, print, licences."""
    open_second_form(reader)
    sort_by(reader, "Mg %")
    open_every_page(reader)
    reader.press("nav.compare")
    walk_to_result(reader, sheet("self_care"))
    save_result(reader, folder / "result.pdf")
    look_at_printing(reader)
    read_every_licence(reader)


def quit_program(reader: ScreenReader) -> None:
    """Leave, as the page *Help* tells."""
    reader.ask("key", "q", "Control_L")
