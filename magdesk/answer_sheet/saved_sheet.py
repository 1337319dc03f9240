"""The answer sheet as a file that a person keeps: answers, products and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from magdesk.answer_sheet.answer_sheet import AnswerSheet, Product
from magdesk.intake.product_entry import ProductReader
from magdesk.intake.shown_figures import rounded
from magdesk.interview.answer_file import AnswerFileError, read_source
from magdesk.interview.answers import AnswerError, parse_answers
from magdesk.interview.asked_again import content_of, held_answers
from magdesk.interview.sheet_file import (
    SavedProduct,
    SheetFile,
    parse_sheet_file,
    sheet_file_text,
)
from magdesk.planner.day import Day
from magdesk.planner.day_file import DayError, day_object, parse_day
from magdesk.rules.facts import Answers
from magdesk.whole_file import write_whole

REFUSED = (AnswerFileError, AnswerError, DayError)
"""What opening a file may raise; the message is one line in words."""


@dataclass(frozen=True)
class OpenedSheet:
    """What a file holds, checked, and the questions that are asked again."""

    answers: Answers
    products: tuple[SavedProduct, ...]
    day: Day | None
    asked_again: tuple[str, ...]


def save_sheet(path: Path, sheet: AnswerSheet, version: str) -> None:
    """Write the file, whole and for its owner only; raise ``OSError`` where it cannot be."""
    text = sheet_file_text(as_file(sheet, version))
    write_whole(path, text.encode("utf-8", "replace"))  # a paste may hold half a sign


def as_file(sheet: AnswerSheet, version: str) -> SheetFile:
    """The sheet as its file holds it; ``version`` is the edition of the knowledge."""
    return SheetFile(
        answers=dict(sheet.answers),
        products=tuple(SavedProduct(each.label, each.per_day) for each in sheet.products),
        day=_day_of(sheet),
        content=content_of(version, sheet.answers, sheet.decision),
    )


def open_sheet(path: Path, sheet: AnswerSheet) -> OpenedSheet:
    """Read a file without touching the sheet; raises what is in ``REFUSED``."""
    saved = parse_sheet_file(read_source(str(path)))
    held = held_answers(saved, sheet.decision)
    answers = parse_answers(held.answers, sheet.decision)
    day = None if saved.day is None else parse_day(saved.day, sheet.decision.medicines)
    return OpenedSheet(answers, saved.products, day, held.asked_again)


def take_opened(opened: OpenedSheet, sheet: AnswerSheet, reader: ProductReader) -> None:
    """Put what a file holds in place of everything that was entered."""
    sheet.clear()
    for question, answer in opened.answers.items():
        sheet.set_answer(question, answer)
    sheet.set_products(tuple(_product(reader, product) for product in opened.products))
    if opened.day is not None:
        sheet.set_day(opened.day)


def _day_of(sheet: AnswerSheet) -> Mapping[str, object] | None:
    """The day as far as it can be read; None where nobody entered one, or none could be read."""
    day = sheet.read_day().day
    if sheet.day.is_empty or day.wake == day.bed:
        return None
    timed = tuple(taken for taken in day.medicines if taken.times)
    return day_object(replace(day, medicines=timed))


def _product(reader: ProductReader, saved: SavedProduct) -> Product:
    read = reader.read(reader.entry_of(saved.text, saved.per_day))
    mg = 0.0 if read.day is None else rounded(read.day.likely_mg)
    return Product(read.name, mg, saved.text, saved.per_day)
