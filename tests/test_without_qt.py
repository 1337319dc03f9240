"""All but the window runs on a machine that has no Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOWER_TESTS = (
    "knowledge",
    "rules",
    "interview",
    "advice",
    "intake",
    "planner",
    "report",
    "test_cli.py",
)
NO_QT = "import sys\nsys.modules.update(dict.fromkeys(('PySide6', 'shiboken6')))\n"


@pytest.fixture
def without_qt(tmp_path: Path) -> dict[str, str]:
    """Environment variables with which no Python, nor one that it starts, can import Qt."""
    (tmp_path / "sitecustomize.py").write_text(NO_QT, "utf-8")
    return {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}


def python(*arguments: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run Python in the project's folder, to its end."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)


def test_qt_is_really_out_of_reach(without_qt: dict[str, str]) -> None:
    assert "ModuleNotFoundError" in python("-c", "import PySide6", env=without_qt).stderr


def test_the_tests_of_all_lower_layers_pass(without_qt: dict[str, str], tmp_path: Path) -> None:
    settings = tmp_path / "pytest.ini"
    settings.write_text(f"[pytest]\npythonpath = {ROOT}\n", "utf-8")
    paths = [ROOT / "tests" / name for name in LOWER_TESTS]
    arguments = ["-m", "pytest", "-q", "-x", "-c", settings, "--rootdir", ROOT]
    arguments += ["--import-mode=importlib", "-p", "no:pytest-qt", "-p", "no:cacheprovider"]
    arguments += [path for path in paths if path.exists()]
    result = python(*map(str, arguments), env=without_qt)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-4000:]


@pytest.mark.parametrize("command", ["--version", "check", "advise - --format text"])
def test_the_command_line_needs_no_qt(command: str, without_qt: dict[str, str]) -> None:
    arguments = [sys.executable, "-m", "magdesk", *command.split()]
    result = subprocess.run(
        arguments, input="{}", cwd=ROOT, env=without_qt, check=False, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout or command == "check"
