"""What a person saves is what they open; a question that reads otherwise is asked again."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from magdesk.answer_sheet.answer_sheet import AnswerSheet, Product
from magdesk.answer_sheet.saved_sheet import REFUSED, open_sheet, save_sheet, take_opened
from magdesk.intake.product_entry import ProductReader, product_reader
from magdesk.knowledge.loader import Library
from tests.noncharacters import NONCHARACTERS

PRODUCTS = (
    Product("Oxide", 603, "magnesium oxide 500 mg", 2),
    Product("Effervescent magnesium tablet", 243, "Effervescent magnesium tablet", 1),
)


@pytest.fixture
def sheet(library: Library) -> AnswerSheet:
    filled = AnswerSheet(library.decision, "eu")
    filled.set_answer("age", 40)
    filled.set_answer("supplement_mg", 846)
    filled.set_answer("medicines", ("statin", "not_sure"))
    filled.set_products(PRODUCTS)
    filled.day.write("wake", 0, "06:15")
    filled.day.portions = 2
    return filled


@pytest.fixture
def reader(library: Library) -> ProductReader:
    locale = library.number_table.locale("en_GB")
    assert locale is not None
    return product_reader(library, locale)


@pytest.fixture
def saved(sheet: AnswerSheet, tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    save_sheet(path, sheet, "2026.12")
    return path


def changed(path: Path, **keys: object) -> Path:
    whole = json.loads(path.read_text("utf-8")) | keys
    path.write_text(json.dumps(whole), "utf-8")
    return path


def test_what_is_saved_is_opened_again(
    sheet: AnswerSheet, saved: Path, reader: ProductReader, library: Library
) -> None:
    other = AnswerSheet(library.decision, "eu")
    other.set_answer("sex", "male")
    opened = open_sheet(saved, other)
    take_opened(opened, other, reader)
    assert opened.asked_again == ()
    assert dict(other.answers) == dict(sheet.answers)
    assert other.answer("sex") is None
    assert other.products == PRODUCTS
    assert other.day.texts("wake") == ("06:15",)
    assert other.day.portions == 2


def test_the_file_is_the_one_that_is_described(saved: Path) -> None:
    whole = json.loads(saved.read_text("utf-8"))
    assert set(whole) == {"format", "content", "answers", "products", "day"}
    assert whole["format"] == 1
    assert whole["content"].startswith("2026.12")
    assert whole["products"][0] == {"text": "magnesium oxide 500 mg", "per_day": 2}


def test_a_day_that_nobody_entered_is_not_in_the_file(library: Library, tmp_path: Path) -> None:
    save_sheet(tmp_path / "empty.json", AnswerSheet(library.decision, "eu"), "2026.12")
    assert json.loads((tmp_path / "empty.json").read_text("utf-8"))["day"] == {}


def test_a_day_that_cannot_be_yet_does_not_lock_the_file(
    sheet: AnswerSheet, tmp_path: Path
) -> None:
    sheet.day.write("bed", 0, "06:15")
    save_sheet(tmp_path / "day.json", sheet, "2026.12")
    assert open_sheet(tmp_path / "day.json", sheet).day is None


def test_only_its_owner_can_read_the_file(saved: Path) -> None:
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_a_question_that_reads_otherwise_is_asked_again(
    saved: Path, sheet: AnswerSheet, reader: ProductReader
) -> None:
    content = json.loads(saved.read_text("utf-8"))["content"]
    marks = [part for part in content.split() if part.startswith("age:")]
    changed(saved, content=content.replace(marks[0], "age:000000000000"))
    opened = open_sheet(saved, sheet)
    assert opened.asked_again == ("age",)
    take_opened(opened, sheet, reader)
    assert sheet.answer("age") is None
    assert sheet.answer("supplement_mg") == 846


def test_an_answer_to_a_question_that_is_gone_is_left_out(saved: Path, sheet: AnswerSheet) -> None:
    whole = json.loads(saved.read_text("utf-8"))
    changed(
        saved,
        answers=whole["answers"] | {"shoe_size": 43},
        content=f"{whole['content']} shoe_size:0123456789ab",
    )
    assert "shoe_size" not in open_sheet(saved, sheet).answers


def test_a_file_without_marks_holds_as_it_is(saved: Path, sheet: AnswerSheet) -> None:
    changed(saved, content="2026.12")
    assert open_sheet(saved, sheet).answers["age"] == 40


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"format": 2}, "newer magdesk"),
        ({"answers": {"age": -5}, "content": ""}, "age"),
        ({"answers": {"unheard_of": 1}, "content": ""}, "unheard_of"),
        ({"more": 1}, "more"),
        ({"day": {"wake": "25:00"}}, "bed"),
    ],
)
def test_what_is_refused_changes_nothing(
    saved: Path, sheet: AnswerSheet, keys: dict[str, object], said: str
) -> None:
    before = dict(sheet.answers)
    with pytest.raises(REFUSED, match=said):
        open_sheet(changed(saved, **keys), sheet)
    assert dict(sheet.answers) == before


@pytest.mark.parametrize("half", ["\\ud800", "\\udcff", "a\\udbff magnesium 100 mg"])
def test_half_a_sign_is_refused(saved: Path, sheet: AnswerSheet, half: str) -> None:
    whole = saved.read_text("utf-8")
    saved.write_text(whole.replace("magnesium oxide 500 mg", half), "utf-8")
    with pytest.raises(REFUSED, match="half a sign"):
        open_sheet(saved, sheet)


@pytest.mark.parametrize("half", ["\ud800", "magnesium \udcff 100 mg"])
def test_half_a_sign_that_was_pasted_does_not_keep_the_rest_from_being_saved(
    saved: Path, sheet: AnswerSheet, half: str
) -> None:
    sheet.set_products((*PRODUCTS, Product("?", 100, f"magnesium {half}", 1)))
    save_sheet(saved, sheet, "2026.12")
    opened = open_sheet(saved, sheet)
    assert opened.answers["age"] == 40
    assert [product.text for product in opened.products][:2] == [each.label for each in PRODUCTS]


@pytest.mark.parametrize("sign", NONCHARACTERS, ids=ascii)
def test_signs_that_stand_for_none_are_kept_as_they_were_pasted(
    saved: Path, sheet: AnswerSheet, sign: str
) -> None:
    label = f"magnesium{sign} oxide 500 mg"
    sheet.set_products((Product("?", 100, label, 1),))
    save_sheet(saved, sheet, "2026.12")
    assert [product.text for product in open_sheet(saved, sheet).products] == [label]


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    saved: Path, sheet: AnswerSheet, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        save_sheet(tmp_path / "no" / "such" / "folder.json", sheet, "2026.12")
    assert json.loads(saved.read_text("utf-8"))["format"] == 1
