"""The other pages as they are heard: the questions to their results, map, label, settings, day."""

from __future__ import annotations

from magdesk.interview.answers import choice_ids
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.interview_records import Page
from magdesk.medicines.completion import complete
from magdesk.medicines.medicine_index import MedicineIndex
from tests.packaged.speech import Person, Step, comparable

LIBRARY = Library()
DECISION = LIBRARY.decision
FORMS = [form.name for form in LIBRARY.catalogue.forms.values()]
PAGES = DECISION.pages
NONE_OF_THESE = "None of these"
NAME = "ramipril"
INDEX = MedicineIndex(LIBRARY.medicine_names, DECISION.medicines)
NAMES_FOUND = f"{len(complete(INDEX, NAME))} names found"
"""What has to be heard last: the count of the last letter."""


def opens(number: int) -> str:
    """What has to be heard when a page of the questions opens: where one is, title and help."""
    page: Page = PAGES[number - 1]
    return f"Page {number} of {len(PAGES)}: {page.title} {page.lead}"


def labels(question: str) -> list[str]:
    """The answers of a question, as they are called."""
    return [choice.label for choice in DECISION.questions[question].choices]


def title(question: str) -> str:
    return DECISION.questions[question].title


# --- the questions ----------------------------------------------------------------------------


def test_the_questions_are_heard_to_the_result_self_care(person: Person) -> None:
    complaint(person)
    none_of(person, 2, "danger_now")
    none_of(person, 3, "danger_today")
    taking(person)
    about_you(person)
    none_of(person, 6, "conditions")
    none_of(person, 7, "see_doctor")
    none_of(person, 8, "triggers")
    habits(person)
    level = DECISION.levels["self_care"]
    person.walk(
        Step("Tab", "Change", DECISION.questions["symptom"].short, labels("symptom")[0]),
        Step("Tab", "Change", DECISION.questions["duration"].short, labels("duration")[0]),
        Step("Return", opens(1), title("duration"), labels("duration")[0], "selected"),
        Step("Return", "Check your answers"),
        Step("Return", "Your result", level.short, level.headline, once=(level.headline,)),
        Step("Tab", "danger"),
    )
    person.press_until("Tab", "try magnesium", "collapsed", "button")
    person.walk(Step("space", "expanded"), Step("space", "collapsed"))


def test_the_questions_are_heard_to_the_result_emergency(person: Person) -> None:
    level = DECISION.levels["emergency"]
    answer = labels("danger_now")[0]
    complaint(person)
    person.walk(
        Step("Return", opens(2), answer, "1 of 14", once=(opens(2), answer)),
        Step("space", "checked"),
        Step("Return", level.headline, "Call 112 now", once=(level.headline,)),
        Step("Tab", "Where are you", "combo box"),
        Step("alt+Left", opens(2), answer, "checked"),
        Step("alt+Left", opens(1), labels("symptom")[0], "selected"),
    )


def complaint(person: Person) -> None:
    """The first page, with an answer that is missing at first."""
    count = len(choice_ids(DECISION.questions["symptom"]))
    person.walk(
        Step("ctrl+2", opens(1), title("symptom"), labels("symptom")[0], f"1 of {count}"),
        Step("space", "selected"),
        Step(
            "Return",
            title("duration"),
            labels("duration")[0],
            "needs an answer. Choose one answer",
            once=("needs an answer",),
        ),
        Step("space", "selected"),
        Step("Tab", "Continue", "button"),
        Step("Tab", "Back", "button"),
        Step("shift+Tab shift+Tab", labels("duration")[0], "selected"),
    )


def none_of(person: Person, number: int, question: str) -> None:
    """A page where nothing applies; the answer that says so comes after the choices."""
    asked = DECISION.questions[question]
    folded = {group.id for group in asked.groups if group.folded}
    unfolded = sum(choice.group not in folded for choice in asked.choices)
    last = f"{unfolded} of {len(asked.choices)}"
    person.walk(
        Step("Return", opens(number), "check box not checked", once=(opens(number),)),
        Step(" ".join(["Tab"] * (unfolded - 1)), last),
    )
    person.press_until("Tab", NONE_OF_THESE, "check box not checked", "1 of 2")
    person.walk(Step("space", "checked"))


