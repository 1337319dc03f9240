"""Each command that a file of the project tells somebody to type, or a machine to run, is one."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec import dev, package
from magdesk import cli
from tests.benchmarks import bench

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
TOLD_IN = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / ".ci" / "run",
    ROOT / ".pre-commit-config.yaml",
    *(ROOT / ".github").rglob("*.md"),
    *WORKFLOWS,
]
COMMAND = re.compile(r"(?:python3?|py) build_spec/dev\.py ([^`#|\n]*)")
STEP = re.compile(r"^\s*(?:- )?run:\s*(.*)$", re.MULTILINE)


def commands(file: Path) -> Iterator[list[str]]:
    """The words after ``dev.py`` of each command in a file; two spaces begin an explanation."""
    for found in COMMAND.findall(file.read_text("utf-8")):
        yield shlex.split(re.split(r"\s{2,}", found.strip())[0])


def check(words: list[str]) -> None:
    """An error where these words are no command of ``dev.py`` with arguments that it takes."""
    command, *arguments = words
    assert command in dev.COMMANDS
    if command == "package":
        package.options_of(arguments)
    elif command == "bench":
        bench.options_of(arguments)
    elif command == "test":
        paths = [each for each in arguments if each.startswith("tests")]
        assert [path for path in paths if not (ROOT / path).exists()] == []
        assert arguments[len(paths) :] == [] or arguments[len(paths)] == "-k"
    elif command != "run":
        assert arguments == []


@pytest.mark.parametrize("file", TOLD_IN, ids=lambda file: file.name)
def test_each_command_can_be_run(file: Path) -> None:
    for words in commands(file):
        check(words)


@pytest.mark.parametrize(
    "words", [["deploy"], ["lint", "magdesk"], ["package", "--fast"], ["test", "tests/nowhere"]]
)
def test_a_wrong_command_would_be_found(words: list[str]) -> None:
    with pytest.raises((AssertionError, SystemExit)):
        check(words)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_hosted_machine_runs_nothing_but_dev_py(file: Path) -> None:
    steps = STEP.findall(file.read_text("utf-8"))
    assert steps != []
    assert [step for step in steps if not COMMAND.fullmatch(step)] == []


def test_hosted_machines_are_of_every_system_and_python() -> None:
    text = "\n".join(file.read_text("utf-8") for file in WORKFLOWS)
    listed = [line.partition("[")[2].rstrip("]") for line in text.splitlines() if "[" in line]
    told = {word.strip(' "') for line in listed for word in line.split(",")}
    assert {"ubuntu-latest", "windows-latest", "macos-latest"} <= told
    assert {"3.11", "3.12", "3.13", "3.14"} <= told
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"


def test_each_command_is_told_to_who_wants_to_work_on_it() -> None:
    readers = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    told = {words[0] for file in readers for words in commands(file)}
    assert told == dev.COMMANDS.keys()


def test_a_commit_is_checked_as_a_change_is() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert re.findall(r"repo: (\S+)", text) == ["local"]  # nothing is fetched
    assert "entry: python3 build_spec/dev.py lint\n" in text


@pytest.mark.parametrize("file", ["README.md", "build_spec/linux/magdesk.1"])
def test_each_command_of_the_program_is_told(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    told = set(re.findall(r"^(?:\.B )?magdesk ([a-z]+)(?= [A-Z[]|$)", text, re.MULTILINE))
    assert told == cli.COMMANDS.keys()
