"""The one reader of numbers: every way of writing one, and never a smaller one without asking."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.intake.numbers import Ambiguous, Number, read_number
from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale

TABLE = Library().number_table
LOCALES = [TABLE.locale(name) for name in ("C", *TABLE.rows)]
locales = st.sampled_from([locale for locale in LOCALES if locale is not None])


def locale(name: str) -> NumberLocale:
    found = TABLE.locale(name)
    assert found is not None
    return found


def values(text: str, name: str = "en_US") -> tuple[float, ...]:
    read = read_number(text, locale(name))
    if read is None:
        return ()
    numbers = read.readings if isinstance(read, Ambiguous) else (read,)
    return tuple(number.value for number in numbers)


@pytest.mark.parametrize("text", ["1.500", "1,500", "1.000", "12.500", "12,500", "999.999"])
@given(locales)
def test_thousands_are_never_read_as_less_without_asking(text: str, place: NumberLocale) -> None:
    read = read_number(text, place)
    whole = float(text.replace(".", "").replace(",", ""))
    small = float(text.replace(",", "."))
    assert read in (Number(whole), Ambiguous((Number(whole), Number(small))))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("1.500", "de_DE", (1500,)),
        ("1.500", "it_IT", (1500,)),
        ("1.500", "de_AT", (1500,)),
        ("1.500", "en_US", (1500, 1.5)),
        ("1.500", "C", (1500, 1.5)),
        ("1,500", "en_GB", (1500,)),
        ("1,500", "de_DE", (1500, 1.5)),
        ("1,500", "C", (1500, 1.5)),
    ],
)
def test_the_locale_settles_what_it_can(text: str, name: str, expected: tuple[float, ...]) -> None:
    assert values(text, name) == expected


@given(locales)
def test_words_of_another_language_leave_both_readings_open(place: NumberLocale) -> None:
    for text in ("1.500", "1,500"):
        assert isinstance(read_number(text, place, foreign=True), Ambiguous)
    assert read_number("0.500", place, foreign=True) == Number(0.5)


SPACES = "\u0020\u00a0\u202f\u2009\u2007\u3000\u2002"


@pytest.mark.parametrize("space", SPACES, ids=lambda sign: f"U+{ord(sign):04X}")
def test_every_kind_of_space_parts_thousands(space: str) -> None:
    assert values(f"1{space}500") == values(f"1{space}500{space}mg") == (1500,)
    assert values(f"1{space}500{space}000") == (1_500_000,)
    assert values(f"{space}1500{space}") == (1500,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4e2", 400),
        ("4E2", 400),
        ("1.5e3", 1500),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5),
        ("0.500", 0.5),
        ("1.2345", 1.2345),
        ("1234.567", 1234.567),
        ("1'500", 1500),
        ("1’500", 1500),
        ("1\u02bc500", 1500),
        ("1,00,000", 100_000),
        ("12,34,567.5", 1_234_567.5),
        ("1.500,25", 1500.25),
        ("1,500.25", 1500.25),
        ("1.500.000", 1_500_000),
        ("1 500,5", 1500.5),
        ("\uff11\uff15\uff10\uff10", 1500),
        ("\uff11\uff0c\uff15", 1.5),
        ("\u0661\u0665\u0660\u0660", 1500),
        ("\u0661\u066c\u0665\u0660\u0660", 1500),
        ("\u0661\u066b\u0665", 1.5),
        ("\u06f1\u06f5\u06f0\u06f0", 1500),
        ("१\u096b\u0966\u0966", 1500),
        ("1\u200b500", 1500),
        ("350²", 350),
        ("-5", -5),
        ("−5", -5),
        ("+5", 5),
    ],
)
@given(locales)
def test_one_text_gives_one_number_everywhere(
    text: str, expected: float, place: NumberLocale
) -> None:
    assert read_number(text, place) == Number(expected)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1500 MG", Number(1500, "mg")),
        ("1500mg", Number(1500, "mg")),
        ("350 mg a day", Number(350, "mg")),
        ("350 mg/day", Number(350, "mg")),
        ("350 mg pro Tag", Number(350, "mg")),
        ("350 mg täglich", Number(350, "mg")),
        ("350 mg of magnesium", Number(350, "mg")),
        ("2 g", Number(2, "g")),
        ("500 µg", Number(500, "µg")),
        ("500 μg", Number(500, "µg")),
        ("500 mcg", Number(500, "µg")),
        ("5 mmol", Number(5, "mmol")),
        ("10 mEq", Number(10, "mEq")),
        ("3 Gramm", Number(3, "g")),
    ],
)
def test_units_are_read(text: str, number: Number) -> None:
    assert read_number(text, locale("en_US")) == number


def test_units_become_mg_of_magnesium() -> None:
    assert Number(1.5, "g").mg == 1500
    assert Number(500, "µg").mg == 0.5
    assert Number(4, "mmol").mg == pytest.approx(97.22)
    assert Number(2, "mEq").mg == Number(1, "mmol").mg
    assert Number(300).mg == Number(300, "mg").mg


@pytest.mark.parametrize(
    "text",
    ["", " ", "mg", "abc", "1 2", "12 34", "1.5.3", "1,5,3", "1.50.000", "1e999", "nan", "inf",
     "1-2", "100 to 200", "3 cats", "1,500,00.5", "0x10", "1 500 25", "--5", "2 x 100"],
)  # fmt: skip
@given(locales)
def test_what_is_no_single_number_is_refused(text: str, place: NumberLocale) -> None:
    in_twos = place.signs.group_digits == 2  # there "12 34" is one number
    assert in_twos or read_number(text, place) is None


@given(st.text(), locales)
def test_no_text_is_too_odd(text: str, place: NumberLocale) -> None:
    read = read_number(text, place)
    if isinstance(read, Ambiguous):
        assert len(read.readings) == 2
        assert abs(read.readings[0].value) > abs(read.readings[1].value)
    elif read is not None:
        assert math.isfinite(read.value)


def written(value: float, place: NumberLocale, *, grouped: bool) -> str:
    """A number as this locale writes it."""
    text = f"{value:,.12g}" if grouped else f"{value:.12g}"
    signs = place.signs
    zero = ord(signs.zero)
    digits = {str(digit): chr(zero + digit) for digit in range(10)}
    return "".join(
        {".": signs.decimal, ",": signs.group, **digits}.get(sign, sign) for sign in text
    )


@given(st.integers(1, 10_000_000), st.integers(0, 2), locales, st.booleans())
def test_what_a_locale_writes_is_read_back(
    number: int, decimals: int, place: NumberLocale, grouped: bool
) -> None:
    value = number / 10**decimals
    read = read_number(written(value, place, grouped=grouped), place)
    if isinstance(read, Ambiguous):
        assert Number(value) in read.readings
        assert place.name == "C"
    else:
        assert read == Number(value)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("de_DE", "de_DE"), ("de-DE", "de_DE"), ("de_DE.UTF-8", "de_DE"), ("DE_de", "de_DE"),
     ("sr_Latn_RS", "sr_Latn_RS"), ("en", "en"), ("C", "C"), ("C.UTF-8", "C"), ("POSIX", "C"),
     ("", "C"), ("de_DE@euro", "de_DE"), ("es_419", "es_419")],
)  # fmt: skip
def test_a_locale_is_found_by_each_way_of_writing_its_name(name: str, shown: str) -> None:
    assert locale(name).name == shown


@pytest.mark.parametrize("name", ["german", "xx_YY", "de DE", "12", "--", "de_DEUTSCH"])
def test_what_is_no_locale_is_none(name: str) -> None:
    assert TABLE.locale(name) is None


def test_language_and_territory_are_told() -> None:
    assert (locale("de_CH").language, locale("de_CH").territory) == ("de", "CH")
    assert (locale("sr_Latn_RS").language, locale("sr_Latn_RS").territory) == ("sr", "RS")
    assert (locale("C").language, locale("C").territory) == ("", "")
    assert (locale("en").language, locale("en").territory) == ("en", "")
