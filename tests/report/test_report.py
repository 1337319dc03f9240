"""Text, HTML and JSON of an advice: the same words, safely written."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from hypothesis import given

from magdesk.advice.advise import advise
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.report.document import Block, advice_document, instructions, lead_of
from magdesk.report.html import advice_html, as_html
from magdesk.report.json import advice_json
from magdesk.report.reasons import reasons
from magdesk.report.text import as_text
from tests.sheets import DECISION, regions, sheets


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
def test_html_says_what_the_document_says(answers: Answers, region: Region) -> None:
    library = Library()
    advice = advise(DECISION, answers, region)
    blocks = advice_document(advice, library)
    said = " ".join(f"{block.lead} {block.text}" for block in blocks)
    assert words_of(advice_html(advice, library)) == " ".join(said.split())
    assert "{" not in said


@given(sheets(), regions)
def test_json_of_any_advice_can_be_read_back(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    told = json.loads(advice_json(advice))
    assert told["level"] == advice.level
    assert [rule["id"] for rule in told["rules"]] == [rule.id for rule in advice.rules]


@given(sheets(), regions)
def test_a_product_is_never_named_beside_a_danger_sign(answers: Answers, region: Region) -> None:
    library = Library()
    advice = advise(DECISION, answers, region)
    if advice.level in ("today", "emergency") or advice.stop:
        headings = [block.text for block in advice_document(advice, library)]
        assert "If you still want to try magnesium" not in headings
        assert "Amount" not in headings


@given(sheets(), regions)
def test_folding_loses_no_rule(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    told = [rule.id for reason in reasons(advice, DECISION) for rule in reason.rules]
    assert sorted(told) == sorted(rule.id for rule in advice.rules)


def test_forty_unknown_medicines_become_one_line() -> None:
    advice = advise(DECISION, parse_answers({"medicines": ["not_sure"]}, DECISION), "eu")
    lines = reasons(advice, DECISION)
    assert len(advice.rules) > 30
    assert len(lines) == 1
    assert "you were not sure" in lines[0].text


def test_markup_in_a_text_is_written_as_text() -> None:
    html = as_html([Block("title", "<b>&"), Block("item", "</ul>", lead="<i>")])
    assert words_of(html) == "<b>& <i> </ul>"


def test_text_is_wrapped_and_lists_are_marked() -> None:
    text = as_text([Block("title", "Title"), Block("item", "word " * 40), Block("text", "End.")])
    lines = text.splitlines()
    assert max(map(len, lines)) <= 78
    assert lines[:3] == ["Title", "=====", ""]
    assert lines[3].startswith("- word")
    assert lines[-2:] == ["", "End."]


def test_phone_numbers_are_those_of_the_region() -> None:
    sheet = parse_answers({"danger_now": ["tetany"]}, DECISION)
    numbers = {}
    for region in ("us", "eu", "uk"):
        advice = advise(DECISION, sheet, region)
        told = " ".join((lead_of(advice, DECISION), *instructions(advice, DECISION)))
        numbers[region] = set(re.findall(r"\b(?:911|112|999)\b", told))
    assert numbers == {"us": {"911"}, "eu": {"112"}, "uk": {"999", "112"}}
