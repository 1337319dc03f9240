"""Tables leave the window: on the clipboard, in a file, on paper."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextTable
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.report.table import Table
from magdesk.ui.export import system_printers
from magdesk.ui.export.export_buttons import TakeAwayButtons
from magdesk.ui.export.file_saving import FileKind, SaveDialog, ask_where_to_save, written
from magdesk.ui.export.table_printing import lay_out, paint_table, preview, set_up_page
from magdesk.ui.export.taken_tables import content_notes

SMALL = Table("Größen", ("Form", "Mg %"), (("Zürich", "1"), ("=1+1", "2")), numbers=frozenset({1}))
KINDS = (FileKind("CSV table", "csv"), FileKind("Web page", "html"))


def long_table(rows: int = 120, columns: int = 3) -> Table:
    headings = tuple(f"Heading {place}" for place in range(columns))
    cells = tuple(tuple(f"r{row} c{place}" for place in range(columns)) for row in range(rows))
    return Table("Forms", headings, cells, ("Filter: sleep.", "Content 1, reviewed today."))


def in_dialog(act: Callable[[SaveDialog], None]) -> None:
    """Do this once the file dialog is open; it is closed whatever happens."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveDialog)
        try:
            act(dialog)
        finally:
            QTimer.singleShot(0, dialog.reject)

    QTimer.singleShot(50, run)


def name_file(dialog: SaveDialog, path: Path) -> None:
    """Type the name and press *Save*."""
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(path))
    dialog.accept()


