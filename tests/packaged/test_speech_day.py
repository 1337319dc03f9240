"""The pages Day and Counter as they are heard."""

from __future__ import annotations

from magdesk.interview.counter_groups import GROUPS
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import DANGER_NOW, SYMPTOM
from tests.packaged.speech import Person, Step

LIBRARY = Library()
DECISION = LIBRARY.decision
WORDS = LIBRARY.report_words
LETTERS = {name: group.letter for group in GROUPS for name in group.questions}
CLEARED = "Everything is cleared. New person"
NOT_CHECKED = "check box not checked"


def test_a_day_is_heard(person: Person) -> None:
    """Its first opening, a time, the verdict on it, and a time that is none."""
    person.walk(
        Step("ctrl+5", "Day", "Your times", "Meals", "text", "1 of 3. A time such as 7:30"),
        Step("Tab", "12:30", "selected", "2 of 3", once=("2 of 3",)),
        Step('"8.30"', "0"),
        Step("Tab", "19:00", "selected", "Meals", "Add the medicines that you take"),
        Step('"noon-ish"', "h"),
        Step("shift+Tab", "08:30", "selected", "Meals", "text"),
        Step("Tab", "Meals", "Use a time such as 7:30 or 7.30 pm", "3 of 3"),
        Step("ctrl+1", "Forms of magnesium"),
        Step("ctrl+5", "Day", "Meals", "1 of 3"),
    )


def test_a_medicine_of_the_day_is_heard(person: Person) -> None:
    person.walk(Step("ctrl+5", "Day", "Meals"))
    person.press_until("shift+Tab", "Add a medicine", "collapsed", "button")
    person.walk(
        Step("space", "Find a medicine", "text"),
        Step('"ramipril"', "names found", never=("leaving", "not selected")),
        Step("Return", "Find a medicine", "ramipril: Recognised"),
    )


def test_the_page_to_take_along_is_heard(person: Person) -> None:
    """Where it opens, the page part by part, and a part that is left out."""
    person.walk(Step("ctrl+5", "Day", "Meals"))
    person.press_until("shift+Tab", "Page to take along", "button")
    person.walk(Step("Return", "Page to take along", "button", once=("Page to take along",)))
    said = person.do(Step("Tab", "Preview of 1 page", "questions left", never=("===", "___")))
    person.walk(Step("Down", WORDS("page.for"), never=(said[-1],)), Step("Up", said[-1]))
    person.press_until("Tab", "Complaint", "check box checked")
    person.walk(Step("space", "not checked"))


def test_the_counter_is_heard(person: Person) -> None:
    """Letters lead to groups, digits tick, and what follows is said at once."""
    first = DECISION.questions[SYMPTOM].choices[0]
    danger = DECISION.questions[DANGER_NOW].choices[0]
    level = DECISION.levels["emergency"]
    person.walk(
        Step("ctrl+shift+c", "Counter", "key W", first.term, NOT_CHECKED, first.label, "1 of"),
        Step(LETTERS[DANGER_NOW].lower(), "key N", danger.term, NOT_CHECKED, danger.label),
        Step("1", "checked", "Result", level.id.replace("_", " "), once=("Result",)),
        Step("1", "not checked", "Result"),
        Step("r", "key R", "Find a medicine", "text"),
        Step('"ramipril"', "names found", never=("leaving", "not selected")),
        Step("Return", "Find a medicine", "ramipril:", "counted"),
        Step("Tab", "None", NOT_CHECKED),
        Step("ctrl+n", "key W", first.term, CLEARED, once=(CLEARED,)),
    )
