"""A pasted list comes back part by part, with every part that is not known."""

from __future__ import annotations

import pytest

from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex


@pytest.mark.parametrize(
    ("pasted", "parts"),
    [
        ("omeprazole\nramipril", ["omeprazole", "ramipril"]),
        ("omeprazole 20 mg; ramipril", ["omeprazole 20 mg", "ramipril"]),
        ("omeprazole, ramipril 5 mg", ["omeprazole", "ramipril 5 mg"]),
        ("Omeprazol und Ramipril", ["Omeprazol", "Ramipril"]),
        ("omeprazole and foo", ["omeprazole", "foo"]),
        ("omeprazole / ramipril", ["omeprazole", "ramipril"]),
        ("- omeprazole\r\n• ramipril\n\n", ["omeprazole", "ramipril"]),
        ("Zestoretic 20/12.5", ["Zestoretic 20/12.5"]),
        ("Zestoretic 20 / 12.5 mg", ["Zestoretic 20 / 12.5 mg"]),
        ("Torasemid 12,5 mg", ["Torasemid 12,5 mg"]),
        ("amlodipine / valsartan", ["amlodipine / valsartan"]),
        (
            "metformin 500 mg, twice daily, with food, ramipril",
            ["metformin 500 mg, twice daily", "with food", "ramipril"],
        ),
        ("once daily, omeprazole", ["once daily, omeprazole"]),
        ("", []),
        (" \n , ; ", []),
    ],
)
def test_a_list_is_split_where_people_part_it(
    index: MedicineIndex, pasted: str, parts: list[str]
) -> None:
    assert [found.typed for found in find_list(index, pasted)] == parts


def test_every_part_is_shown_known_or_not(index: MedicineIndex) -> None:
    found = find_list(index, "HCT, Paracetamol; Blutdrucktablette\nFoozol")
    assert [each.kind for each in found] == ["recognised", "no_rule", "choose", "unknown"]
