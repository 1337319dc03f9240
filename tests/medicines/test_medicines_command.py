"""``magdesk medicines NAME …``: a JSON list, one object a name."""

from __future__ import annotations

import json

import pytest

from magdesk.cli import run


def printed(capsys: pytest.CaptureFixture[str], *names: str) -> list[dict[str, object]]:
    assert run(["medicines", *names]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    rows: list[dict[str, object]] = json.loads(captured.out)
    return rows


def test_a_name_is_told_in_four_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "Zestoretic 20/12.5") == [
        {
            "typed": "Zestoretic 20/12.5",
            "kind": "recognised",
            "ids": ["ace_arb", "water_tablet"],
            "did_you_mean": [],
        }
    ]


def test_each_kind_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "warfarin", "Paracetamol", "Dulcolax", "Zestril 5", "sinthroid", "")
    assert [(row["kind"], row["ids"]) for row in rows] == [
        ("recognised", ["other"]),
        ("no_rule", ["no_rule"]),
        ("choose", ["laxative", "magnesium_product"]),
        ("recognised", ["ace_arb"]),
        ("unknown", []),
        ("unknown", []),
    ]
    assert "Synthroid" in str(rows[4]["did_you_mean"])


def test_a_list_in_one_argument_is_split(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "HCT, Schilddrüsenhormon")
    assert [row["typed"] for row in rows] == ["HCT", "Schilddrüsenhormon"]


def test_a_name_that_no_terminal_can_write_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "\udcff")[0]["kind"] == "unknown"


def test_without_a_name_the_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["medicines"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "NAME" in captured.err
