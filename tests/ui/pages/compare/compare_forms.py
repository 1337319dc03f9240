"""Rows and pages that the tests of the comparison share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.checks.check_evidence import DIRECTIONS_OF
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Absorption, Grade, Rating, Stomach
from magdesk.knowledge.records.evidence_records import Finding
from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.declared_columns import Columns
from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.compare.table.table_model import ROW_ROLE
from magdesk.ui.pages.form.form_pane import DetailPane
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.pages import compare_page

_CATALOGUE = Library().catalogue
FORMS = len(_CATALOGUE.forms)
"""How many forms there are."""

COLUMNS = Columns(_CATALOGUE.outcomes)
"""All columns of the table, as every page has them at first."""

place_of = COLUMNS.place_of


def form_named(catalogue: Catalogue, name: str, **changes: object) -> Form:
    """A form like citrate under another name."""
    return replace(catalogue.forms["citrate"], id=name.lower(), name=name, **changes)


def rated(catalogue: Catalogue, name: str, rating: Rating | None) -> FormRow:
    """A row with this rating of the article."""
    article = catalogue.forms["citrate"].article
    assert article is not None
    form = form_named(catalogue, name, article=rating and replace(article, rating=rating))
    return FormRow(form=form, percent=10.0)


def taken_up(catalogue: Catalogue, name: str, absorption: Absorption) -> FormRow:
    """A row with this absorption."""
    form = form_named(catalogue, name, absorption=absorption)
    return FormRow(form=form, percent=10.0)


def tolerated(catalogue: Catalogue, name: str, stomach: Stomach) -> FormRow:
    """A row with this effect on the stomach."""
    form = form_named(catalogue, name, stomach=stomach)
    return FormRow(form=form, percent=10.0)


def graded(catalogue: Catalogue, name: str, grade: Grade | None) -> FormRow:
    """A row with this evidence for cramps; None: it was never studied."""
    finding = grade and Finding(
        form=name.lower(),
        outcome="cramps",
        grade=grade,
        direction=DIRECTIONS_OF[grade][0],
        label=f"Label {grade}",
        plain="Plain.",
    )
    form = form_named(catalogue, name)
    if finding is None:
        return FormRow(form=form, percent=10.0)
    word = catalogue.directions[finding.direction].word
    cell = Cell(form, catalogue.outcomes["cramps"], finding, word)
    return FormRow(form=form, percent=10.0, evidence={"cramps": cell})


def holding(catalogue: Catalogue, name: str, percent: float | None) -> FormRow:
    """A row with this share of magnesium."""
    form = form_named(catalogue, name)
    return FormRow(form=form, percent=percent)


def shown_page(
    qtbot: QtBot, library: Library, folder: Path, size: tuple[int, int] = (1034, 760)
) -> ComparePage:
    """The page in a window of its own, painted, its pane filled."""
    page = compare_page(library, Settings(folder))
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


def pane_of(page: ComparePage) -> DetailPane:
    """The detail beside the table."""
    assert isinstance(page.pane, DetailPane)
    return page.pane


def names(page: ComparePage) -> list[str]:
    """The forms that are shown, from top to bottom."""
    return [str(page.proxy.index(row, 0).data()) for row in range(page.proxy.rowCount())]


def current_name(page: ComparePage) -> str:
    """The form of the current row."""
    form = page.table.current_form
    assert form is not None
    return form.name


def words(page: ComparePage, key: str) -> list[str]:
    """What a column shows, from top to bottom."""
    column = page.model.columns.named(key)
    return [column.text(row) for row in rows_of(page)]


def rows_of(page: ComparePage) -> list[FormRow]:
    """The rows that are shown, from top to bottom."""
    return [page.proxy.index(row, 0).data(ROW_ROLE) for row in range(page.proxy.rowCount())]


def click_heading(qtbot: QtBot, page: ComparePage, key: str) -> None:
    """Click the middle of a column's heading."""
    header, place = page.table.horizontalHeader(), page.table.section_of(key)
    x = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
    )


def in_order_of_first_appearance(shown: Iterable[str]) -> list[str]:
    """Each word once."""
    return list(dict.fromkeys(shown))
