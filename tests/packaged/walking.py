"""Walks through the program as a screen reader's user, with answers from the cases."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from magdesk.knowledge.loader import Library
from tests.case_files import load_bases
from tests.packaged.program import ScreenReader

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


def walk_to_result(reader: ScreenReader, answers: Mapping[str, Any]) -> str:
    """Open the questions, answer each as the sheet does, and go on to the result; its level."""
    reader.press("compare.find")
    page = ""
    for _step in range(MOST_PAGES):
        page = next_page(reader, page)
        if page.startswith("result."):
            return page.removeprefix("result.")
        if page != REVIEW:
            answer_question(reader, page, answers.get(page, "none"))
        reader.press("wizard.continue")
    raise AssertionError(f"no result after {MOST_PAGES} pages")


def next_page(reader: ScreenReader, before: str) -> str:
    """The page, once it is another one than before: a question, the review or a result."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        page = page_of(reader.ask("identifiers"))
        if page not in {"", before}:
            return page
        time.sleep(PAUSE_S)
    raise AssertionError(f"still on the page {before} after {PATIENCE_S} s")


@cache
def questions() -> tuple[str, ...]:
    """Every question that the program may ask."""
    return tuple(Library().decision.questions)


def page_of(shown: Sequence[str]) -> str:
    """Which page of the questions these identifiers stand on; empty for none."""
    marks = [each for each in shown if each == REVIEW or each.startswith("result.")]
    asked = [
        question
        for question in questions()
        if any(each == question or each.startswith(f"{question}.") for each in shown)
    ]
    return next(iter([*marks, *asked]), "")


def answer_question(reader: ScreenReader, question: str, answer: object) -> None:
    """Choose one or several answers, or type a number."""
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        reader.ask("type", question, str(answer))
        return
    for choice in answer if isinstance(answer, list) else [answer]:
        reader.press(f"{question}.{choice}")


def sheet(level: str) -> dict[str, Any]:
    """All answers that lead to a level."""
    return {**load_bases()["healthy_adult"], **LEVELS[level]}


def quit_program(reader: ScreenReader) -> None:
    """Leave, as the page *Help* tells."""
    reader.ask("key", "q", "Control_L")
