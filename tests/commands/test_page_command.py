"""``magdesk page``: every part, every format, and what cannot be written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from magdesk.knowledge.loader import Library
from magdesk.report.take_along import PARTS
from tests.case_files import load_bases

SHEET = {
    "symptom": "night_cramp",
    "duration": "over_6_weeks",
    "danger_now": ["none"],
    "danger_today": ["none"],
    "supplement_mg": 400,
    "medicines": ["water_tablet", "statin", "ppi", "magnesium_product"],
    "age": 58,
    "sex": "male",
    "kidney": "no_known_problem",
    "conditions": ["diabetes"],
}
DAY = {
    "wake": "07:00",
    "bed": "23:00",
    "meals": ["12:30"],
    "portions": 1,
    "medicines": [{"id": "levothyroxine", "times": ["06:30"]}],
}


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(SHEET), "utf-8")
    return file


def page(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "magdesk", "page", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=120)


def told(*arguments: str | Path) -> str:
    done = page(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_text_says_what_was_told_and_what_follows(sheet: Path) -> None:
    words = " ".join(told(sheet, "--format", "text").split())
    for wanted in (
        "58 years",
        "150 mg over the limit of 250 mg",
        "See a doctor",
        "Diabetes",
        "[1]",
    ):
        assert wanted in words


@pytest.mark.parametrize("part", [part for part in PARTS if part != "day"])
def test_a_part_that_is_left_out_is_not_there(sheet: Path, part: str) -> None:
    whole = told(sheet, "--format", "text")
    assert len(told(sheet, "--format", "text", "--without", part)) < len(whole)


def test_parts_may_be_left_out_together(sheet: Path) -> None:
    every = [word for part in PARTS for word in ("--without", part)]
    assert "58 years" not in told(sheet, "--format", "text", *every)


def test_html_is_complete_and_loads_nothing(sheet: Path) -> None:
    html = told(sheet, "--format", "html", "--name", "Ada <b>", "--note", "שלום & more")
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "Ada &lt;b&gt;" in html
    assert "שלום &amp; more" in html
    assert not re.search(r"<(script|img|link|iframe)|url\(|@import|src=", html)
    assert html.count("<h1>") == 1
    assert 'scope="col"' in html
    assert 'scope="row"' in html


def test_the_day_stands_on_it(sheet: Path, tmp_path: Path) -> None:
    calm = tmp_path / "calm.json"
    calm.write_text(json.dumps({"medicines": ["levothyroxine"]}), "utf-8")
    day = tmp_path / "day.json"
    day.write_text(json.dumps(DAY), "utf-8")
    assert "12:30" in told(calm, "--format", "text", "--day", day)
    assert "12:30" not in told(calm, "--format", "text", "--day", day, "--without", "day")


def test_an_unfinished_sheet_says_so_first(tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text("{}", "utf-8")
    assert told(empty, "--format", "text").startswith("Not finished: ")
    assert "<h1>Not finished: " in told(empty, "--format", "html")


def test_reasons_of_an_unfinished_sheet_say_that_they_may_change(tmp_path: Path) -> None:
    words = Library().report_words
    file = tmp_path / "answers.json"
    for answers, said, unsaid in (
        ({}, "reasons.none_so_far", "reasons.none"),
        (load_bases()["healthy_adult"], "reasons.none", "reasons.none_so_far"),
    ):
        file.write_text(json.dumps(answers), "utf-8")
        page_words = " ".join(told(file, "--format", "text").split())
        assert words(said) in page_words
        assert words(unsaid) not in page_words


def test_a_pdf_needs_a_file_and_no_display(sheet: Path, tmp_path: Path) -> None:
    refused = page(sheet, "--format", "pdf")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.count(b"\n") == 1
    target = tmp_path / "page.pdf"
    assert told(sheet, "--format", "pdf", "-o", target) == ""
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o077 == 0


def test_a_target_that_cannot_be_written_is_named_and_an_old_file_stays(
    sheet: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere" / "page.html"
    done = page(sheet, "-o", nowhere)
    assert done.returncode == 1
    assert str(nowhere).encode() in done.stderr
    assert done.stderr.count(b"\n") == 1
    old = tmp_path / "old.html"
    old.write_text("old", "utf-8")
    assert page(tmp_path / "missing.json", "-o", old).returncode == 2
    assert old.read_text("utf-8") == "old"
