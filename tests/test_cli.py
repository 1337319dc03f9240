"""The command line, run as people run it: in its own process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magdesk import __version__
from magdesk.cli import run
from magdesk.knowledge.loader import Library

HEALTHY: dict[str, object] = {
    "danger_now": ["none"],
    "danger_today": ["none"],
    "see_doctor": ["none"],
    "symptom": "twitch",
    "duration": "under_2_weeks",
    "triggers": ["stress"],
    "age": 40,
    "sex": "male",
    "kidney": "tested_normal",
    "conditions": ["none"],
    "medicines": ["levothyroxine"],
    "supplement_mg": 0,
    "food_mg": "not_sure",
    "bowel": "normal",
    "stomach": "normal",
    "route": "any",
}


def magdesk(*arguments: str, text: str | bytes = "") -> subprocess.CompletedProcess[str]:
    raw = text.encode("utf-8") if isinstance(text, str) else text
    done = subprocess.run(
        [sys.executable, "-m", "magdesk", *arguments],
        input=raw,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def advised(sheet: dict[str, object], *arguments: str) -> dict[str, Any]:
    done = magdesk("advise", "-", *arguments, text=json.dumps(sheet))
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_an_advice_has_the_keys_of_the_contract_in_order() -> None:
    advice = advised(HEALTHY)
    assert " ".join(advice) == (
        "complete missing level stop rules options amount spacing first_steps watch ask "
        "summary would_change content"
    )
    assert list(advice["rules"][0]) == ["id", "level", "stop", "because", "sources", "unknown"]
    assert list(advice["options"][0]) == ["form", "points", "for", "against", "evidence"]
    assert advice["amount"] == {
        "start_mg": 100,
        "max_mg": 200,
        "limit_mg": 250,
        "already_mg": 0,
        "region": "eu",
        "review_weeks": 4,
    }
    assert advice["spacing"][0] | {"note": ""} == {
        "medicine": "levothyroxine",
        "before_h": 4,
        "after_h": 4,
        "note": "",
    }
    assert [list(line) for line in advice["summary"]] == [["part", "text"]] * 5
    assert [line["part"] for line in advice["summary"]] == [
        "danger",
        "do",
        "form",
        "amount",
        "doctor",
    ]
    assert all(isinstance(line, str) for line in advice["first_steps"] + advice["watch"])
    assert list(advice["would_change"][0]) == ["if", "level", "stop"]
    assert list(advice["content"]) == ["version", "reviewed"]


def test_the_region_sets_the_limit() -> None:
    limits = {
        region: advised(HEALTHY, "--region", region)["amount"]["limit_mg"]
        for region in ("us", "eu", "uk")
    }
    assert limits == {"us": 350, "eu": 250, "uk": 400}


def test_an_empty_sheet_is_an_advice_too() -> None:
    advice = advised({})
    assert advice["complete"] is False
    assert advice["level"] == "self_care"
    assert advice["options"] == []
    assert advice["amount"] is None


def test_what_is_taken_already_is_told_as_answered() -> None:
    assert advised(HEALTHY | {"supplement_mg": 12.5})["amount"]["already_mg"] == 12.5


def test_a_file_is_read_and_a_missing_one_is_named(tmp_path: Path) -> None:
    sheet = tmp_path / "answers.json"
    sheet.write_text(json.dumps(HEALTHY), "utf-8")
    assert json.loads(magdesk("advise", str(sheet)).stdout)["complete"] is True
    missing = magdesk("advise", str(tmp_path / "none.json"))
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "none.json" in missing.stderr
    assert missing.stderr.count("\n") == 1


def test_a_file_that_never_ends_is_refused_at_once() -> None:
    done = magdesk("advise", "/dev/zero")
    assert (done.returncode, done.stdout) == (2, "")
    assert "larger than" in done.stderr


def test_signs_that_steer_a_terminal_are_shown_escaped(tmp_path: Path) -> None:
    done = magdesk("advise", str(tmp_path / "a\x1b[31m\nb.json"))
    assert done.returncode == 2
    assert "a\\x1b[31m\\nb.json" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_choice_of_older_sheets_is_named_with_what_it_is_now() -> None:
    done = magdesk("advise", "-", text='{"medicines": ["nsaid_ace_arb"]}')
    assert (done.returncode, done.stdout) == (2, "")
    assert '"nsaid", "ace_arb" or "ace_spaced"' in done.stderr


@pytest.mark.parametrize("output", ["text", "html"])
def test_text_and_html_say_the_same_words(output: str) -> None:
    done = magdesk("advise", "-", "--format", output, text=json.dumps(HEALTHY))
    words = " ".join(done.stdout.split())
    assert done.returncode == 0
    for part in (
        "You can look after this at home",
        "Glycinate",
        "No supplement",
        "It may not help",
    ):
        assert part in words


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"age": 65.0}', '"age"'),
        ('{"kidneys": "fine"}', '"kidneys"'),
        ('{"triggers": ["none", "stress"]}', '"triggers"'),
        ('{"age": 30, "age": 31}', '"age"'),
        ('{"supplement_mg": 1e999}', '"supplement_mg"'),
        ('{"supplement_mg": NaN}', '"supplement_mg"'),
        ('{"\\ud800\\n": 1}', '"\\ud800\\n"'),
        ("[1]", "standard input"),
        (b"\xff\xfe", "standard input"),
        (b"{" + b" " * 10_000_000, "standard input"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_refused_input_is_one_line_that_names_the_key(text: str | bytes, named: str) -> None:
    done = magdesk("advise", "-", text=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kidneys", "tested_normal"),
        ("kidney", "fine"),
        ("kidney", ["tested_normal"]),
        ("kidney", "none"),
        ("triggers", "stress"),
        ("triggers", []),
        ("triggers", ["stress", "stress"]),
        ("triggers", ["not_sure", "none"]),
        ("age", 121),
        ("age", -1),
        ("age", 65.0),
        ("age", True),
        ("age", "65"),
        ("age", "not_sure"),
        ("supplement_mg", -1),
        ("supplement_mg", "100"),
        ("supplement_mg", [100]),
        ("food_mg", 10_001),
        ("sex", None),
        ("sex", {"male": True}),
    ],
)
def test_a_wrong_answer_ends_the_command_with_one_line_about_its_key(
    key: str, value: object, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(HEALTHY | {key: value}), "utf-8")
    assert run(["advise", str(file)]) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert f'"{key}"' in captured.err
    assert captured.err.count("\n") == 1


def test_version_is_told() -> None:
    done = magdesk("--version")
    assert (done.returncode, done.stdout) == (0, f"magdesk {__version__}\n")


def test_an_unknown_command_is_refused() -> None:
    done = magdesk("advice")
    assert (done.returncode, done.stdout) == (2, "")
    assert "invalid choice: 'advice'" in done.stderr


answer_names = st.sampled_from([*Library().decision.questions, "x"])
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
values = scalars | st.lists(scalars | st.sampled_from(["none", "not_sure", "stress"]), max_size=3)


@st.composite
def sheet_bytes(draw: st.DrawFn) -> bytes:
    """A good sheet as a file, with a few bytes cut out, put in or repeated."""
    raw = json.dumps(HEALTHY).encode()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(raw)))
        end = draw(st.integers(start, min(len(raw), start + 40)))
        middle = draw(st.sampled_from([b"", raw[start:end] * 2]) | st.binary(max_size=8))
        raw = raw[:start] + middle + raw[end:]
    return raw


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheet=st.dictionaries(answer_names, values, max_size=4))
def test_no_sheet_ever_ends_in_a_traceback(
    sheet: dict[str, object], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(sheet), "utf-8")
    status = run(["advise", str(file)])
    captured = capfd.readouterr()
    if status == 0:
        assert json.loads(captured.out)["level"]
    else:
        assert (status, captured.out, captured.err.count("\n")) == (2, "", 1)
        assert any(f'"{key}"' in captured.err for key in sheet)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300) | sheet_bytes())
def test_no_file_ever_ends_in_a_traceback(
    raw: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(raw)
    status = run(["advise", str(file)])
    captured = capfd.readouterr()
    if status == 0:
        assert json.loads(captured.out)["level"]
    else:
        assert (status, captured.out, captured.err.count("\n")) == (2, "", 1)
