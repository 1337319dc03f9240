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

PAUSE_S = 0.05
PATIENCE_S = 20
MOST_STEPS = 60
RESULT = "result."
LEVEL_NAMES = tuple(f"{RESULT}{level}" for level in LEVELS)


def walk_to_result(reader: ScreenReader, answers: Mapping[str, Any]) -> str:
    """Open the questions, answer each as the sheet does, and go on to the result; its level."""
    reader.press("compare.find")
    answered: set[str] = set()
    before: list[str] = []
    for _step in range(MOST_STEPS):
        shown = next_look(reader, before)
        if level := level_of(shown):
            return level
        waiting = [each for each in asked(shown) if each not in answered]
        if waiting:
            answer_question(reader, shown, waiting[0], answers.get(waiting[0], "none"))
            answered.add(waiting[0])
        before = [] if waiting else shown
        if not waiting:
            reader.press("wizard.continue")
    raise AssertionError(f"no result after {MOST_STEPS} steps")


def next_look(reader: ScreenReader, before: Sequence[str]) -> list[str]:
    """What is shown, once it is something else than before, and stays the same for a moment."""
    end = time.monotonic() + PATIENCE_S
    last: list[str] = []
    while time.monotonic() < end:
        shown: list[str] = reader.ask("identifiers")
        if shown == last and shown != before and ("wizard.continue" in shown or level_of(shown)):
            return shown
        last = shown
        time.sleep(PAUSE_S)
    raise AssertionError(f"still the same after {PATIENCE_S} s: {before}")


def level_of(shown: Sequence[str]) -> str:
    """The level of the result that is shown; empty for none."""
    return next((each.removeprefix(RESULT) for each in shown if each in LEVEL_NAMES), "")


@cache
def questions() -> tuple[str, ...]:
    """Every question that the program may ask."""
    return tuple(Library().decision.questions)


def asked(shown: Sequence[str]) -> list[str]:
    """The questions that these identifiers stand for, in the program's order."""
    return [
        question
        for question in questions()
        if any(each == question or each.startswith(f"{question}.") for each in shown)
    ]


def answer_question(
    reader: ScreenReader, shown: Sequence[str], question: str, answer: object
) -> None:
    """Choose one or several answers, or type a number; what is folded is opened first."""
    if answer == 0:
        answer = "none"
    if isinstance(answer, int | float):
        reader.ask("type", question, str(answer))
        return
    for choice in answer if isinstance(answer, list) else [answer]:
        if f"{question}.{choice}" not in shown:
            for group in (each for each in shown if each.startswith(f"{question}.group.")):
                reader.press(group)
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
