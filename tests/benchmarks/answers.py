"""How long a person waits for an answer, without a window; prints JSON, in ms.

Each time is that of one question: ``{question: [median, slowest]}``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from magdesk.advice.advise import advise
from magdesk.intake.food_search import FoodSearch
from magdesk.intake.label.label_reader import LabelReader
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.planner.day import Day, DayMedicine
from magdesk.planner.plan import plan_day
from tests.case_files import load_bases, load_cases, sheet

ROUNDS = 5
FOODS = ("almonds, dry roasted", "spinach boiled", "oat porridge", "spinahc")
LABELS = (
    "Magnesium glycinate 400 mg, of which magnesium 56 mg, 2 capsules a day",
    "Tri-Magnesium-Dicitrat 1.234 mg entspricht 200 mg Magnesium",
)
MEDICINES = ("levothyroxine 50 mcg", "Furosemide", "amoxicilin", "blood pressure tablets", "zzyzx")
MEDICINES_A_DAY = 10
WAKE, BED, MEALS = 7 * 60, 23 * 60, (8 * 60, 13 * 60, 19 * 60)

Questions = Iterator[tuple[str, Callable[[], object]]]


def advices(library: Library) -> Questions:
    """An advice to each sheet of the stories."""
    decision, bases = library.decision, load_bases()
    for case in load_cases():
        answers = parse_answers(sheet(case, bases), decision)
        yield "an advice", partial(advise, decision, answers, case.region)


def letters(texts: Sequence[str]) -> Iterator[str]:
    """Each text as it grows under the fingers."""
    return (text[:length] for text in texts for length in range(1, len(text) + 1))


def foods(library: Library) -> Questions:
    """Each keystroke in the search for a food."""
    search = FoodSearch(library.foods)
    for text in letters(FOODS):
        yield "a food, at each letter", partial(search.find, text)


def labels(library: Library) -> Questions:
    """Each keystroke in the text of a label, and in the table's search."""
    reader = LabelReader(library.catalogue.forms, library.names, library.labels)
    locale = library.number_table.locale("de_DE")
    assert locale is not None
    for text in letters(LABELS):
        yield "a label, at each letter", partial(reader.read, text, locale)
        yield "a form's name, at each letter", partial(library.names.find, text)


def medicines(library: Library) -> Questions:
    """Each keystroke in the name of a medicine."""
    index = MedicineIndex(library.medicine_names, library.decision.medicines)
    for text in letters(MEDICINES):
        yield "a medicine's name, at each letter", partial(find, index, text)


def days(library: Library) -> Questions:
    """Days with ten medicines and two portions: taken in the morning, and all through the day."""
    known = library.decision.medicines
    timed = [
        each.id for each in known.values() if (each.before_h or each.after_h) and not each.stop
    ]
    for first in range(len(timed) - MEDICINES_A_DAY + 1):
        taken = timed[first : first + MEDICINES_A_DAY]
        for minutes in (2, 90):
            rows = tuple(DayMedicine(each, (WAKE + minutes * n,)) for n, each in enumerate(taken))
            day = Day(WAKE, BED, MEALS, 2, rows)
            yield "a day planned, ten medicines", partial(plan_day, day, known)


def main() -> None:
    """Ask everything some times; the best time of each question counts."""
    library = Library()
    times: dict[str, list[float]] = {}
    for questions in (advices, labels, foods, medicines, days):
        for what, ask in questions(library):
            times.setdefault(what, []).append(min(_milliseconds(ask) for _ in range(ROUNDS)))
    print(json.dumps({what: [median(each), max(each)] for what, each in times.items()}))


def _milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
