"""The window as it is heard: where one is, what stands there, and what a key did."""

from __future__ import annotations

from magdesk.knowledge.loader import Library
from tests.packaged.speech import Person, Step

FORMS = [form.name for form in Library().catalogue.forms.values()]
FIRST, SECOND, THIRD = FORMS[:3]
OFTEN = ("not selected", "panel")


def test_the_start_is_heard(person: Person) -> None:
    rows = f"table with {len(FORMS)} rows"
    start = Step("(start)", "magdesk", "Forms of magnesium", rows, FIRST, once=(FIRST, rows))
    assert start.faults(person.start) == []


def test_a_row_says_its_form_once_and_what_is_known_of_it(person: Person) -> None:
    person.walk(
        Step("Down", SECOND, "elemental magnesium", "percent", never=OFTEN, once=(SECOND,)),
        Step("Down", THIRD, "elemental magnesium", "percent", never=OFTEN, once=(THIRD,)),
        Step("Right", "trials"),
        Step("Right", "elemental magnesium", "percent"),
        Step("Left Left Up", SECOND, once=(SECOND,)),
    )


def test_the_buttons_of_the_table_are_heard(person: Person) -> None:
    person.walk(
        Step("Down", SECOND),
        Step("Tab", "Copy", "button"),
        Step("Tab", "Save as CSV or web page", "button"),
        Step("Tab", "Print", "button"),
        Step("Tab", f"Details of {SECOND}", "Copy this text", "button"),
        Step("Tab", "Close the details", "button"),
    )


def test_the_filter_is_heard_as_it_is_typed(person: Person) -> None:
    person.walk(
        Step("ctrl+f", "Search forms and uses", never=("not selected",)),
        Step('"oxi"', f"of {len(FORMS)} forms"),
        Step("Escape", f"{len(FORMS)} forms"),
    )


def test_what_may_be_left_out_is_heard(person: Person) -> None:
    person.walk(Step("ctrl+f", "Search forms and uses"))
    person.press_until("Tab", "Filter", "button")
    person.walk(
        Step("space"),
        Step("Down", "By mouth", "not checked"),
        Step("Escape", "Filter", "button"),
    )


def test_the_order_is_heard(person: Person) -> None:
    person.walk(Step("ctrl+f", "Search forms and uses"))
    person.press_until("Tab", "Sort by", "button")
    person.walk(
        Step("space"),
        Step("Down", "Form", "checked"),
        Step("Down", "not checked"),
        Step("Return", "Sort by", "Sorted by", once=("Sorted by",)),
    )
