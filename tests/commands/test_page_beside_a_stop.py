"""The page to take along names no times for magnesium where an answer stops it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from magdesk import cli

DAY = {
    "wake": "07:00",
    "bed": "23:00",
    "meals": ["07:30", "12:30", "19:00"],
    "portions": 2,
    "medicines": [{"id": "levothyroxine", "times": ["06:30"]}],
}
SHEET = {"symptom": "eyelid", "duration": "under_2_weeks"}


def page(tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: Mapping[str, object]) -> str:
    for name, content in (("answers", answers), ("day", DAY)):
        (tmp_path / name).write_text(json.dumps(content), "utf-8")
    asked = [str(tmp_path / "answers"), "--day", str(tmp_path / "day"), "--format", "text"]
    assert cli.run(["page", *asked]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "stopping",
    [
        {"danger_now": ["stroke_signs"]},
        {"danger_today": ["dark_urine"]},
        {"pregnancy": "pregnant"},
        {"supplement_mg": 400},
        {"medicines": ["lithium"]},
    ],
    ids=lambda stopping: next(iter(stopping)),
)
def test_a_stop_stands_instead_of_the_times_of_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], stopping: Mapping[str, object]
) -> None:
    with_times = page(tmp_path, capsys, SHEET)
    assert "Magnesium at 12:30" in with_times
    stopped = page(tmp_path, capsys, {**SHEET, **stopping})
    assert "12:30" not in stopped
    assert "no times for magnesium" in " ".join(stopped.split())
