"""How a name is read: each rule of the finder, told with the names that people type."""

from __future__ import annotations

import pytest

from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex


def ids(index: MedicineIndex, typed: str) -> list[str]:
    return list(find(index, typed).ids)


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("omeprazole 20mg", "ppi"),
        ("OMEPRAZOLE", "ppi"),
        ("HCT", "water_tablet"),
        ("Ramipril-ratiopharm 5 mg", "ace_arb"),
        ("Candesartan Heumann 8 mg 98 Tabl. N3", "ace_arb"),
        ("Torasemid 10 1-0-0", "water_tablet"),
        ("furosemide 40 mg twice daily", "water_tablet"),
        ("Pantoprazol-ratiopharm 40 mg magensaftresistente Tabletten", "ppi"),
        ("Levothyroxine sodium 100microgram tablets", "levothyroxine"),
        ("Colecalciferol 800 I.E.", "no_rule"),
        ("Omep 40 mg (once a day) 1 A Pharma", "ppi"),
    ],
)
def test_strength_dose_form_and_maker_are_passed_over(
    index: MedicineIndex, typed: str, row: str
) -> None:
    assert ids(index, typed) == [row]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("co-codamol", "co codamol"),
        ("co-codamol", "cocodamol"),
        ("L-Thyroxine", "L Thyroxin"),
        ("L-Thyroxine", "Lthyroxin"),
        ("Schilddrüsenhormon", "Schilddruesenhormon"),
        ("Schilddrüsenhormon", "Schilddrusenhormon"),
        ("St John's wort", "st johns wort"),
        ("St John's wort", "St John’s Wort"),
        ("Centrum", "Centrum®"),
        ("Micardis Plus", "MicardisPlus"),
        ("Doxycycline", "Doxycyclin"),
        ("furosemide", "furosemid"),
        ("statin", "statins"),
        ("PPI", "PPIs"),
        ("Pille", "Pillen"),
        ("Wassertablette", "Wassertabletten"),
        ("Epsom salts", "epsom salt"),
        ("water tablet", "water pills"),
        ("thyroid medicine", "thyroid meds"),
    ],
)
def test_spelling_hyphens_umlauts_and_endings_are_free(
    index: MedicineIndex, one: str, other: str
) -> None:
    assert ids(index, one) == ids(index, other) != []


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("amlodipine atorvastatin", ["statin", "calcium_channel_blocker"]),
        ("atorvastatin/amlodipine 20/5", ["statin", "calcium_channel_blocker"]),
        ("hydrochlorothiazid losartan", ["water_tablet", "ace_arb"]),
        ("acid folic", ["antacid_spaced"]),
        ("tablets for my blood pressure", None),
    ],
)
def test_the_order_of_words_is_free(
    index: MedicineIndex, typed: str, rows: list[str] | None
) -> None:
    rows = ids(index, "blood pressure tablet") if rows is None else rows
    assert ids(index, typed) == rows


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("Esomeprazole magnesium", "ppi"),
        ("Esomeprazole magnesium tablets", "ppi"),
        ("Esomeprazol-Magnesium", "ppi"),
        ("losartan potassium tablets", "ace_arb"),
        ("Metoprololsuccinat 47,5 mg", "no_rule"),
        ("Bisoprololfumarat", "no_rule"),
        ("Doxycycline hyclate 100 mg", "tetracycline"),
        ("Olmesartan medoxomil", "ace_arb"),
        ("alendronate sodium 70 mg", "bisphosphonate"),
    ],
)
def test_a_salt_is_no_ingredient_of_its_own(index: MedicineIndex, typed: str, row: str) -> None:
    assert ids(index, typed) == [row]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("magnesium oxide 400 mg", ["magnesium_product"]),
        ("calcium acetate 475 mg", ["kidney_medicine"]),
        ("potassium chloride", ["other"]),
        ("zinc sulfate 220 mg", ["zinc_high"]),
        ("Magnesiumcitrat", ["magnesium_product"]),
        ("calcium magnesium zinc", ["magnesium_product", "zinc_high"]),
        ("Doppelherz Magnesium 400", ["magnesium_product"]),
    ],
)
def test_a_mineral_by_its_whole_name_is_one(
    index: MedicineIndex, typed: str, rows: list[str]
) -> None:
    assert ids(index, typed) == rows


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("Tylenol 3", "slow_gut"),
        ("Tylenol 3 tablets", "slow_gut"),
        ("Tylenol 500", "no_rule"),
        ("Tylenol 3 times a day", "no_rule"),
        ("T4", "levothyroxine"),
        ("A.T. 10", "active_vitamin_d"),
        ("Mag 64 20 mg", "magnesium_product"),
    ],
)
def test_a_number_that_belongs_to_the_name_stays(
    index: MedicineIndex, typed: str, row: str
) -> None:
    assert ids(index, typed) == [row]


@pytest.mark.parametrize(
    "medicine",
    [
        "ciprofloxacin",
        "tobramycin",
        "gentamicin",
        "tetracycline",
        "ketoconazole",
        "diclofenac",
        "hydrocortisone",
    ],
)
@pytest.mark.parametrize("form", ["eye drops", "ear drops", "cream", "ointment", "gel", "Salbe"])
def test_a_local_form_is_not_the_tablet(index: MedicineIndex, medicine: str, form: str) -> None:
    assert ids(index, f"{medicine} 0.3% {form}") == ["no_rule"]