@contextmanager
def without_rights() -> Iterator[None]:
    """Act as somebody else where the tests run as the one who may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    widget.show()
    return widget


@pytest.fixture
def buttons(qtbot: QtBot) -> TakeAwayButtons:
    made = TakeAwayButtons("some", "magdesk-forms", lambda: SMALL)
    qtbot.addWidget(made)
    made.show()
    return made


# --- clipboard ----------------------------------------------------------------------------------


def test_a_copy_is_text_csv_and_html_at_once(qtbot: QtBot, buttons: TakeAwayButtons) -> None:
    with qtbot.waitSignal(buttons.told) as told:
        buttons.copy.click()
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "Form\tMg %\nZürich\t1\n'=1+1\t2\n"
    assert bytes(mime.data("text/csv").data()).decode() == "Form,Mg %\r\nZürich,1\r\n'=1+1,2\r\n"
    assert '<th scope="row">Zürich</th>' in mime.html()
    assert told.args == ["Copied: Größen"]


# --- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Übersicht für Jürgen.csv", "übersicht.html"])
def test_a_table_is_written_to_the_file_that_is_named(
    qtbot: QtBot, buttons: TakeAwayButtons, tmp_path: Path, name: str
) -> None:
    def choose(dialog: SaveDialog) -> None:
        assert dialog.selectedFiles()[0].endswith("magdesk-forms.csv")
        name_file(dialog, tmp_path / name)

    in_dialog(choose)
    with qtbot.waitSignal(buttons.told) as told:
        buttons.export.click()
    assert told.args == [f"Saved: {name}"]
    content = (tmp_path / name).read_bytes()
    if name.endswith("csv"):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert rows == [["Form", "Mg %"], ["Zürich", "1"], ["'=1+1", "2"]]
    else:
        assert content.decode().startswith("<!DOCTYPE html>")


def test_the_ending_follows_the_kind_that_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    def choose(dialog: SaveDialog) -> None:
        dialog.selectNameFilter(KINDS[1].pattern)
        dialog.filterSelected.emit(KINDS[1].pattern)
        assert dialog.defaultSuffix() == "html"
        name_file(dialog, tmp_path / "forms v2.1")

    in_dialog(choose)
    path = ask_where_to_save(parent, "Save", "forms", KINDS)
    assert path == tmp_path / "forms v2.1.html"


def test_a_file_that_is_there_is_asked_about_under_its_whole_name(
    parent: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "forms v2.1.csv").write_text("before")
    asked: list[str] = []

    def choose(dialog: SaveDialog) -> None:
        QTimer.singleShot(50, answer_no)
        name_file(dialog, tmp_path / "forms v2.1")

    def answer_no() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        asked.append(question.text())
        question.button(QMessageBox.StandardButton.No).click()

    in_dialog(choose)
    assert ask_where_to_save(parent, "Save", "forms", KINDS) is None
    assert "forms v2.1.csv" in asked[0]


@pytest.mark.parametrize("typed", ["", "   "])
def test_without_a_name_the_dialog_asks_again(parent: QWidget, tmp_path: Path, typed: str) -> None:
    stays: list[bool] = []

    def choose(dialog: SaveDialog) -> None:
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert edit is not None
        dialog.setDirectory("/")
        edit.setText(typed)
        dialog.accept()
        stays.append(dialog.isVisible())
        name_file(dialog, tmp_path / "forms")

    in_dialog(choose)
    assert ask_where_to_save(parent, "Save", "forms", KINDS) == tmp_path / "forms.csv"
    assert stays == [True]


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("t.htm", "t.htm"),
        ("t.HTM", "t.HTM"),
        ("t.html", "t.html"),
        ("t.csv", "t.csv"),
        ("t.txt", "t.csv"),
        ("t.pdf", "t.csv"),
        ("t", "t.csv"),
        ("t 1.5", "t 1.5.csv"),
    ],
)
def test_a_file_has_one_ending(parent: QWidget, tmp_path: Path, typed: str, saved: str) -> None:
    in_dialog(lambda dialog: name_file(dialog, tmp_path / typed))
    assert ask_where_to_save(parent, "Save", "forms", KINDS) == tmp_path / saved


@pytest.mark.parametrize("locale", ["de_DE", "fr_FR", "pt_BR", "en_GB", "ar_EG"])
def test_a_csv_opens_in_columns_whatever_the_decimal_sign_is(
    buttons: TakeAwayButtons, locale: str
) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(locale))
        buttons.copy.click()
        text = bytes(QGuiApplication.clipboard().mimeData().data("text/csv").data()).decode()
        separator = ";" if QLocale().decimalPoint() == "," else ","
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        assert rows == [["Form", "Mg %"], ["Zürich", "1"], ["'=1+1", "2"]]
    finally:
        QLocale.setDefault(before)


def test_nothing_is_written_where_nobody_chose_a_file(
    buttons: TakeAwayButtons, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    in_dialog(lambda dialog: None)
    buttons.export.click()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_says_why_and_loses_nothing(
    qtbot: QtBot, buttons: TakeAwayButtons, tmp_path: Path
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()

    def choose(dialog: SaveDialog) -> None:
        name_file(dialog, folder / "forms.csv")
        folder.rmdir()

    in_dialog(choose)
    with qtbot.waitSignal(buttons.failed) as failed:
        buttons.export.click()
    assert failed.args is not None
    assert re.match(r"Not saved: .*gone.forms\.csv\. .+\. Nothing was changed", failed.args[0])


@pytest.mark.skipif(os.name != "posix", reason="rights are kept in another way")
def test_what_is_saved_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "forms.csv"
    assert not written(path, b"mine")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_a_full_disk_is_named_as_the_reason() -> None:
    assert "space" in written(Path("/dev/full"), b"after")


@pytest.mark.skipif(os.name != "posix", reason="folders are read-only in another way")
def test_a_folder_that_is_read_only_is_named_as_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "forms.csv"
    path.write_text("before")
    tmp_path.chmod(0o500)
    with without_rights():
        assert "ermission" in written(path, b"after")
    tmp_path.chmod(0o700)
    assert path.read_text() == "before"


# --- paper --------------------------------------------------------------------------------------


def writer(path: Path) -> QPdfWriter:
    made = QPdfWriter(str(path))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def test_a_long_table_takes_several_pages_with_its_headings_on_each(
    parent: QWidget, tmp_path: Path
) -> None:
    device = writer(tmp_path / "forms.pdf")
    table = long_table()
    set_up_page(device, table)
    pages = lay_out(table, device)
    assert pages.count > 1
    tables = [
        frame for frame in pages.document.rootFrame().childFrames() if isinstance(frame, QTextTable)
    ]
    assert [frame.format().toTableFormat().headerRowCount() for frame in tables] == [1]
    assert paint_table(table, device) == pages.count
    del device
    content = (tmp_path / "forms.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == pages.count


def test_filter_edition_and_page_stand_below_the_table(parent: QWidget, tmp_path: Path) -> None:
    device = writer(tmp_path / "forms.pdf")
    table = long_table()
    set_up_page(device, table)
    pages = lay_out(table, device)
    assert pages.notes == "Filter: sleep.\nContent 1, reviewed today."
    assert pages.body.height() <= pages.footer.top()
    assert pages.footer.bottom() <= device.pageLayout().paintRectPixels(1200).height()


@pytest.mark.parametrize(("columns", "across"), [(3, False), (17, True)])
def test_many_columns_lay_the_page_across_and_none_is_cut(
    parent: QWidget, tmp_path: Path, columns: int, across: bool
) -> None:
    device = writer(tmp_path / "forms.pdf")
    table = long_table(30, columns)
    set_up_page(device, table)
    landscape = device.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert landscape == across
    pages = lay_out(table, device)
    assert pages.document.size().width() <= pages.body.width() + 1


@pytest.fixture
def print_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home in which nobody has chosen a print server; its folder for that choice."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_printers, "_SYSTEM", tmp_path / "etc")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CUPS_SERVER", "")
    monkeypatch.delenv("CUPS_SERVER")
    folder = tmp_path / ".cups"
    folder.mkdir()
    return folder


def test_printers_are_asked_without_the_network(print_settings: Path) -> None:
    system_printers.new_printer()
    assert os.environ["CUPS_SERVER"] == "/run/cups/cups.sock"


def test_a_print_server_that_was_chosen_stays(
    monkeypatch: pytest.MonkeyPatch, print_settings: Path
) -> None:
    (print_settings / "client.conf").write_text("ServerName print.example\n", "utf-8")
    system_printers.new_printer()
    assert "CUPS_SERVER" not in os.environ
    monkeypatch.setenv("CUPS_SERVER", "print.example")
    system_printers.new_printer()
    assert os.environ["CUPS_SERVER"] == "print.example"


def test_the_preview_shows_the_pages(qtbot: QtBot, parent: QWidget) -> None:
    from PySide6.QtPrintSupport import QPrintPreviewWidget

    dialog = preview(long_table(), parent)
    dialog.show()
    QApplication.processEvents()
    pages = dialog.findChild(QPrintPreviewWidget)
    assert pages is not None
    assert pages.pageCount() > 1
    dialog.close()
    dialog.deleteLater()


def test_the_notes_name_edition_and_date(library: Library) -> None:
    edition, opinion, purpose = content_notes(library.content)
    assert "opinion" in opinion
    assert library.content.version in edition
    assert str(library.content.reviewed.year) in edition
    assert purpose == library.content.purpose
