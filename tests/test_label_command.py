"""``magdesk label``, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from magdesk.commands.label import LabelRefusedError, environment_locale, label_arguments
from magdesk.knowledge.loader import Library

TABLE = Library().number_table


def magdesk(*arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "magdesk", "label", *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, **environ},
    )


def test_a_label_is_told_as_json() -> None:
    done = magdesk("bisglycinate 1000 mg", "--locale", "en_US")
    assert (done.returncode, done.stderr) == (0, b"")
    answer = json.loads(done.stdout)
    assert (answer["forms"], answer["low_mg"], answer["high_mg"]) == (["glycinate"], 100, 141)
    assert list(answer)[:3] == ["understood", "forms", "compound_mg"]


@pytest.mark.parametrize("text", ["-5 mg magnesium", "--magnesium 200 mg", "-x", "nothing here"])
def test_any_text_is_read_whatever_it_begins_with(text: str) -> None:
    done = magdesk(text)
    assert done.returncode == 0
    assert "understood" in json.loads(done.stdout)


@pytest.mark.parametrize("arguments", [("--", "-h"), ("--", "--help"), ("--", "--locale")])
def test_behind_two_dashes_all_is_text(arguments: tuple[str, ...]) -> None:
    assert json.loads(magdesk(*arguments).stdout)["understood"] is False


@pytest.mark.parametrize(
    "arguments",
    [(), ("",), ("  ",), ("\u00a0\u2009",), ("\u200b",), ("a", "b"), ("--locale",),
     ("magnesium", "--locale", "nowhere"), ("magnesium", "--locale", ""), ("--",)],
)  # fmt: skip
def test_what_cannot_be_read_ends_with_2_and_one_line(arguments: tuple[str, ...]) -> None:
    done = magdesk(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_help(option: str) -> None:
    done = magdesk(option)
    assert done.returncode == 0
    assert b"--locale" in done.stdout


@pytest.mark.parametrize(
    ("environ", "read"),
    [({"LC_ALL": "de_DE.UTF-8", "LANG": "en_US.UTF-8"}, 1500), ({"LC_ALL": "C.UTF-8"}, None),
     ({"LC_ALL": "", "LC_NUMERIC": "de_DE.UTF-8", "LANG": "C"}, 1500)],
)  # fmt: skip
def test_the_environment_says_how_numbers_are_written(
    environ: dict[str, str], read: float | None
) -> None:
    answer = json.loads(magdesk("Magnesiumcitrat 1.500 mg", **environ).stdout)
    assert answer["compound_mg"] == read
    assert bool(answer["contradictions"]) == (read is None)


def test_the_option_goes_before_the_environment() -> None:
    for option in (("--locale", "de_DE"), ("--locale=de_DE",)):
        asked = label_arguments([*option, "text"], {"LC_ALL": "en_US"}, TABLE)
        assert asked is not None
        assert (asked.text, asked.locale.name) == ("text", "de_DE")


def test_an_environment_that_names_no_locale_is_c() -> None:
    for environ in ({}, {"LANG": "nowhere"}, {"LC_ALL": "", "LANG": "C"}):
        asked = label_arguments(["text"], environ, TABLE)
        assert asked is not None
        assert asked.locale.name == "C"
    assert environment_locale({"LC_ALL": "a", "LC_NUMERIC": "b", "LANG": "c"}) == "a"


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(LabelRefusedError, match="longer"):
        label_arguments(["magnesium " * 5000], {}, TABLE)
