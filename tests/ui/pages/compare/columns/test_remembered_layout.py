"""What a settings file says of the table is followed only where the table can be used with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.values import ColumnState, SortOrder
from tests.ui.pages.compare.compare_forms import COLUMNS, shown_page


@pytest.mark.parametrize("state", [{"visible": False}, {"visible": False, "width_u": 1.0}])
def test_the_column_of_names_stays(
    qtbot: QtBot, library: Library, tmp_path: Path, state: dict[str, object]
) -> None:
    settings = Settings(tmp_path)
    settings.change(columns=[{"key": column.key, **state} for column in COLUMNS])
    settings.save()
    page = shown_page(qtbot, library, tmp_path)
    assert page.table.shown_keys[0] == "form"
    assert page.table.columnWidth(0) > 0


@pytest.mark.parametrize(
    ("kept", "then"),
    [("nonsense", ()), ("form", ("nonsense",)), ("nonsense", ("form",)), ("", ("", ""))],
)
def test_a_column_that_is_no_more_does_not_stay_in_the_file(
    qtbot: QtBot, library: Library, tmp_path: Path, kept: str, then: tuple[str, ...]
) -> None:
    settings = Settings(tmp_path)
    settings.change(
        sort=SortOrder(key=kept),
        sort_then=[SortOrder(key=key) for key in then],
        columns=[ColumnState(key="of an older version", visible=True)],
    )
    settings.save()
    page = shown_page(qtbot, library, tmp_path)
    page._settings.save()
    values = Settings(tmp_path).values
    orders = [values.sort, *values.sort_then]
    known = {column.key for column in COLUMNS}
    assert all(order.key in known for order in orders if order is not None)
