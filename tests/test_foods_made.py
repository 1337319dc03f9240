"""``build_spec/foods.py`` takes the foods of the index that have a line for magnesium."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from build_spec import foods
from magdesk.knowledge.food_table import read_food_table

INDEX = "00002|Salt\n00001|Butter, salted\n00003|Ice\n"
FILES = {
    "00001": '<food name="Butter, salted"><measure amount="0.5" name="cup, &quot;soft&quot;" '
    'grams="113.5"/><measure amount="1.0" name="pat" grams="5.0"/>'
    '<nutrient amount="2.0" name="Magnesium"/></food>',
    "00002": '<food name="Salt"><nutrient amount="3.0" name="Sodium"/></food>',
    "00003": '<food name="Ice"><measure amount="1.0" name="cube" grams="0.0"/>'
    '<nutrient amount="0.0" name="Magnesium"/></food>',
    "00009": '<food name="Retired"><nutrient amount="9.0" name="Magnesium"/></food>',
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    file = tmp_path / "foods.jar"
    with ZipFile(file, "w") as jar:
        jar.writestr(f"{foods.FOLDER}/foods.index", INDEX)
        for number, xml in FILES.items():
            jar.writestr(f"{foods.FOLDER}/{number}.xml", xml)
    return file


def test_a_food_that_is_retired_or_has_no_line_for_magnesium_is_left_out(archive: Path) -> None:
    assert list(foods.foods_in(archive)) == [
        ("00001", "Butter, salted", "2", '0.5 cup, "soft"', "113.5"),
        ("00003", "Ice", "0", "", ""),
    ]


def test_the_same_archive_gives_the_same_bytes_and_the_program_reads_them(
    archive: Path, tmp_path: Path
) -> None:
    table = foods.as_csv(foods.foods_in(archive))
    assert table == foods.as_csv(foods.foods_in(archive))
    file = tmp_path / "foods.csv"
    file.write_bytes(table)
    read = read_food_table(file, [])
    assert [food.mg_per_100_g for food in read.values()] == [2, 0]
    assert read["00001"].measure == '0.5 cup, "soft"'


def test_the_shipped_table_is_written_as_the_script_writes() -> None:
    shipped = read_food_table(foods.FOODS, [])
    rows = (
        (
            food.id,
            food.name,
            foods.plain(food.mg_per_100_g),
            food.measure,
            "" if food.grams is None else foods.plain(food.grams),
        )
        for food in shipped.values()
    )
    assert foods.as_csv(rows) == foods.FOODS.read_bytes()


def test_a_package_that_cannot_be_had_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = foods.FOODS.read_bytes()
    assert foods.main([str(tmp_path / "none.deb")]) == 1
    assert "cannot be had" in capsys.readouterr().err
    assert foods.FOODS.read_bytes() == before
