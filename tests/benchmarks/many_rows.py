"""How long a person waits for one action, at a hundred times today's rows; prints JSON, in ms.

Each time is one action with all painting that follows it: ``{action: [median, slowest]}``.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from magdesk.app import make_application
from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.evidence_records import Finding
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.pages.compare.table.form_table import FormTable
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow

TIMES = 100
ROUNDS = 30
WALKS = 12
LOOKS, LOOK_S = 10, 0.02
AGE = 40
TYPED = "magnesium citrate powder"

Waits = dict[str, list[float]]


def many_forms(catalogue: Catalogue) -> Catalogue:
    """Each form a hundred times, each with the findings of the first."""
    forms = {}
    findings: dict[tuple[str, str], Finding] = {}
    for number in range(TIMES):
        for form in catalogue.forms.values():
            twin = replace(form, id=f"{form.id}_{number}", name=f"{form.name} {number}")
            forms[twin.id] = twin
        for (name, outcome), found in catalogue.findings.items():
            twin_id = f"{name}_{number}"
            findings[twin_id, outcome] = replace(found, form=twin_id)
    return replace(catalogue, forms=forms, findings=findings)


def many_rules(decision: Decision) -> Decision:
    """Each rule a hundred times, the first under its own name."""
    rules = tuple(
        replace(rule, id=f"{rule.id}_{number}") if number else rule
        for number in range(TIMES)
        for rule in decision.rules
    )
    return dataclasses.replace(decision, rules=rules)


def large_library() -> Library:
    """The shipped knowledge, a hundred times as much of what grows."""
    library = Library()
    library.__dict__["catalogue"] = many_forms(library.catalogue)
    library.__dict__["decision"] = many_rules(library.decision)
    return library


def settle() -> None:
    """Do what is due, as the running program would: paint, and free what was taken down."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def wait(waits: Waits, name: str, action: Callable[[], object]) -> None:
    """Do an action and note how long it takes with the painting that it causes."""
    settle()
    start = time.perf_counter()
    action()
    settle()
    waits.setdefault(name, []).append(1000 * (time.perf_counter() - start))


def compare(window: MainWindow, waits: Waits) -> None:
    """Sort by every column both ways, filter letter by letter, walk down the rows."""
    table = window.findChild(FormTable, "compare.table")
    field = window.findChild(QLineEdit, "compare.filter")
    assert table is not None
    assert field is not None
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        for column in range(table.model().columnCount()):
            wait(waits, "sort, 100 x the forms", partial(table.sortByColumn, column, order))
        for column in range(1, len(table.forms.columns)):
            orders = ((column, order), (0, order))
            wait(waits, "sort by two, 100 x the forms", partial(table.sort_by, orders))
    for chip in window.compare.toolbar.chips.chips.values():
        for _ in range(2):
            wait(waits, "filter by a chip, 100 x the forms", chip.click)
    for length in range(1, len(TYPED) + 1):
        wait(waits, "filter by a letter, 100 x the forms", partial(field.setText, TYPED[:length]))
    field.clear()
    for row in range(ROUNDS):
        wait(waits, "select, with its detail, 100 x the forms", partial(table.selectRow, row))


def walk(page: WizardPage, waits: Waits) -> None:
    """Answer every question with none or not sure, page by page."""
    while page.walk.place.kind == "page":
        answered: set[str] = set()
        while left := [each for each in page.walk.questions() if each.id not in answered]:
            answer(page, left[0].id, waits)
            answered.add(left[0].id)
        wait(waits, "a page of questions, 100 x the rules", page.footer.forward.click)


def answer(page: WizardPage, question: str, waits: Waits) -> None:
    """Click none or not sure; a question that has neither is about the age."""
    names = (f"{question}.{NONE}", f"{question}.{NOT_SURE}")
    rows = (page.findChild(QAbstractButton, name) for name in names)
    row = next(filter(None, rows), None)
    if row is None:
        page.sheet.set_answer(question, AGE)
    else:
        wait(waits, "an answer, 100 x the rules", row.click)


def wizard(window: MainWindow, waits: Waits) -> WizardPage:
    """Go through the wizard in this window, up to the page with all answers."""
    page = window.show_page("wizard")
    assert isinstance(page, WizardPage)
    page.begin_anew()
    settle()
    walk(page, waits)
    return page


def shown(library: Library) -> MainWindow:
    """A window on the screen, painted; from then on as the program keeps it."""
    window = MainWindow(library, Settings())
    window.show()
    for _ in range(LOOKS):  # what a window does in its first moments is measured elsewhere
        settle()
        time.sleep(LOOK_S)
    gc.freeze()
    return window


def main() -> None:
    """Measure everything and print it."""
    make_application(["magdesk"])
    waits: Waits = {}
    library = large_library()
    window = shown(library)
    compare(window, waits)
    for _ in range(WALKS):
        wizard(window, waits)
    # A hundred times the rules would fill the page with lines that nobody could read.
    today = shown(Library())
    for _ in range(WALKS):
        wait(waits, "the result, today's rules", wizard(today, {}).footer.forward.click)
    print(json.dumps({name: [median(times), max(times)] for name, times in waits.items()}))


if __name__ == "__main__":
    main()
