"""What must hold for every label, however it is written."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from magdesk.intake.label.label_reader import LabelReader
from magdesk.intake.label.label_reading import ContradictionId, LabelReading, cost_of_100_mg
from magdesk.knowledge.formula import elemental_fraction
from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.report.label_json import label_json
from tests.noncharacters import NONCHARACTERS

LIBRARY = Library()
READER = LabelReader(LIBRARY.catalogue.forms, LIBRARY.names, LIBRARY.labels)
FORMS = LIBRARY.catalogue.forms
TABLE = LIBRARY.number_table
LOCALES = [TABLE.locale(name) for name in TABLE.rows]
locales = st.sampled_from([place for place in LOCALES if place is not None])
KEYS = [
    "understood", "forms", "compound_mg", "elemental_mg", "percent", "tablets_per_serving",
    "servings_per_day", "low_mg", "high_mg", "likely_mg", "day_low_mg", "day_high_mg",
    "contradictions", "ask",
]  # fmt: skip


def locale(name: str) -> NumberLocale:
    place = TABLE.locale(name)
    assert place is not None
    return place


def reading(text: str, name: str = "en_US") -> LabelReading:
    return READER.read(text, locale(name))


def told(text: str, name: str = "en_US") -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(label_json(reading(text, name)))
    return answer


def ids(read: LabelReading) -> set[str]:
    return {one.id for one in read.contradictions}


def written(value: float, place: NumberLocale) -> str:
    """A number as a locale writes it, thousands parted."""
    zero = ord(place.signs.zero)
    signs = {".": place.signs.decimal, ",": place.signs.group}
    signs |= {str(digit): chr(zero + digit) for digit in range(10)}
    return "".join(signs[sign] for sign in f"{value:,.10g}")


def test_the_json_has_the_keys_of_the_contract_in_order() -> None:
    assert list(told("bisglycinate 1000 mg")) == list(told("nothing")) == KEYS


@given(st.integers(1, 20_000), st.integers(0, 1), locales)
def test_mg_survive_being_written_and_read_in_every_locale(
    number: int, decimals: int, place: NumberLocale
) -> None:
    mg = number / 10**decimals
    text = f"Magnesium {written(mg, place)} mg"
    read = READER.read(text, place)
    assert "two_readings" not in ids(read)
    assert read.elemental_mg == pytest.approx(mg)
    assert read.serving is not None
    assert read.serving.low_mg == read.serving.high_mg == read.elemental_mg


@given(st.integers(1, 9), st.integers(0, 999), st.sampled_from(".,"), locales)
def test_a_doubtful_number_is_asked_back_or_read_as_the_larger(
    thousands: int, rest: int, sign: str, place: NumberLocale
) -> None:
    read = READER.read(f"Magnesium {thousands}{sign}{rest:03} mg", place)
    if "two_readings" in ids(read):
        assert (read.serving, read.day, read.elemental_mg) == (None, None, None)
        assert read.ask
    else:
        assert read.elemental_mg == 1000 * thousands + rest


@pytest.mark.parametrize("number", ["1.500", "1,500"])
@pytest.mark.parametrize("name", ["C", "C.UTF-8", "POSIX"])
def test_under_c_a_doubtful_number_is_always_asked_back(number: str, name: str) -> None:
    for text in (f"magnesium citrate {number} mg", f"Magnesiumcitrat {number} mg"):
        assert ids(reading(text, name)) == {"two_readings"}


@pytest.mark.parametrize(
    ("text", "name"),
    [("Magnesiumcitrat 1,500 mg", "en_US"), ("magnesium citrate 1.500 mg", "de_DE"),
     ("of which magnesium 1.500 mg", "de_DE"), ("davon Magnesium 1,500 mg", "en_GB")],
)  # fmt: skip
def test_words_of_the_other_language_leave_a_number_doubtful(text: str, name: str) -> None:
    read = reading(text, name)
    assert ids(read) == {"two_readings"}
    assert len(read.ask) == 1


@given(st.integers(1, 999), st.integers(0, 999))
def test_both_readings_are_told_to_their_last_figure(thousands: int, rest: int) -> None:
    (told,) = reading(f"magnesium citrate {thousands}.{rest:03d} mg", "C").contradictions
    smaller = f"{thousands}.{rest:03d}".rstrip("0").rstrip(".")
    assert f"as {1000 * thousands + rest} or as {smaller}." in told.text


def test_a_doubtful_number_that_is_no_magnesium_is_not_asked_about() -> None:
    assert reading("Calcium 1.500 mg, Magnesium 200 mg").elemental_mg == 200


def most_of(form: str) -> float:
    record = FORMS[form]
    formulas = [record.formula, *(variant.formula for variant in record.variants)]
    return max(elemental_fraction(formula) for formula in formulas if formula)


SALTS = sorted(form for form, record in FORMS.items() if record.formula and record.route == "mouth")


@given(st.sampled_from(SALTS), st.integers(1, 5000), st.integers(1, 5000))
def test_no_reading_exceeds_what_the_salt_can_hold_without_saying_so(
    form: str, compound: int, stated: int
) -> None:
    name = LIBRARY.names.names_of(form)[1]
    read = reading(f"{name.split(' (')[0]} {compound} mg, of which magnesium {stated} mg")
    assume(read.compound_mg == compound and read.elemental_mg == stated)
    assert read.serving is not None
    most = compound * most_of(form)
    if read.serving.high_mg > most * 1.01:
        assert "more_than_salt_holds" in ids(read)
        assert read.serving.high_mg == stated
        assert read.serving.low_mg <= most + 1e-6
    if stated > most * 1.01:
        assert "more_than_salt_holds" in ids(read)


@given(st.sampled_from(SALTS), st.integers(1, 100_000))
def test_a_salt_alone_holds_no_more_than_its_richest_formula(form: str, compound: int) -> None:
    for name in LIBRARY.names.names_of(form)[1:]:
        read = reading(f"{name}, {compound} mg")
        if read.serving is None or read.compound_mg != compound or "buffered" in name:
            continue
        assert read.serving.low_mg <= read.serving.likely_mg <= read.serving.high_mg
        assert read.serving.high_mg <= compound * max(map(most_of, read.forms)) * 1.0000001


@given(st.sampled_from(SALTS), st.integers(1, 99), st.integers(1, 3000))
def test_a_share_of_the_powder_is_no_percentage_of_a_reference_value(
    form: str, share: int, compound: int
) -> None:
    read = reading(f"{FORMS[form].full_name.split(' (')[0]} {compound} mg, {share} % elemental")
    assume(read.compound_mg == compound)
    assert read.percent is None
    assert read.serving is not None
    assert read.serving.high_mg == pytest.approx(max(compound * share / 100, read.serving.high_mg))


REACHED = {
    "more_than_salt_holds": "bisglycinate 2000 mg, of which magnesium 440 mg",
    "percent_against_mg": "magnesium 200 mg (80 % NRV)",
    "tablet_against_serving": "100 mg magnesium per tablet, 400 mg per serving (2 tablets)",
    "two_readings": "Magnesiumcitrat 1,500 mg",
    "absurd": "magnesium 5 g",
}


@pytest.mark.parametrize("key", get_args(ContradictionId))
def test_every_contradiction_is_reached_and_said_in_a_sentence(key: str) -> None:
    read = reading(REACHED[key])
    assert ids(read) == {key}
    (contradiction,) = read.contradictions
    assert contradiction.text.endswith(".")
    assert "{" not in contradiction.text
    assert read.ask


@pytest.mark.parametrize(
    "text",
    ["magnesium 2001 mg", "magnesium 100 mg per tablet, take 21 tablets a day", "magnesium 0 mg",
     "magnesium -1 mg", "magnesium citrate -500 mg", "40 tablets of magnesium 100 mg a day"],
)  # fmt: skip
def test_what_cannot_be_is_questioned_and_not_clamped(text: str) -> None:
    read = reading(text)
    assert ids(read) == {"absurd"}
    assert read.ask
    assert read.understood


@pytest.mark.parametrize(
    "text",
    ["magnesium 2000 mg", "magnesium 100 mg per tablet, take 20 tablets a day",
     "Milk of Magnesia, magnesium hydroxide 415 mg/5 mL, take 60 mL daily",
     "Epsom salt 10 g laxative", "Epsom salt bath 1 kg", "citrate of magnesia laxative, 17 g"],
)  # fmt: skip
def test_what_is_usual_is_not_questioned(text: str) -> None:
    assert "absurd" not in ids(reading(text))


@given(st.integers(1, 400), st.integers(1, 120))
def test_five_points_of_rounding_are_no_contradiction(mg: int, percent: int) -> None:
    read = reading(f"magnesium {mg} mg ({percent} % NRV)")
    differs = abs(mg / 375 * 100 - percent) > 5
    assert ("percent_against_mg" in ids(read)) == differs
    assert read.serving is not None
    if differs:
        assert read.serving.low_mg == pytest.approx(min(mg, percent * 3.75))
        assert read.serving.high_mg == pytest.approx(max(mg, percent * 3.75))
    else:
        assert read.serving.low_mg == read.serving.high_mg == mg


@given(st.integers(1, 6), st.integers(1, 4), st.integers(10, 300))
def test_a_day_is_tablets_times_servings(tablets: int, times: int, mg: int) -> None:
    read = reading(f"magnesium {mg} mg per tablet. Take {tablets} tablets {times} times a day.")
    assert read.day is not None
    assert read.day.likely_mg == mg * tablets * times
    serving = reading(
        f"Serving size: {tablets} tablets. Magnesium {mg} mg per serving. "
        f"Take {tablets} tablets {times} times a day."
    )
    assert serving.day is not None
    assert serving.tablets_per_serving == tablets
    assert serving.day.likely_mg == mg * times


@given(st.text(max_size=300), locales)
def test_no_text_is_too_odd(text: str, place: NumberLocale) -> None:
    read = READER.read(text, place)
    answer = json.loads(label_json(read))
    assert list(answer) == KEYS
    assert answer["ask"] or answer["understood"]


WORDS = st.sampled_from(
    ["magnesium", "citrate", "bisglycinate", "500 mg", "100", "2 tablets", "a day", "(", ")", ",",
     ";", "as", "of which", "50 %", "NRV", "per", "serving", "take", "twice", "elemental", "\n",
     "oxide", "x", "-", "zinc", "1.500 mg", "5 mL", "dihydrate", "buffered", "to", "3", "=",
     "half a", "1/2", "and", "1½", "tablet", "5-MTHF", "/ml", "30 ml", "per 100 g", "dont", "0-0-½"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14))
def test_words_of_labels_in_any_order_give_a_sound_reading(parts: list[str]) -> None:
    read = reading(" ".join(parts))
    for span in (read.serving, read.day):
        if span is not None:
            assert span.low_mg <= span.likely_mg <= span.high_mg
    assert (read.serving is None) == (read.day is None)
    if "two_readings" in ids(read):
        assert read.serving is None
    label_json(read)


@given(
    st.integers(1, 2000),
    st.sampled_from(
        [("half a tablet", 0.5), ("1/2 tablet", 0.5), ("½ tablet", 0.5),
         ("a quarter of a tablet", 0.25), ("3/4 tablet", 0.75),
         ("1 1/2 tablets", 1.5), ("2½ tablets", 2.5),
         ("one and a half tablets", 1.5)]
    ),
    st.sampled_from(["take {part} daily. magnesium {mg} mg per tablet",
                     "magnesium {mg} mg per tablet, {part} a day",
                     "{part} of magnesium {mg} mg"]),
)  # fmt: skip
def test_a_part_of_a_tablet_is_that_part(mg: int, part: tuple[str, float], label: str) -> None:
    read = reading(label.format(part=part[0], mg=mg))
    assert read.day is not None
    assert read.day.likely_mg == pytest.approx(mg * part[1])


@given(st.integers(1, 900), st.sampled_from(["mg/ml", "mg per ml", "mg / mL"]), st.integers(2, 500))
def test_so_much_in_a_ml_is_never_taken_for_a_dose(mg: int, each: str, volume: int) -> None:
    silent = reading(f"magnesium {mg} {each}, {volume} ml")
    assert silent.serving is None
    assert silent.ask
    told = reading(f"magnesium {mg} {each}, take {volume} ml daily")
    assert told.day is not None
    assert told.day.likely_mg == pytest.approx(mg * volume)


@given(
    st.integers(2, 9),
    st.sampled_from(["MTHF", "HTP", "keto", "hydroxy", "deoxy", "methylfolate"]),
    st.sampled_from(["magnesium {}", "magnesium with {}", "{} and magnesium", "magnesium + {} mg"]),
)
def test_a_digit_of_a_name_is_no_amount(digit: int, name: str, label: str) -> None:
    assert reading(label.format(f"{digit}-{name}")).serving is None


def test_the_arithmetic_is_told_as_lines_a_person_can_follow() -> None:
    read = reading("bisglycinate 1000 mg")
    assert [step.sum for step in read.steps][:2] == [
        "1000 mg × 14.1 % = 141 mg",
        "1000 mg × 10 % = 100 mg",
    ]
    assert read.why_range
    label = (
        "MAGNESIUM BISGLYCINATE 2,000 mg\nServing size: 2 capsules\n"
        "of which magnesium 440 mg (117 % NRV)"
    )
    lines = {step.sum: step.fits for step in reading(label).steps}
    assert lines["2000 mg × 14.1 % = 282 mg"] is None
    assert lines["440 mg ÷ 2000 mg = 22 %"] is False
    assert lines["117 % of 375 mg = 439 mg"] is True
    assert lines["440 mg ÷ 2 = 220 mg"] is None


def test_the_sentence_of_the_richer_mix_names_its_figures() -> None:
    (said,) = reading("bisglycinate 2000 mg, of which magnesium 440 mg").contradictions
    assert said.text.startswith("2000 mg of magnesium bisglycinate holds at most 282 mg")
    assert "440 mg" in said.text


def test_other_readings_are_told_beside_the_one_taken() -> None:
    salt = reading("bisglycinate 300 mg")
    assert [round(other.serving.likely_mg) for other in salt.others] == [300]
    magnesium = reading("magnesium 300 mg (as bisglycinate)")
    assert [round(other.serving.high_mg) for other in magnesium.others] == [42]
    several = reading("magnesium 300 mg, take 3 capsules daily")
    assert [round(other.serving.likely_mg) for other in several.others] == [100]


def test_a_name_that_is_no_form_is_explained() -> None:
    assert "excipient" not in " ".join(reading("magnesium stearate").said)
    assert reading("magnesium stearate").said
    assert reading("liposomal magnesium 100 mg").said


def test_a_near_name_is_offered_and_not_taken() -> None:
    read = reading("bisglicinate 1000 mg")
    assert not read.understood
    assert read.near == ("bisglycinate",)
    assert "bisglycinate" in read.ask[0]


def test_an_order_of_options_reads_any_text() -> None:
    for text in ("-bisglycinate 500 mg", "--magnesium 200 mg", "- 200 mg magnesium"):
        assert reading(text).understood


def test_100_mg_have_a_price() -> None:
    assert cost_of_100_mg(12, 60, 200, 1) == pytest.approx(0.1)
    assert cost_of_100_mg(12, 60, 200, 2) == pytest.approx(0.2)
    for wrong in ((0, 60, 200, 1), (12, 0, 200, 1), (12, 60, 0, 1), (12, 60, 200, 0)):
        with pytest.raises(ValueError, match="above 0"):
            cost_of_100_mg(*wrong)


def test_the_salt_that_is_missing_is_solved_for() -> None:
    read = reading("magnesium 100 mg (as bisglycinate)")
    assert read.compound is not None
    assert [round(mg) for mg in (read.compound.low_mg, read.compound.high_mg)] == [709, 1000]
    assert reading("bisglycinate 1000 mg").compound is None


NOT_DAILY = (
    "magnesium 200 mg, 1 capsule every other day",
    "magnesium 200 mg every 2 days",
    "magnesium 200 mg on alternate days",
    "magnesium 200 mg three times a week",
    "Magnesium 200 mg jeden zweiten Tag",
    "Magnesium 200 mg jeden 2. Tag",
    "Magnesium 200 mg dreimal pro Woche",
    "magnesium 200 mg twice a week",
    "magnesium 200 mg twice weekly",
    "magnésium 200 mg un jour sur deux",
    "magnésium 200 mg tous les 2 jours",
)


@pytest.mark.parametrize("text", NOT_DAILY)
def test_what_is_not_taken_daily_counts_whole_and_says_so(text: str) -> None:
    """Limits are for a day on which it is taken: the mean of the days is never what counts."""
    read = reading(text)
    assert read.day is not None
    assert read.day.low_mg == read.day.high_mg == 200
    assert LIBRARY.labels.sum.not_daily in read.said


@pytest.mark.parametrize("text", ["magnesium 200 mg daily", "magnesium 200 mg daily for a week"])
def test_what_is_taken_daily_says_nothing_of_it(text: str) -> None:
    assert LIBRARY.labels.sum.not_daily not in reading(text).said


@pytest.mark.parametrize("sign", [*NONCHARACTERS, "\x00", "\x7f"], ids=ascii)
def test_signs_that_stand_for_none_lower_no_amount(sign: str) -> None:
    """They are not seen, so a figure is read whole."""
    assert told(f"{sign}magnesium{sign} oxide {sign}500 mg{sign}")["likely_mg"] == 302
    assert told(f"magnesium oxide 5{sign}00 mg")["likely_mg"] == 302
