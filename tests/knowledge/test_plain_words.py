"""What a person reads in the interview and the advice: short sentences, labels of one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.decision_records import Reason

DECISION = Library().decision
MOST_WORDS = 20
LABEL_LETTERS = 46
"""What fits one line of two columns beside each other at 1180 pixels."""
TERM_LETTERS = 22


def read_by_people() -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text."""
    for page in DECISION.pages:
        yield page.id, f"{page.title}. {page.lead}"
    for question in DECISION.questions.values():
        yield question.id, f"{question.title} {question.help} {question.why}"
        yield question.id, f"{question.not_sure_detail}. {question.take_along}"
        for choice in question.choices if question.choices_from is None else ():
            yield f"{question.id}.{choice.id}", f"{choice.label}. {choice.detail}"
            yield f"{question.id}.{choice.id}", f"You said {choice.said}."
    for rule in DECISION.rules:
        yield rule.id, f"{rule.because} {rule.unsure} {rule.at_once}"
        for clears in rule.clears:
            yield rule.id, clears.text
    for level in DECISION.levels.values():
        yield level.id, f"{level.headline}. {level.lead} {level.stop_lead} {level.so_far}"
        yield level.id, " ".join((level.before_dose, *level.do))
    yield from read_beside_the_options()


def read_beside_the_options() -> Iterator[tuple[str, str]]:
    for row in DECISION.points:
        yield from (("points", told) for told in both_of(row.in_favour, row.against, row.unsure))
    for candidate in DECISION.candidates.values():
        yield from ((candidate.form, told) for told in both_of(*candidate.caveats))
    for step in DECISION.first_steps:
        yield step.id, " ".join((step.text, *(more.text for more in step.more)))
    for sign in DECISION.watch:
        yield sign.id, sign.text
    for line in DECISION.summary:
        yield line.part, line.text
    nothing = DECISION.no_supplement
    reasons = (*nothing.in_favour, *nothing.against, *nothing.by_complaint)
    for told in both_of(*reasons, nothing.food_enough, nothing.older_cramps):
        yield "no_supplement", told


def both_of(*reasons: Reason | None) -> Iterator[str]:
    """Each reason as it is told to the person, and as it stands on the counter."""
    for reason in filter(None, reasons):
        yield reason.text
        yield reason.to_professional


def test_sentences_are_short() -> None:
    long = [
        (place, sentence)
        for place, text in read_by_people()
        for sentence in re.split(r"(?<=[.!?])\s+", text)
        if len(sentence.split()) > MOST_WORDS
    ]
    assert long == []


OWN_CHOICES = [
    choice
    for question in DECISION.questions.values()
    if question.choices_from is None
    for choice in question.choices
]


def test_labels_fit_one_line_and_terms_the_counter() -> None:
    assert [row.label for row in OWN_CHOICES if len(row.label) > LABEL_LETTERS] == []
    terms = [choice.term for choice in OWN_CHOICES]
    terms += [question.term for question in DECISION.questions.values()]
    assert [term for term in terms if not 0 < len(term) <= TERM_LETTERS] == []


def test_the_said_of_every_choice_completes_a_sentence() -> None:
    said = [choice.said for choice in OWN_CHOICES]
    assert [text for text in said if text.endswith(".") or text[0].isupper()] == []


def test_no_text_has_a_sign_between_thousands() -> None:
    """In half of Europe “1,000 mg” is one milligram. Titles of sources stay as printed."""
    texts = [
        *(DATA_FOLDER / "knowledge").glob("*.toml"),
        *(DATA_FOLDER / "learn").glob("*.md"),
    ]
    found = [
        f"{path.name}: {figure}"
        for path in texts
        if path.name != "references.toml"
        for figure in re.findall(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])", path.read_text("utf-8"))
    ]
    assert found == []
