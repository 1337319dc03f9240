"""Texts as they are heard: paragraph by paragraph, and each link by what it opens."""

from __future__ import annotations

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.form.monograph import compose
from tests.packaged.speech import Person, Step

LIBRARY = Library()
FORM = next(iter(LIBRARY.catalogue.forms.values()))
CITED = next(page for page in LIBRARY.learn_pages if page.citations)
NOISE = ("read only", "panel")


def test_the_details_of_a_form_are_read_line_by_line(person: Person) -> None:
    first, second = (f"{fact.label}: {fact.value}" for fact in compose(LIBRARY, FORM).facts[:2])
    person.walk(
        Step("Return", f"Details of {FORM.name}", first, once=(first,), never=NOISE),
        Step("Down", second, once=(second,), never=NOISE),
        Step("Up", first),
    )
    person.press_until("Tab", "Open in the browser", "link", "https")
    person.walk(
        Step("Return", "could not be opened", "https"),
        Step("Escape", "Forms of magnesium", FORM.name),
    )


def test_what_trials_found_is_read_line_by_line(person: Person) -> None:
    person.walk(
        Step("ctrl+3", "Evidence map", FORM.name),
        Step("Return", f"{FORM.name}:", "What was found", once=("What was found",), never=NOISE),
        Step("Down", never=NOISE),
    )
    person.press_until("Tab", "Open in the browser", "link", "https")
    person.walk(Step("Escape", "Evidence map", FORM.name))


def test_a_page_of_learn_is_read_and_leads_to_what_it_cites(person: Person) -> None:
    row = LIBRARY.learn_pages.index(CITED)
    title = LIBRARY.learn_pages[0].title
    person.walk(Step("ctrl+7", "Learn", "Pages of Learn", title))
    for page in LIBRARY.learn_pages[1 : row + 1]:
        person.walk(Step("Down", page.title))
    person.walk(
        Step("Tab", CITED.title), Step("Down"), Step("Up", CITED.title, once=(CITED.title,))
    )
    person.press_until("Tab", "Go to the source 1", "link")
    person.walk(Step("Return", "[1]", LIBRARY.bibliography[CITED.citations[0]].citation))
