"""The program on a Wayland display: named, resized, with a dialog, a copy and a tooltip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaged.desktop import Desktop
from tests.packaged.program import ScreenReader, running, until
from tests.packaged.tools import ROOT, need
from tests.packaged.wayland import HEIGHT, KNOWN_LINES, WIDTH, Compositor, compositor

WINDOW = r"xdg_surface@\d+\.get_toplevel\("
SIZE = r"xdg_toplevel@\d+\.configure\((\d+), (\d+),"
DECORATION = r"wl_region@\d+\.add\((\d+), (\d+), \d+, \d+\)"


@pytest.fixture
def wayland(desktop: Desktop, tmp_path: Path) -> Iterator[Compositor]:
    need("weston", "xdotool")
    with compositor(desktop, tmp_path) as opened:
        yield opened


def test_a_walk_on_wayland(
    program: list[str | Path], wayland: Compositor, desktop: Desktop, home: Path
) -> None:
    environment = {**wayland.environment(home), "PYTHONPATH": str(ROOT)}
    windows = len(wayland.messages(WINDOW))
    with running(program, environment) as started:
        with ScreenReader(desktop, home) as reader:
            assert wayland.wait_for(r'\.set_app_id\("(\w+)"\)') == [("magdesk",)]
            reader.ask("focus", "compare.table")
            copy_a_row(wayland)
            fill_the_screen(wayland)
            show_a_tooltip(wayland, reader)
            open_a_dialog(wayland, reader, windows + 2)
            wayland.drive("key", "ctrl+q")
        started.ended_well(but=KNOWN_LINES)


def copy_a_row(wayland: Compositor) -> None:
    wayland.drive("key", "Down")
    wayland.drive("key", "ctrl+c")
    wayland.wait_for(r"wl_data_device@\d+\.set_selection\(")
    offered = {kind for (kind,) in wayland.messages(r'wl_data_source@\d+\.offer\("([^"]+)"\)')}
    assert {"text/plain", "text/html"} <= {kind.partition(";")[0] for kind in offered}


def fill_the_screen(wayland: Compositor) -> None:
    wayland.drive("key", "super+shift+m")
    sizes = wayland.wait_for(SIZE.replace(r"(\d+),", f"({WIDTH}),", 1))
    width, height = map(int, sizes[-1])
    assert height < HEIGHT  # a panel stands above it
    wayland.wait_for(rf"set_window_geometry\(0, 0, {width}, {height}\)")


def show_a_tooltip(wayland: Compositor, reader: ScreenReader) -> None:
    _width, height = wayland.messages(SIZE)[-1]
    left, top = map(int, wayland.messages(DECORATION)[-1])
    x, y, wide, high = reader.ask("place", "compare.copy")
    before = len(wayland.messages(r"\.get_popup\("))
    wayland.point_at(left + x + wide // 2, HEIGHT - int(height) + top + y + high // 2)
    wayland.wait_for(r"\.get_popup\(", before + 1)


def open_a_dialog(wayland: Compositor, reader: ScreenReader, windows: int) -> None:
    reader.press("nav.help")
    reader.press("help.about")
    wayland.wait_for(WINDOW, windows)
    reader.press("about.close")
    until(lambda: "about.close" not in reader.ask("identifiers"))
    wayland.point_at(WIDTH // 2, HEIGHT // 2)
    wayland.drive("click", "1")  # this compositor gives no window the keyboard by itself