def taking(person: Person) -> None:
    """A product and a medicine: both none, but for a name that is typed and taken back."""
    none = DECISION.questions["supplement_mg"].none_label
    person.walk(
        Step("Return", opens(4), title("supplement_mg"), none, "not checked"),
        Step("Return", "needs an answer. Type a number", once=("needs an answer",)),
        Step("space", "checked"),
    )
    none = DECISION.questions["medicines"].none_label
    person.press_until("Tab", title("medicines"), none)
    person.walk(Step("Tab", "Find a medicine", "text"))
    said = person.do(Step(f'"{NAME}"', NAMES_FOUND, never=("leaving", "not selected")))
    assert comparable(said[-1]) == NAMES_FOUND
    person.walk(
        Step("Escape Escape", "Find a medicine"),
        Step("shift+Tab", none, "not checked"),
        Step("space", "checked"),
    )


def about_you(person: Person) -> None:
    kidney = labels("kidney")
    person.walk(
        Step("Return", opens(5), title("age"), "text"),
        Step('"40"', "0"),
        Step("Tab", title("sex"), labels("sex")[0], "1 of 2"),
        Step("Down", labels("sex")[1], "selected", "2 of 2"),
        Step("Tab", title("kidney"), kidney[0], f"1 of {len(kidney) + 1}"),
        Step("Down", kidney[1], "selected", f"2 of {len(kidney) + 1}"),
    )


def habits(person: Person) -> None:
    person.walk(
        Step("Return", opens(9), title("food_mg"), "Not sure", "not checked"),
        Step("space", "checked"),
    )
    person.press_until("Tab", title("bowel"), labels("bowel")[0])
    person.walk(
        Step("space", "selected"),
        Step("Tab", title("stomach"), labels("stomach")[0]),
        Step("space", "selected"),
        Step("Tab", title("route"), labels("route")[0]),
        Step("space", "selected"),
        Step("Return", "Check your answers"),
    )


# --- the other pages --------------------------------------------------------------------------


def test_a_label_is_heard(person: Person) -> None:
    person.walk(Step("ctrl+4", "What is in my product?", "The label", "text"))
    person.walk(Step('"magnesium oxide 500 mg"', "302 mg of magnesium a day"))
    person.walk(Step("Tab", "What we understood", "Form", "combo box", "Oxide", never=("302 mg",)))


def test_the_map_is_heard(person: Person) -> None:
    first, second = FORMS[:2]
    person.walk(
        Step("ctrl+3", "Evidence map", f"table with {len(FORMS)} rows", first, once=(first,)),
        Step("Down", second, once=(second,)),
        Step("Right", "tested", "column header"),
        Step("Tab", "Read more", "button"),
    )


def test_settings_and_the_size_of_text_are_heard(person: Person) -> None:
    person.walk(
        Step("ctrl+comma", "Settings", "Colours", "As the system", "selected"),
        Step("Tab", "Size of text", "100 %", "selected"),
        Step("Tab", "Words", "Plain words", "selected", "Short sentences"),
        Step("Tab", "Region", "European Union", "selected"),
        Step("ctrl+plus", "Size of text: 110 %", once=("110 %",)),
        Step("ctrl+0", "Size of text: 100 %"),
        Step("ctrl+1", "Forms of magnesium", FORMS[0]),
        Step("ctrl+plus", "Size of text: 110 %", once=("110 %",)),
        Step("ctrl+0", "Size of text: 100 %"),
    )


def test_a_tick_and_the_detail_are_heard(person: Person) -> None:
    person.walk(
        Step("space", "1 chosen", FORMS[0]),
        Step("Down", FORMS[1]),
        Step("space", "2 chosen", FORMS[0], FORMS[1]),
        Step("Return", f"Details of {FORMS[1]}"),
        Step("Escape", "Forms of magnesium", FORMS[1]),
    )
