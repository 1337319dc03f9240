"""The built program, walked through as a screen reader's user does, with nothing else to go by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from build_spec.packaging import licences
from tests.packaged.desktop import Desktop
from tests.packaged.program import ScreenReader, running, until
from tests.packaged.surroundings import without_python
from tests.packaged.walking import LEVELS, quit_program, sheet, walk_to_result


@contextmanager
def walked(executable: Path, desktop: Desktop, home: Path) -> Iterator[ScreenReader]:
    """A screen reader in the program, which then has to end well, without a word."""
    with running([executable], desktop.environment(home)) as program:
        with ScreenReader(desktop, home) as reader:
            yield reader
            quit_program(reader)
        program.ended_well()


def test_the_table_is_sorted(executable: Path, desktop: Desktop, home: Path) -> None:
    with walked(executable, desktop, home) as reader:
        names = reader.ask("rows", "compare.table")
        reader.press("compare.sort")
        reader.ask("choose_in_menu", "Mg %")
        until(lambda: reader.ask("rows", "compare.table") != names)
        by_magnesium = reader.ask("rows", "compare.table")
    assert names == sorted(names, key=str.lower)
    assert sorted(by_magnesium) == sorted(names)
    assert by_magnesium[0].startswith("Oxide")


def test_a_form_is_opened(executable: Path, desktop: Desktop, home: Path) -> None:
    with walked(executable, desktop, home) as reader:
        second = reader.ask("rows", "compare.table")[1]
        reader.ask("focus", "compare.table")
        reader.ask("key", "Down")
        reader.ask("key", "Return")
        until(lambda: second in reader.ask("name", "detail"))


@pytest.mark.parametrize("level", LEVELS)
def test_the_questions_lead_to_each_level(
    level: str, executable: Path, desktop: Desktop, home: Path
) -> None:
    with walked(executable, desktop, home) as reader:
        assert walk_to_result(reader, sheet(level)) == level


def test_a_result_is_saved_as_a_page_to_take_along(
    executable: Path, desktop: Desktop, home: Path
) -> None:
    with walked(executable, desktop, home) as reader:
        walk_to_result(reader, sheet("self_care"))
        reader.press("wizard.save")
        reader.ask("type_into_role", "text", str(home / "result.pdf"))
        reader.ask("press_named", "push button", "Save")
        until((home / "result.pdf").exists)
    content = (home / "result.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_every_page_opens(executable: Path, desktop: Desktop, home: Path) -> None:
    with walked(executable, desktop, home) as reader:
        pages = [each for each in reader.ask("identifiers") if each.startswith("nav.")]
        for page in pages:
            reader.press(page)
            until(partial(is_checked, reader, page))
    assert {"nav.compare", "nav.guide", "nav.settings", "nav.help"} <= set(pages)


def is_checked(reader: ScreenReader, identifier: str) -> bool:
    return "checked" in reader.ask("states", identifier)


def test_each_licence_is_read_in_the_program(
    executable: Path, desktop: Desktop, home: Path
) -> None:
    files = executable.parent / "_internal" / licences.FOLDER
    texts = {file.name: file.read_text("utf-8") for file in files.iterdir()}
    read: dict[str, str] = {}
    with walked(executable, desktop, home) as reader:
        for step in ("nav.help", "help.about", "about.licences"):
            reader.press(step)
        rows = reader.ask("items", "licences.list")
        for row in rows:
            name, _, version = row.partition(", ")[0].rpartition(" ")
            until(partial(is_named, reader, "licences.text", f"Licence of {name}"))
            read[f"{name}-{version}.txt"] = reader.ask("content", "licences.text")
            reader.ask("key", "Down")
        for step in ("licences.close", "about.close"):
            reader.press(step)
            until(partial(is_gone, reader, step))
    assert read.keys() == texts.keys()
    assert {name for name in read if read[name].split()[-3:] != texts[name].split()[-3:]} == set()


def is_named(reader: ScreenReader, identifier: str, name: str) -> bool:
    return bool(reader.ask("name", identifier) == name)


def is_gone(reader: ScreenReader, identifier: str) -> bool:
    return identifier not in reader.ask("identifiers")


def test_it_runs_on_a_machine_without_python(
    executable: Path, desktop: Desktop, home: Path
) -> None:
    hidden = without_python()
    environment = desktop.environment(home)
    with running([*hidden, "sh", "-c", "command -v python3"], environment) as search:
        assert search.wait()[0] != 0
    inside: list[str | Path] = [
        "--ro-bind",
        executable.parent,
        "/opt/magdesk",
        "/opt/magdesk/magdesk",
    ]
    with running([*hidden, *inside], environment) as program:
        with ScreenReader(desktop, home) as reader:
            assert walk_to_result(reader, sheet("soon")) == "soon"
            quit_program(reader)
        program.ended_well()
