"""For any text at all: an answer, in shape, and nothing from less than a whole name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.knowledge.names.medicine_spelling import spellings
from magdesk.medicines.completion import complete
from magdesk.medicines.find import find
from magdesk.medicines.found import Found, ticks
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from tests.noncharacters import NONCHARACTERS

LIBRARY = Library()
INDEX = MedicineIndex(LIBRARY.medicine_names, LIBRARY.decision.medicines)
NAMES = [entry.name for entry in INDEX.entries]

pieces = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(NAMES).flatmap(
        lambda name: st.integers(1, len(name)).map(lambda length: name[:length])
    ),
    st.sampled_from(("comp", "gel", "20mg", "und", ",", "/", "Natrium", "eye", "tablets", "the")),
    st.text(max_size=6),
)
lines = st.lists(pieces, max_size=6).map(" ".join)


def is_sound(found: Found) -> bool:
    known = all(row in LIBRARY.decision.medicines for row in found.ids)
    once = len(set(found.ids)) == len(found.ids) and set(found.conditions) <= set(found.ids)
    shape = {
        "recognised": bool(found.ids) and "no_rule" not in found.ids,
        "no_rule": found.ids == ("no_rule",),
        "choose": len(found.ids) > 0,
        "unknown": found.ids == (),
    }
    return known and once and shape[found.kind] and len(found.did_you_mean) <= 3


@given(st.one_of(st.text(max_size=80), lines))
def test_any_text_has_an_answer_in_shape(typed: str) -> None:
    found = find(INDEX, typed)
    assert found.typed == typed
    assert is_sound(found)
    assert set(found.did_you_mean) <= set(NAMES)
    complete(INDEX, typed)


@pytest.mark.parametrize("sign", NONCHARACTERS, ids=ascii)
@given(st.sampled_from(NAMES))
def test_signs_that_stand_for_none_do_not_hide_a_name(sign: str, name: str) -> None:
    found = find(INDEX, f"{sign}{name}{sign}")
    assert found.ids == find(INDEX, name).ids
    assert find(INDEX, sign.join(name)).ids == find(INDEX, name).ids


@given(st.one_of(st.text(max_size=120), st.lists(lines, max_size=4).map("\n".join)))
def test_any_list_has_answers_that_tick_known_rows(pasted: str) -> None:
    for found in find_list(INDEX, pasted):
        assert is_sound(found)
        assert set(ticks(found, found.ids)) <= set(LIBRARY.decision.medicines)


def stands_whole(name: str, typed: str) -> bool:
    """Whether every word of a name stands in what was typed, but for its ending.

    A word for a class may stand for another one: *pill* for *tablet*.
    """
    together = [("".join(words), set(words)) for words in spellings(typed)]
    return any(
        all(
            INDEX.noise.is_class_word(word)
            or word in whole
            or word.rstrip("es") in joined
            or word in joined
            for word in words
        )
        for words in spellings(name)
        for joined, whole in together
    )


@given(lines)
def test_nothing_is_found_from_less_than_a_whole_name(typed: str) -> None:
    assert [name for name in find(INDEX, typed).names if not stands_whole(name, typed)] == []


@given(st.sampled_from(NAMES), st.integers(1, 4))
def test_a_name_without_its_end_ticks_only_where_that_is_a_name_too(name: str, cut: int) -> None:
    part = name[:-cut]
    found = find(INDEX, part)
    assert [each for each in found.names if not stands_whole(each, part)] == []
