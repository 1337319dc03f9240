"""The bench sees what a person sees: when the rows are there, not when the window opens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_spec.packaging.build import EMPTY_WINDOW
from tests.benchmarks.bench import LEAST_COLOURS, Row, environment
from tests.benchmarks.screen import Screen, colours, open_screen
from tests.benchmarks.starts import NothingShownError, watch
from tests.packaged.tools import need, need_window_libraries

LATE_MS = 700
LATE_ROWS = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
rows = QLabel()
window.setCentralWidget(rows)
window.resize(1180, 760)
window.show()
QTimer.singleShot({LATE_MS}, lambda: rows.setText("Magnesium citrate, 16.2 percent\\\\n" * 30))
app.exec()
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    need("Xvfb")
    need_window_libraries()
    with open_screen() as opened:
        yield opened


@pytest.fixture
def env(screen: Screen) -> Iterator[dict[str, str]]:
    with environment(screen) as told:
        yield told


def test_an_empty_window_is_there_with_its_first_paint(screen: Screen, env: dict[str, str]) -> None:
    start = watch(screen, [sys.executable, "-c", EMPTY_WINDOW], env)
    assert 0 < start.shown_ms <= start.settled_ms
    assert colours(start.rows) == 1
    assert start.pss_kib > 1024


def test_rows_that_come_late_are_waited_for(screen: Screen, env: dict[str, str]) -> None:
    start = watch(screen, [sys.executable, "-c", LATE_ROWS], env)
    assert start.shown_ms > LATE_MS
    assert colours(start.rows) >= LEAST_COLOURS


def test_the_screen_is_blank_again_after_each_start(screen: Screen, env: dict[str, str]) -> None:
    before = screen.picture()
    watch(screen, [sys.executable, "-c", EMPTY_WINDOW], env)
    assert screen.picture() == before


def test_a_program_that_ends_is_no_start(screen: Screen, env: dict[str, str]) -> None:
    with pytest.raises(NothingShownError, match="true"):
        watch(screen, ["true"], env)


def test_what_the_developer_set_does_not_reach_what_is_measured(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    with environment(screen) as told:
        assert not {"QT_SCALE_FACTOR", "PYTHONDONTWRITEBYTECODE"} & told.keys()
        assert told["DISPLAY"] == screen.number != os.environ.get("DISPLAY")
        assert list(Path(told["MAGDESK_CONFIG_DIR"]).iterdir()) == []


@pytest.mark.parametrize(("measured", "verdict"), [(150.0, "ok"), (150.1, "OVER")])
def test_a_budget_may_be_reached_but_not_passed(measured: float, verdict: str) -> None:
    row = Row("first window", measured, 150.0, "ms")
    assert row.kept is (verdict == "ok")
    assert verdict in str(row).split()
