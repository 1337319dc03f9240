"""Text, HTML and JSON of an advice: the same words, safely written."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given

from magdesk.advice.advise import advise
from magdesk.intake.label.label_reader import LabelReader
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.report.advice_document import advice_document
from magdesk.report.blocks import Document, Items, Line, Paragraph, Section, lines_of
from magdesk.report.html import as_html
from magdesk.report.json import advice_json
from magdesk.report.level_words import instructions, lead_of
from magdesk.report.plain_text import as_text
from magdesk.report.reasons import reasons
from tests.advice.calm_sheet import CALM
from tests.sheets import DECISION, regions, sheets

LIBRARY = Library()


class _Words(HTMLParser):
    """Collects text, and fails on tags that do not pair."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "title" not in self.open:
            self.words += data.split()


def words_of(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return " ".join(parser.words)


@given(sheets(), regions)
def test_html_says_what_the_text_says(answers: Answers, region: Region) -> None:
    document = advice_document(advise(DECISION, answers, region), LIBRARY)
    told = words_of(as_html(document)).split()
    said = [word.strip(":-=[]<>*_") for word in as_text(document).split()]
    assert sorted(word.strip(":-=[]<>*_") for word in told if word.strip(":-=[]<>*_")) == sorted(
        filter(None, said)
    )
    assert "{" not in as_text(document)


@given(sheets(), regions)
def test_an_unfinished_sheet_says_so_first_and_never_sends_home(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    document = advice_document(advice, LIBRARY)
    left = len(advice.missing)
    words = f"Not finished: {left} question{'s' if left > 1 else ''} left"
    assert (document.title == words) == bool(left)
    if left:
        assert "at home" not in as_text(document)


@given(sheets(), regions)
def test_json_of_any_advice_can_be_read_back(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    told = json.loads(advice_json(advice))
    assert told["level"] == advice.level
    assert [rule["id"] for rule in told["rules"]] == [rule.id for rule in advice.rules]


@given(sheets(), regions)
def test_a_product_is_never_named_beside_a_danger_sign(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    if advice.level in ("today", "emergency") or advice.stop:
        document = advice_document(advice, LIBRARY)
        assert document.section("options") is None
        assert document.section("amount") is None


@given(sheets(), regions)
def test_every_reason_carries_its_rules_and_sources(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    section = advice_document(advice, LIBRARY).section("reasons")
    lines = lines_of(section) if section else ()
    told = [rule for line in lines if line.origin for rule in line.origin.rules]
    assert sorted(rule.id for rule in told) == sorted(rule.id for rule in advice.rules)
    assert all(line.origin and line.origin.sources for line in lines)


@given(sheets(), regions)
def test_folding_loses_no_rule(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    told = [
        rule.id
        for reason in reasons(advice, DECISION, LIBRARY.report_words)
        for rule in reason.rules
    ]
    assert sorted(told) == sorted(rule.id for rule in advice.rules)


def test_forty_unknown_medicines_become_one_line() -> None:
    advice = advise(DECISION, parse_answers({"medicines": ["not_sure"]}, DECISION), "eu")
    lines = reasons(advice, DECISION, LIBRARY.report_words)
    assert len(advice.rules) > 30
    assert len(lines) == 1
    assert "you were not sure" in lines[0].text


def document_of(*lines: Line) -> Document:
    return Document(
        "Title",
        (
            Section(
                "part",
                "",
                (Items(lines), Paragraph(Line("End."))),
            ),
        ),
    )


def test_markup_in_a_text_is_written_as_text() -> None:
    html = as_html(document_of(Line("</ul>", "<i>"), Line("<b>&")))
    assert words_of(html) == "Title <i> </ul> <b>& End."


def test_text_is_wrapped_and_lists_are_marked() -> None:
    lines = as_text(document_of(Line("word " * 40))).splitlines()
    assert max(map(len, lines)) <= 78
    assert lines[:2] == ["Title", "====="]
    assert any(line.startswith("- word") for line in lines)
    assert lines[-2:] == ["", "End."]


def test_phone_numbers_are_those_of_the_region() -> None:
    sheet = parse_answers({"danger_now": ["tetany"]}, DECISION)
    numbers = {}
    for region in ("us", "eu", "uk"):
        advice = advise(DECISION, sheet, region)
        told = " ".join((lead_of(advice, DECISION), *instructions(advice, DECISION)))
        numbers[region] = set(re.findall(r"\b(?:911|112|999)\b", told))
    assert numbers == {"us": {"911"}, "eu": {"112"}, "uk": {"999", "112"}}


def test_what_a_salt_can_hold_is_told_as_the_label_reader_tells_it() -> None:
    """The result and the page *Label* give the same figures for the same words."""
    reader = LabelReader(LIBRARY.catalogue.forms, LIBRARY.names, LIBRARY.labels)
    locale = LIBRARY.number_table.locale("en_GB")
    assert locale is not None
    seen = set()
    for changes in (
        {},
        {"triggers": ["exertion"]},
        {"triggers": ["anxiety"]},
        {"symptom": "cramp"},
    ):
        advice = advise(DECISION, parse_answers({**CALM, **changes}, DECISION), "eu")
        text = as_text(advice_document(advice, LIBRARY)).replace("\n", " ")
        salt = re.search(r"(\d+) mg of (\w+) can hold (\d+) to (\d+) mg", text)
        assert salt is not None
        compound, form, low, high = salt.groups()
        assert f"about {compound} mg of {form}" in text
        read = reader.read(f"magnesium {form} {compound} mg", locale).serving
        assert read is not None
        assert [round(read.low_mg), round(read.high_mg)] == [int(low), int(high)]
        seen.add(form)
    assert len(seen) > 1
