"""The table of foods holds the figures it is said to hold, and a faulty one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from magdesk.knowledge.faults import Fault
from magdesk.knowledge.food_table import read_food_table
from magdesk.knowledge.loader import Library

FOODS = Library().foods
HEAD = "id,name,mg_per_100_g,measure,grams\n"
PER_100_G = {
    "12016": 550,  # pumpkin seed kernels, roasted
    "12014": 592,  # pumpkin seed kernels, dried
    "12061": 268,  # almonds
    "11233": 34,  # kale, raw
    "15121": 27,  # tuna, canned in water
    "20125": 30,  # spaghetti, whole-wheat, cooked
    "14411": 1,  # tap water
}
EXAMPLE_DAY = ("08121", "12061", "16015", "11458", "09040", "20037", "01117")
"""Oatmeal, almonds, black beans, boiled spinach, a banana, brown rice and yogurt."""


def faults_of(table: str | bytes, folder: Path) -> list[str]:
    file = folder / "foods.csv"
    file.write_bytes(table.encode("utf-8") if isinstance(table, str) else table)
    faults: list[Fault] = []
    read_food_table(file, faults)
    return [str(fault) for fault in faults]


def test_every_food_with_a_line_for_magnesium_is_there() -> None:
    amounts = [food.mg_per_100_g for food in FOODS.foods.values()]
    assert (len(amounts), amounts.count(0)) == (7228, 195)


@pytest.mark.parametrize("number", PER_100_G)
def test_a_food_holds_what_the_usda_table_says(number: str) -> None:
    assert FOODS.foods[number].mg_per_100_g == PER_100_G[number]


def test_an_ounce_of_chia_holds_95_mg() -> None:
    assert round(FOODS.serving("12006").mg) == 95


def test_the_example_day_sums_to_about_380_mg() -> None:
    assert round(sum(FOODS.serving(number).mg for number in EXAMPLE_DAY), -1) == 380


def test_about_twenty_lines_are_asked_and_each_has_foods_of_its_own() -> None:
    assert 18 <= len(FOODS.checks) <= 24
    named = [number for check in FOODS.checks.values() for number in check.foods]
    assert len(named) == len(set(named))


def test_a_food_without_a_measure_is_served_by_100_g() -> None:
    bare = next(food for food in FOODS.foods.values() if food.grams is None)
    assert FOODS.serving(bare.id) == ("100 g", 100, bare.mg_per_100_g)


def test_a_sound_table_has_no_fault(tmp_path: Path) -> None:
    sound = f'{HEAD}00001,"Butter, salted",2,1 cup,227\n00002,Ice,0,,\n'
    assert faults_of(sound, tmp_path) == []


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("id,name\n", "foods.csv: line 1: expected id,name"),
        (f"{HEAD}00001,Ice,0,\n", "foods.csv: line 2: expected 5 cells"),
        (f"{HEAD}1,Ice,0,,\n", "foods.csv: line 2: id: expected five digits"),
        (
            f"{HEAD}\u0660\u0660\u0660\u0660\u0661,Ice,0,,\n",
            "foods.csv: line 2: id: expected five digits",
        ),
        (f"{HEAD}00001, ,0,,\n", "foods.csv: line 2: name: is empty"),
        (f"{HEAD}00001,Ice,-1,,\n", "foods.csv: line 2: mg_per_100_g: expected an amount"),
        (f"{HEAD}00001,Ice,nan,,\n", "foods.csv: line 2: mg_per_100_g: expected an amount"),
        (f"{HEAD}00001,Ice,60311,,\n", "foods.csv: line 2: mg_per_100_g: expected an amount"),
        (f"{HEAD}00001,Ice,0,1 cup,\n", "foods.csv: line 2: grams: a measure needs a weight"),
        (f"{HEAD}00001,Ice,0,,9\n", "foods.csv: line 2: grams: a measure needs a weight"),
        (f"{HEAD}00001,Ice,0,1 cup,0\n", "foods.csv: line 2: grams: a measure needs a weight"),
        (f"{HEAD}00001,Ice,0,,\n00001,Ice,0,,\n", "foods.csv: 00001: id: duplicate"),
        (f'{HEAD}00001,"Ice,0,,\n', "foods.csv: is not valid CSV"),
        (b"\xff", "foods.csv: is not UTF-8 text"),
        (b"", "foods.csv: line 1: expected id,name"),
    ],
)
def test_a_fault_in_the_table_is_named(table: str | bytes, fault: str, tmp_path: Path) -> None:
    assert [line for line in faults_of(table, tmp_path) if not line.startswith(fault)] == []
    assert faults_of(table, tmp_path)


def test_all_faults_of_the_table_are_named_at_once(tmp_path: Path) -> None:
    assert len(faults_of(f"{HEAD}1,,x,,\n2,,y,,\n", tmp_path)) == 6


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    faults: list[Fault] = []
    read_food_table(tmp_path / "foods.csv", faults)
    assert [str(fault) for fault in faults] == ["foods.csv: the file is missing"]