@pytest.mark.parametrize("typed", ["Schmerzgel", "Voltaren Schmerzgel", "Tobramycin Augentropfen"])
def test_a_word_that_ends_in_a_local_form_is_one(index: MedicineIndex, typed: str) -> None:
    assert ids(index, typed) == ["no_rule"]


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("fentanyl patch", "slow_gut"),
        ("rivastigmine patch", "twitch_causing"),
        ("lidocaine patch", "no_rule"),
        ("Mucogel", "magnesium_product"),
        ("Riopan Magen Gel", "magnesium_product"),
        ("Fybogel", "laxative"),
        ("Advil Liqui-Gels", "nsaid"),
        ("salbutamol inhaler", "inhaler"),
        ("my purple inhaler", "inhaler"),
        ("budesonide inhaler", "no_rule"),
        ("tiotropium inhaler", "no_rule"),
    ],
)
def test_what_acts_in_the_whole_body_keeps_its_row(
    index: MedicineIndex, typed: str, row: str
) -> None:
    assert ids(index, typed) == [row]


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("gentamicin infusion", "aminoglycoside"),
        ("cisplatin iv", "magnesium_wasting"),
        ("denosumab injection 60 mg", "bone_injection"),
        ("zoledronic acid drip", "bone_injection"),
        ("ibandronate injection", "bone_injection"),
        ("iron infusion", "no_rule"),
        ("vitamin B12 injection", "no_rule"),
    ],
)
def test_by_needle_or_drip_there_are_no_hours_to_keep(
    index: MedicineIndex, typed: str, row: str
) -> None:
    assert ids(index, typed) == [row]


@pytest.mark.parametrize(
    "first", ["Ramipril", "Candesartan", "Enalapril", "Bisoprolol", "Nebivolol"]
)
@pytest.mark.parametrize("more", ["comp", "plus", "HCT", "HCTZ", "/hydrochlorothiazid"])
def test_comp_and_plus_add_a_water_tablet(index: MedicineIndex, first: str, more: str) -> None:
    assert "water_tablet" in ids(index, f"{first} {more} AbZ 5 mg/25 mg")


@pytest.mark.parametrize("typed", ["ASS plus C", "Nurofen Plus", "Amaryl M", "Fosamax plus D"])
def test_plus_adds_nothing_to_other_medicines(index: MedicineIndex, typed: str) -> None:
    assert "water_tablet" not in ids(index, typed)


@pytest.mark.parametrize("name", ["aspirin", "ASS", "acetylsalicylic acid", "Acetylsalicylsäure"])
def test_the_strength_of_aspirin_tells_its_use(index: MedicineIndex, name: str) -> None:
    for strength in ("75", "81 mg", "100 mg 1x daily", "162mg"):
        assert ids(index, f"{name} {strength}") == ["antacid_spaced"]
    for strength in ("250 mg", "325mg", "500", "0,5 g"):
        assert ids(index, f"{name} {strength}") == ["nsaid"]
    for strength in ("", "200 mg", "1 daily"):
        found = find(index, f"{name} {strength}")
        assert (found.kind, found.ids) == ("choose", ("antacid_spaced", "nsaid"))


def test_a_line_of_two_meanings_offers_and_ticks_none(index: MedicineIndex) -> None:
    found = find(index, "blood pressure pill")
    assert found.kind == "choose"
    assert len(found.ids) > 1


def test_a_complaint_yields_to_the_medicine_beside_it(index: MedicineIndex) -> None:
    assert ids(index, "omeprazole for heartburn") == ["ppi"]
    assert ids(index, "allopurinol for gout") == ["antacid_spaced"]


def test_a_medicine_without_a_rule_yields_to_one_that_has_one(index: MedicineIndex) -> None:
    assert ids(index, "paracetamol codeine") == ["slow_gut"]
    assert find(index, "paracetamol 500").kind == "no_rule"


def test_a_name_that_is_other_on_purpose_is_recognised(index: MedicineIndex) -> None:
    found = find(index, "Warfarin 5 mg")
    assert (found.kind, found.ids) == ("recognised", ("other",))


def test_a_combination_keeps_the_order_of_its_rows(index: MedicineIndex) -> None:
    found = find(index, "Zestoretic 20/12.5")
    assert (found.kind, found.ids) == ("recognised", ("ace_arb", "water_tablet"))


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("omeprazole 20 mg", "ppi"),
        ("ibuprofen 400", "nsaid"),
        ("zinc 25 mg", "zinc_high"),
        ("lansoprazole", "ppi"),
    ],
)
def test_a_row_with_a_condition_is_to_be_asked(index: MedicineIndex, typed: str, row: str) -> None:
    assert find(index, typed).conditions == (row,)


@pytest.mark.parametrize(
    "typed", ["", " ", "a", "in", "xx", "20 mg", "1-0-1", "tablets", "pill", "…"]
)
def test_what_names_nothing_is_unknown(index: MedicineIndex, typed: str) -> None:
    found = find(index, typed)
    assert (found.kind, found.ids, found.did_you_mean) == ("unknown", (), ())


@pytest.mark.parametrize("typed", ["environment", "omepra", "magnes", "ironing", "thyrox 50"])
def test_a_part_of_a_word_ticks_nothing(index: MedicineIndex, typed: str) -> None:
    assert find(index, typed).kind == "unknown"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zinc", "Zinnat"),
        ("iron", "Irenat"),
        ("ASS", "Assan"),
        ("HCT", "HCQ"),
        ("MTX", "MST"),
        ("L-Dopa", "L-Thyroxin"),
        ("the pill", "water pill"),
    ],
)
def test_names_that_begin_alike_are_kept_apart(index: MedicineIndex, one: str, other: str) -> None:
    assert set(ids(index, one)).isdisjoint(ids(index, other))


def test_lithium_by_any_name_is_lithium(index: MedicineIndex) -> None:
    assert ids(index, "Li-Liquid") == ids(index, "lithium") == ["lithium"]
