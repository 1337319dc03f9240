"""Conditions in three-valued logic: unknown never falls through to fine."""

from __future__ import annotations

import itertools

import pytest

from magdesk.knowledge.conditions import Bounded, Condition, parse_condition
from magdesk.rules.facts import Facts
from magdesk.rules.truth import all_of, any_of, truth, unsure_questions

VALUES = (True, None, False)


def facts(**chosen: tuple[str, ...]) -> Facts:
    return Facts({key: frozenset(value) for key, value in chosen.items()}, {})


@pytest.mark.parametrize(("left", "right"), list(itertools.product(VALUES, VALUES)))
def test_both_and_either_follow_kleene(left: bool | None, right: bool | None) -> None:
    rank = {False: 0, None: 1, True: 2}
    assert all_of(iter((left, right))) is min(left, right, key=rank.__getitem__)
    assert any_of(iter((left, right))) is max(left, right, key=rank.__getitem__)


def test_a_chosen_sign_is_true_and_another_is_false() -> None:
    condition = parse_condition({"sign": ["a", "b"]})
    assert truth(condition, facts(sign=("b",))) is True
    assert truth(condition, facts(sign=("c",))) is False
    assert truth(condition, facts(sign=("none",))) is False


def test_not_sure_beside_a_choice_leaves_only_the_others_unknown() -> None:
    answers = facts(sign=("a", "not_sure"))
    assert truth(parse_condition({"sign": ["a"]}), answers) is True
    assert truth(parse_condition({"sign": ["b"]}), answers) is None


def test_a_missing_answer_is_false_not_unknown() -> None:
    assert truth(parse_condition({"sign": ["a"]}), facts()) is False
    assert truth(parse_condition({"age": {"from": 65}}), facts()) is False
    assert truth(parse_condition({"age": {"below": 18}}), facts()) is False


@pytest.mark.parametrize(
    ("bound", "at", "below", "above"),
    [
        ("from", True, False, True),
        ("to", True, True, False),
        ("above", False, False, True),
        ("below", False, True, False),
    ],
)
def test_bounds_are_exact(bound: str, at: bool, below: bool, above: bool) -> None:
    condition = parse_condition({"age": {bound: 65}})
    for age, expected in ((65, at), (64, below), (66, above)):
        assert truth(condition, Facts({}, {"age": age})) is expected


def test_a_number_that_is_not_sure_is_unknown() -> None:
    condition = parse_condition({"supplement_mg": {"above": "upper_limit"}})
    assert truth(condition, Facts({}, {"supplement_mg": "not_sure", "upper_limit": 250})) is None
    assert truth(condition, Facts({}, {"supplement_mg": 251, "upper_limit": "not_sure"})) is None
    assert truth(condition, Facts({}, {"supplement_mg": 251, "upper_limit": 250})) is True


def test_two_bounds_of_one_number_both_count() -> None:
    condition = parse_condition({"age": {"from": 12, "to": 55}})
    assert [truth(condition, Facts({}, {"age": age})) for age in (11, 12, 55, 56)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_question_that_does_not_apply_is_not_asked() -> None:
    condition = parse_condition({"not_asked": "pregnancy"})
    assert truth(condition, Facts({}, {}, frozenset({"pregnancy"}))) is True
    assert truth(condition, Facts({}, {})) is False


def test_only_the_question_that_leaves_it_open_is_named() -> None:
    condition = parse_condition({"all": [{"kidney": ["untested"]}, {"risk": ["a", "b"]}]})
    answers = facts(kidney=("untested",), risk=("not_sure",))
    assert list(unsure_questions(condition, answers)) == ["risk"]
    assert list(unsure_questions(condition, facts(kidney=("ok",), risk=("not_sure",)))) == []


def test_unknown_room_points_to_what_is_taken_already() -> None:
    condition = parse_condition({"room": {"below": 50}})
    assert list(unsure_questions(condition, Facts({}, {"room": "not_sure"}))) == ["supplement_mg"]


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ({}, "at least one key"),
        ([], "at least one key"),
        ({"age": {"over": 3}}, "over"),
        ({"age": {}}, "no bound"),
        ({"age": {"from": True}}, "age.from"),
        ({"age": {"from": "many"}}, "age.from"),
        ({"sign": []}, "sign"),
        ({"sign": ["a", "a"]}, "sign"),
        ({"sign": ["a", 1]}, "sign"),
        ({"sign": "a"}, "sign"),
        ({"any": []}, "any"),
        ({"all": {"sign": ["a"]}}, "all"),
        ({"not_asked": ["a"]}, "not_asked"),
    ],
)
def test_a_condition_that_cannot_be_read_names_the_key(table: object, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        parse_condition(table)


def test_an_unknown_kind_of_condition_is_an_error_not_a_false() -> None:
    class Strange(Condition):
        pass

    with pytest.raises(TypeError):
        truth(Strange(), facts())
    assert truth(Bounded("age", "from", 1), facts()) is False
