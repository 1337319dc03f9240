"""The chapters of Learn: short sentences, sources that exist, a warning before what it is about."""

from __future__ import annotations

import re

import pytest

from magdesk.knowledge.learn_pages import LearnPage
from magdesk.knowledge.loader import Library

LONGEST = 20
"""Words of a sentence."""

CHAPTERS = {page.slug: page for page in Library().learn_pages}


def sentences(page: LearnPage) -> list[str]:
    """The sentences outside tables, without citations and marks of Markdown."""
    lines = [line for line in page.text.splitlines() if not line.startswith("|")]
    plain = [re.sub(r"\[@\w+\]|[*_#]|^[-\d. ]+", "", line).strip() for line in lines]
    return [one for line in plain for one in re.split(r"(?<=[.!?:;]) ", line) if one]


@pytest.mark.parametrize("slug", CHAPTERS)
def test_no_sentence_is_long(slug: str) -> None:
    assert [one for one in sentences(CHAPTERS[slug]) if len(one.split()) > LONGEST] == []


def test_the_article_is_named_with_its_title_where_it_is_first_met() -> None:
    first = next(iter(CHAPTERS.values()))
    title = "“The Role of Magnesium in Neuromuscular Function”"
    assert title in first.text
    assert first.text.index(title) < first.text.index("the article”")


def test_no_chapter_calls_the_article_a_guide() -> None:
    for page in CHAPTERS.values():
        assert not re.search(r"\b[Tt]he [Gg]uide\b", page.text), page.slug


def test_the_warning_of_warfarin_comes_before_the_vitamin_it_is_about() -> None:
    text = CHAPTERS["other-things-people-try"].text
    assert "warfarin" in text
    assert text.index("warfarin") < text.index("180 µg")
    assert text.index("warfarin") < text.index("| Vitamin K2")


def test_other_things_are_graded_as_the_forms_are(library: Library) -> None:
    text = CHAPTERS["other-things-people-try"].text
    for grade, name in re.findall(r"\| (G\d), ([^|]+) \|", text):
        (meaning,) = [row for row in library.catalogue.grades if row.grade == grade]
        assert name.casefold() == meaning.name.casefold()
    assert re.search(r"\| G\d, ", text)
