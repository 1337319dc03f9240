"""The index of names: what people type and labels print finds the form that is meant."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.names.name_index import NameIndex, form_names
from magdesk.knowledge.names.name_records import OtherName
from magdesk.knowledge.names.one_letter_off import one_letter_off

LIBRARY = Library()


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return LIBRARY.names


def every_name() -> list[tuple[str, str]]:
    return [(form, name) for form in LIBRARY.names.forms for name in LIBRARY.names.names_of(form)]


@pytest.mark.parametrize(("form", "name"), every_name())
def test_every_name_finds_its_form(names: NameIndex, form: str, name: str) -> None:
    for text in (name, name.upper(), f"  {name} 400 mg", f"{name}, 1 g"):
        assert form in names.find(text).forms


@pytest.mark.parametrize("other", LIBRARY.names.names.others, ids=lambda other: other.id)
def test_a_name_that_is_no_form_says_what_it_is(names: NameIndex, other: OtherName) -> None:
    for name in other.names:
        hits = names.find(name)
        assert other in hits.others
        assert set(other.forms) <= set(hits.forms)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Mag-Ox", {"oxide"}),
        ("mag ox", {"oxide"}),
        ("magnesium malate", {"malate"}),
        ("Mag-Tab", {"lactate"}),
        ("malate", {"malate"}),
        ("citrate", {"citrate"}),
        ("magnesium stearate", set()),
        ("E572", set()),
        ("citrate malate", {"citrate", "malate"}),
        ("lactate gluconate", {"lactate", "gluconate"}),
        ("Aquamin", {"hydroxide"}),
        ("acetyltaurate", {"acetyl_taurate"}),
    ],
)
def test_a_name_finds_nothing_but_what_it_names(
    names: NameIndex, text: str, forms: set[str]
) -> None:
    assert set(names.find(text).forms) == forms


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("MgO", "oxide"),
        ("mgo 400 mg", "oxide"),
        ("MgCl₂", "chloride_oral"),
        ("Mg(OH)2", "hydroxide"),
        ("MgSO4·7H2O", "sulfate_oral"),
        ("Mg glycinate", "glycinate"),
        ("magnesiumcitrate", "citrate"),
        ("Magnesiumbisglycinat", "glycinate"),
        ("MAGNESIUMOXID", "oxide"),
        ("magnesium citrates", "citrate"),
        ("glycinate 400 mg", "glycinate"),
        ("400mg glycinate", "glycinate"),
        ("magnesium citrate 400", "citrate"),
        ("bisglycinate 1,000 mg", "glycinate"),
        ("Mag 2", "pidolate"),
        ("Bittersalz", "sulfate_oral"),
    ],
)
def test_formulas_plurals_strengths_and_words_run_together_find_the_form(
    names: NameIndex, text: str, form: str
) -> None:
    assert form in names.find(text).forms


@pytest.mark.parametrize("text", ["twitches", "twitching", "Eyelid", "Muskelzucken"])
def test_word_forms_of_a_use_find_what_the_use_finds(names: NameIndex, text: str) -> None:
    assert names.find(text).forms == names.find("twitch").forms != ()


def test_the_metal_of_glycinate_is_no_unit_and_the_unit_no_metal(names: NameIndex) -> None:
    assert names.find("mg").forms == tuple(names.forms)
    assert names.find("400 mg").forms == names.find("400mg").forms == ()


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("bisglicinate", "bisglycinate"),
        ("glicinate", "glycinate"),
        ("magnesuim citrate", "magnesium citrate"),
        ("citrte", "citrate"),
        ("magnesiumcitrste", "magnesium citrate"),
    ],
)
def test_one_letter_off_is_offered_and_not_applied(
    names: NameIndex, text: str, offered: str
) -> None:
    hits = names.find(text)
    assert hits.forms == ()
    assert offered in [near.text for near in hits.near]
    for near in hits.near:
        assert near.forms == names.find(near.text).forms


@pytest.mark.parametrize("text", ["", " ", "–", "\u200b", "xyzzy", "glycinate xyzzy"])
def test_what_names_nothing_finds_nothing(names: NameIndex, text: str) -> None:
    hits = names.find(text)
    assert (hits.forms, hits.others, hits.near) == ((), (), ())


UNSEEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u0301", "\u0308")
ALIKE = {
    "i": "İ\u0131\u0456\u2170\uff49ì",
    "a": "\u0430á\uff41",
    "c": "\u0441ç\uff43",
    "e": "\u0435éê",
    "o": "\u043eòø",
    "t": "\uff54ṫ",
}


@given(
    st.sampled_from([name for _, name in every_name()]),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(UNSEEN)), max_size=4),
    st.data(),
)
def test_letters_that_look_alike_find_the_same(
    name: str, unseen: list[tuple[int, str]], data: st.DataObject
) -> None:
    text = "".join(data.draw(st.sampled_from(sign + ALIKE.get(sign.lower(), ""))) for sign in name)
    for place, sign in unseen:
        text = f"{text[:place]}{sign}{text[place:]}"
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, text)
        assert folded(typed) == folded(name)
        assert LIBRARY.names.find(typed) == LIBRARY.names.find(name)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    hits = LIBRARY.names.find(text)
    for form in hits.forms:
        marks = LIBRARY.names.marks(form, hits)
        for shown, spans in (
            (LIBRARY.names.forms[form].name, marks.in_name),
            (marks.found_in, marks.in_found),
        ):
            assert all(0 <= start < end <= len(shown) for start, end in spans)


def test_marks_cover_what_was_typed(names: NameIndex) -> None:
    hits = names.find("citráte 400 mg")
    assert names.marks("citrate", hits).in_name == ((0, 7),)
    hits = names.find("traacs")
    marks = names.marks("glycinate", hits)
    assert (marks.in_name, marks.found_in, marks.in_found) == ((), "TRAACS", ((0, 6),))
    hits = names.find("eyelid")
    assert names.marks("glycinate", hits).found_in == "twitch"


def test_names_of_a_form_begin_with_the_shown_one(names: NameIndex) -> None:
    for form in names.forms.values():
        assert names.names_of(form.id)[0] == form.name
        assert set(form_names(form)) <= set(names.names_of(form.id))


@given(st.text("abc", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6))
def test_one_letter_off_is_one_slip(one: str, other: str) -> None:
    deleted = {one[:at] + one[at + 1 :] for at in range(len(one))}
    swapped = {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    changed = {one[:at] + sign + one[at + 1 :] for at in range(len(one)) for sign in "abc"}
    longer = {one[:at] + sign + one[at:] for at in range(len(one) + 1) for sign in "abc"}
    slips = (deleted | swapped | changed | longer) - {one}
    assert one_letter_off(one, other) == (other in slips)
