"""The built program, walked through as a screen reader's user does, with nothing else to go by."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from build_spec.packaging import licences
from magdesk.knowledge.loader import Library
from tests.packaged.desktop import Desktop
from tests.packaged.program import ScreenReader, running, until
from tests.packaged.surroundings import without_python
from tests.packaged.walking import (
    LEVELS,
    open_every_page,
    open_second_form,
    quit_program,
    read_every_licence,
    save_result,
    sheet,
    sort_by,
    walk_to_result,
)


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
        sort_by(reader, "Mg %")
        until(lambda: reader.ask("rows", "compare.table") != names)
        by_magnesium = reader.ask("rows", "compare.table")
    forms = [form.name for form in Library().catalogue.forms.values()]
    assert [row.split(",")[0] for row in names] == forms  # a row says its name first
    assert sorted(by_magnesium) == sorted(names)
    assert by_magnesium[0].startswith("Oxide")


def test_a_form_is_opened(executable: Path, desktop: Desktop, home: Path) -> None:
    with walked(executable, desktop, home) as reader:
        open_second_form(reader)


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
        save_result(reader, home / "result.pdf")
    content = (home / "result.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_every_page_opens(executable: Path, desktop: Desktop, home: Path) -> None:
    with walked(executable, desktop, home) as reader:
        pages = open_every_page(reader)
    assert {"nav.compare", "nav.learn", "nav.settings", "nav.help"} <= set(pages)


def test_each_licence_is_read_in_the_program(
    executable: Path, desktop: Desktop, home: Path
) -> None:
    with walked(executable, desktop, home) as reader:
        read = read_every_licence(reader)
    files = executable.parent / "_internal" / licences.FOLDER
    shipped = {file.name: file.read_text("utf-8") for file in files.iterdir()}
    told = {f"{row.partition(', ')[0].replace(' ', '-')}.txt": text for row, text in read.items()}
    assert told.keys() == shipped.keys()
    assert [name for name in told if last_words(told[name]) != last_words(shipped[name])] == []


def last_words(text: str) -> list[str]:
    return text.split()[-3:]


# --- as people receive it ---------------------------------------------------------------------


@pytest.fixture(scope="session")
def unpacked(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program from the archive that people download."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(next(release.glob("*.tar.xz"))) as tar:
        # Pythons older than 3.11.4 know no filter
        tar.extraction_filter = getattr(tarfile, "data_filter", None)
        tar.extractall(folder)  # noqa: S202 - our own
    return next(folder.iterdir())


@pytest.mark.parametrize("level", LEVELS)
def test_it_leads_to_each_level_on_a_machine_without_python(
    level: str, unpacked: Path, desktop: Desktop, home: Path
) -> None:
    hidden = without_python()
    environment = desktop.environment(home)
    with running([*hidden, "sh", "-c", "command -v python3"], environment) as search:
        assert search.wait()[0] != 0
    bound = ["--ro-bind", str(unpacked), "/opt/magdesk", "/opt/magdesk/magdesk"]
    with running([*hidden, *bound], environment) as program:
        with ScreenReader(desktop, home) as reader:
            assert walk_to_result(reader, sheet(level)) == level
            quit_program(reader)
        program.ended_well()
