"""Bad input never passes for an answer."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.interview.answer_file import MAX_BYTES, AnswerFileError, read_sheet
from magdesk.interview.answers import AnswerError, Answers, choice_ids, parse_answers
from magdesk.knowledge.loader import Library

DECISION = Library().decision

REFUSED = [
    ("kidneys", "normal"),
    ("symptom", "twich"),
    ("symptom", ["twitch"]),
    ("symptom", None),
    ("symptom", 3),
    ("symptom", "none"),
    ("triggers", "stress"),
    ("triggers", []),
    ("triggers", ["stress", "stress"]),
    ("triggers", ["none", "stress"]),
    ("triggers", ["none", "not_sure"]),
    ("triggers", ["strss"]),
    ("triggers", [1]),
    ("triggers", [["stress"]]),
    ("triggers", {"stress": True}),
    ("triggers", "not_sure"),
    ("age", 65.0),
    ("age", True),
    ("age", "65"),
    ("age", -1),
    ("age", 121),
    ("age", "not_sure"),
    ("age", None),
    ("age", math.nan),
    ("sex", "not_sure"),
    ("supplement_mg", -0.5),
    ("supplement_mg", 100_001),
    ("supplement_mg", math.inf),
    ("supplement_mg", math.nan),
    ("supplement_mg", "100"),
    ("supplement_mg", False),
    ("supplement_mg", [100]),
    ("food_mg", 10_001),
    ("food_mg", 10**400),
]


@pytest.mark.parametrize(("key", "value"), REFUSED)
def test_a_wrong_answer_is_refused_by_name(key: str, value: object) -> None:
    with pytest.raises(AnswerError) as error:
        parse_answers({key: value}, DECISION)
    assert error.value.key == key
    assert str(error.value).startswith(json.dumps(key))


def test_a_choice_of_older_sheets_is_refused_with_what_it_is_now() -> None:
    with pytest.raises(AnswerError) as error:
        parse_answers({"medicines": ["nsaid_ace_arb"]}, DECISION)
    assert str(error.value) == (
        '"medicines": there is no choice "nsaid_ace_arb"; '
        'it is now "nsaid", "ace_arb" or "ace_spaced"'
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("age", 0),
        ("age", 120),
        ("supplement_mg", 0),
        ("supplement_mg", 100_000),
        ("supplement_mg", 65.5),
        ("supplement_mg", "not_sure"),
        ("food_mg", 10_000),
        ("triggers", ["none"]),
        ("triggers", ["not_sure"]),
        ("triggers", ["stress", "not_sure"]),
        ("kidney", "not_sure"),
    ],
)
def test_a_right_answer_is_taken_as_it_is(key: str, value: object) -> None:
    taken = parse_answers({key: value}, DECISION)[key]
    assert taken == (tuple(value) if isinstance(value, list) else value)


def test_every_choice_of_every_question_is_taken() -> None:
    for question in DECISION.questions.values():
        for choice in choice_ids(question) if question.choices else ():
            value = [choice] if question.kind == "several" else choice
            assert parse_answers({question.id: value}, DECISION)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"[]", "no JSON object"),
        (b"3", "no JSON object"),
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"age": 1', "not JSON"),
        (b'{"age": 1, "age": 2}', 'key "age" stands twice'),
        (b'{"x": {"a": 1, "a": 2}}', 'key "a" stands twice'),
        (b"\xff{}", "not UTF-8"),
        (b'{"age": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b" " * (MAX_BYTES + 1), "larger than"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_text_that_is_no_sheet_is_refused_by_its_name(raw: bytes, says: str) -> None:
    with pytest.raises(AnswerFileError, match=says) as error:
        read_sheet(raw, "sheet.json")
    assert str(error.value).startswith("sheet.json: ")
    assert "\n" not in str(error.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
keys = st.sampled_from(list(DECISION.questions)) | st.text(max_size=12)
near_misses = st.sampled_from(
    [
        name
        for question in DECISION.questions.values()
        for name in (*choice_ids(question), question.id)
    ]
)


@given(st.dictionaries(keys, json_values | near_misses | st.lists(near_misses), max_size=5))
def test_any_sheet_is_either_taken_whole_or_refused_by_a_key(sheet: dict[str, object]) -> None:
    refused = ""
    taken: Answers = {}
    try:
        taken = parse_answers(sheet, DECISION)
    except AnswerError as error:
        refused = error.key
        named = refused in sheet
    else:
        named = taken.keys() == sheet.keys()
    assert named, refused


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_a_sheet_or_refused_by_name(raw: bytes) -> None:
    message = "sheet.json: "
    try:
        read_sheet(raw, "sheet.json")
    except AnswerFileError as error:
        message = str(error)
    assert message.startswith("sheet.json: ")
