"""The file that a person saves: strict, whole, and never half read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.interview.answers import AnswerError
from magdesk.interview.sheet_file import (
    SavedProduct,
    SheetFile,
    parse_sheet_file,
    sheet_file_text,
)

PRODUCT = {"text": "magnesium citrate 500 mg", "per_day": 2}
WHOLE = {
    "format": 1,
    "content": "2026.11",
    "answers": {"age": 40, "supplement_mg": 100},
    "products": [PRODUCT],
    "day": {},
}


def test_a_whole_file_is_read() -> None:
    saved = parse_sheet_file(WHOLE)
    assert saved.answers == {"age": 40, "supplement_mg": 100}
    assert saved.products == (SavedProduct("magnesium citrate 500 mg", 2),)
    assert saved.day is None
    assert saved.content == "2026.11"


def test_a_bare_sheet_of_answers_is_one_too() -> None:
    assert parse_sheet_file({"age": 40}) == SheetFile(answers={"age": 40})


def test_products_and_day_may_be_missing() -> None:
    assert parse_sheet_file({"format": 1, "answers": {}}) == SheetFile()


@pytest.mark.parametrize("number", [2, 3, 10**9])
def test_a_newer_file_is_refused_in_words(number: int) -> None:
    with pytest.raises(AnswerError, match="newer magdesk") as refused:
        parse_sheet_file(WHOLE | {"format": number, "unheard_of": 1})
    assert refused.value.key == "format"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", 0),
        ("format", "1"),
        ("format", True),
        ("format", None),
        ("format", 1.0),
        ("surprise", 1),
        ("answers", []),
        ("answers", None),
        ("content", 5),
        ("day", "today"),
        ("day", [1]),
        ("products", {}),
        ("products", ["magnesium"]),
        ("products", [{"text": "magnesium"}]),
        ("products", [{"per_day": 1}]),
        ("products", [PRODUCT | {"more": 1}]),
        ("products", [PRODUCT | {"text": "  "}]),
        ("products", [PRODUCT | {"text": 5}]),
        ("products", [PRODUCT | {"per_day": -1}]),
        ("products", [PRODUCT | {"per_day": True}]),
        ("products", [PRODUCT | {"per_day": "2"}]),
        ("products", [PRODUCT | {"per_day": float("nan")}]),
        ("products", [PRODUCT | {"per_day": float("inf")}]),
        ("products", [PRODUCT] * 101),
    ],
)
def test_what_is_wrong_is_refused_by_its_key(key: str, value: object) -> None:
    with pytest.raises(AnswerError) as refused:
        parse_sheet_file(WHOLE | {key: value})
    assert refused.value.key == key


def test_answers_cannot_be_missing() -> None:
    with pytest.raises(AnswerError, match="answers"):
        parse_sheet_file({"format": 1})


products = st.builds(
    SavedProduct,
    st.text(min_size=1).filter(str.strip),
    st.floats(0, 100) | st.integers(0, 100),
)


@given(
    st.dictionaries(st.text(), st.integers() | st.text() | st.lists(st.text())),
    st.lists(products, max_size=5),
    st.dictionaries(st.text(), st.text(), min_size=1) | st.none(),
    st.text(),
)
def test_what_is_saved_is_what_is_opened(
    answers: dict[str, object],
    taken: list[SavedProduct],
    day: dict[str, object] | None,
    content: str,
) -> None:
    saved = SheetFile(answers, tuple(taken), day, content)
    assert parse_sheet_file(json.loads(sheet_file_text(saved))) == saved


@pytest.mark.parametrize("command", [["advise"], ["page", "--format", "text"]])
def test_advise_and_page_take_such_a_file(command: list[str], tmp_path: Path) -> None:
    bare, whole = tmp_path / "bare.json", tmp_path / "whole.json"
    bare.write_text(json.dumps(WHOLE["answers"]), "utf-8")
    whole.write_text(json.dumps(WHOLE), "utf-8")
    told = [
        subprocess.run(
            [sys.executable, "-m", "magdesk", command[0], str(file), *command[1:]],
            capture_output=True,
            check=False,
            timeout=60,
        )
        for file in (bare, whole)
    ]
    assert [done.returncode for done in told] == [0, 0]
    assert told[0].stdout == told[1].stdout != b""


def test_a_newer_file_ends_a_command_with_one_line(tmp_path: Path) -> None:
    newer = tmp_path / "newer.json"
    newer.write_text(json.dumps(WHOLE | {"format": 2}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "magdesk", "advise", str(newer)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"newer magdesk" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_the_day_of_a_file_stands_on_the_page(tmp_path: Path) -> None:
    day = {
        "wake": "07:00", "bed": "22:30", "meals": ["08:00", "18:30"], "portions": 1,
        "medicines": [{"id": "levothyroxine", "times": ["07:00"]}],
    }  # fmt: skip
    file = tmp_path / "whole.json"
    file.write_text(json.dumps(WHOLE | {"day": day}), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "magdesk", "page", str(file), "--format", "text"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"07:00" in done.stdout
