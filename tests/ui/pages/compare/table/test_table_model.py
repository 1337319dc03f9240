from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester

from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Absorption, Grade, Rating, Stomach
from magdesk.ui.grids.column import Column
from magdesk.ui.grids.form_rows import FormRow, form_rows
from magdesk.ui.pages.compare.filter.row_filter import RowFilter
from magdesk.ui.pages.compare.table.table_model import FORM_ROLE, SORT_ROLE, FormsModel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy
from tests.ui.pages.compare.compare_forms import (
    COLUMNS,
    graded,
    holding,
    place_of,
    rated,
    taken_up,
    tolerated,
)

Role = Qt.ItemDataRole
RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def rows(library: Library) -> tuple[FormRow, ...]:
    return form_rows(library.catalogue)


@pytest.fixture
def proxy(rows: tuple[FormRow, ...]) -> FormsProxy:
    return FormsProxy(model_of(rows))


def model_of(rows: Sequence[FormRow]) -> FormsModel:
    return FormsModel(COLUMNS, rows, RowFilter(lambda: Library().names))


def cell(proxy: FormsProxy, form_id: str, key: str, role: int = Role.DisplayRole) -> object:
    row = proxy.row_of(form_id)
    assert row is not None
    proxy.show_columns(COLUMNS.keys)
    return proxy.index(row, place_of(key)).data(role)


def sorted_names(rows: Sequence[FormRow], key: str, order: Qt.SortOrder) -> list[str]:
    model = model_of(rows)
    model.sort(place_of(key), order)
    return [row.form.name for row in model.rows()]


@pytest.mark.parametrize("force_py", [False, True])
def test_the_model_keeps_the_rules_of_qt_while_it_changes(
    qtmodeltester: ModelTester, rows: tuple[FormRow, ...], force_py: bool
) -> None:
    for some in ((), rows[:3], rows):
        model = model_of(some)
        qtmodeltester.check(model, force_py=force_py)
        for place in range(len(COLUMNS)):
            model.sort(place, FALLING)
        model.ticks.put([row.form.id for row in some[:2]])
        model.row_filter.set_typed("sleep")
        qtmodeltester.check(model, force_py=force_py)


@pytest.mark.parametrize("force_py", [False, True])
def test_the_proxy_keeps_the_rules_of_qt_while_it_filters_and_sorts(
    qtmodeltester: ModelTester, proxy: FormsProxy, force_py: bool
) -> None:
    qtmodeltester.check(proxy, force_py=force_py)
    for typed in ("s", "sl", "sleep", "zzz", ""):
        proxy.forms.row_filter.set_typed(typed)
        proxy.sort(place_of("percent"), FALLING)
    proxy.forms.row_filter.set_only(["oxide", "citrate"])
    proxy.show_columns(["form", "percent"])
    proxy.sort(place_of("form"), FALLING)
    proxy.show_columns(["form", "cautions", "trials"])
    proxy.forms.row_filter.set_only(None)
    qtmodeltester.check(proxy, force_py=force_py)


def test_every_form_has_its_row(proxy: FormsProxy, library: Library) -> None:
    shown = [proxy.form_at(row) for row in range(proxy.rowCount())]
    assert {form.id for form in shown if form is not None} == set(library.catalogue.forms)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.key)
@pytest.mark.parametrize("order", [RISING, FALLING], ids=["rising", "falling"])
def test_every_column_sorts_by_meaning_with_unknown_values_last(
    rows: tuple[FormRow, ...], column: Column, order: Qt.SortOrder
) -> None:
    model = model_of(rows)
    place = place_of(column.key)
    model.sort(place, order)
    keys = [model.index(row, place).data(SORT_ROLE) for row in range(model.rowCount())]
    missing = [is_missing for is_missing, _ in keys]
    known = [value for is_missing, value in keys if not is_missing]
    assert missing == sorted(missing)
    for before, after in pairwise(known):
        assert not (after < before if order == RISING else before < after)


@pytest.mark.parametrize("order", [RISING, FALLING], ids=["rising", "falling"])
def test_equal_values_stand_from_a_to_z_both_ways(
    rows: tuple[FormRow, ...], order: Qt.SortOrder
) -> None:
    model = model_of(rows)
    model.sort(place_of("article"), order)
    unrated = [row.form.name for row in model.rows() if row.form.article is None]
    high = [r.form.name for r in model.rows() if r.form.article and r.form.article.rating == "high"]
    assert unrated == sorted(unrated)
    assert high == sorted(high)


def test_a_high_rating_stands_over_a_moderate_one_and_that_over_a_low_one(
    library: Library,
) -> None:
    scale: tuple[Rating | None, ...] = ("moderate", None, "high", "low", "moderate_high")
    names = ("moderate", "none", "high", "low", "moderate-high")
    pairs = zip(names, scale, strict=True)
    rows = [rated(library.catalogue, name, rating) for name, rating in pairs]
    falling = ["high", "moderate-high", "moderate", "low", "none"]
    assert sorted_names(rows, "article", FALLING) == falling
    assert sorted_names(rows, "article", RISING) == [*falling[-2::-1], "none"]


def test_absorption_sorts_from_good_to_unproven_and_unclear_is_unknown(library: Library) -> None:
    scale: tuple[Absorption, ...] = ("unclear", "fair", "unproven", "good", "low")
    rows = [taken_up(library.catalogue, value, value) for value in scale]
    falling = ["good", "fair", "low", "unproven", "unclear"]
    assert sorted_names(rows, "absorption", FALLING) == falling
    assert sorted_names(rows, "absorption", RISING) == [*falling[-2::-1], "unclear"]


def test_stomach_sorts_from_no_effect_to_laxative(library: Library) -> None:
    scale: tuple[Stomach, ...] = (
        "loosens",
        "unclear",
        "no_effect",
        "laxative",
        "gentle",
        "moderate",
    )
    rows = [tolerated(library.catalogue, value, value) for value in scale]
    falling = ["no_effect", "gentle", "moderate", "loosens", "laxative", "unclear"]
    assert sorted_names(rows, "stomach", FALLING) == falling
    assert sorted_names(rows, "stomach", RISING) == [*falling[-2::-1], "unclear"]


def test_evidence_sorts_by_grade_and_no_human_trial_is_unknown(library: Library) -> None:
    grades: tuple[Grade | None, ...] = ("G1", "G0", "G3", None, "G4", "G2")
    rows = [graded(library.catalogue, grade or "never", grade) for grade in grades]
    falling = ["G4", "G3", "G2", "G1", "G0", "never"]
    assert sorted_names(rows, "trials", FALLING) == falling
    assert sorted_names(rows, "trials", RISING) == ["G1", "G2", "G3", "G4", "G0", "never"]


def test_numbers_sort_as_numbers(library: Library) -> None:
    percents = {"nine": 9.9, "sixty": 60.3, "none": None, "ten": 10.2}
    rows = [holding(library.catalogue, *pair) for pair in percents.items()]
    assert sorted_names(rows, "percent", FALLING) == ["sixty", "ten", "nine", "none"]
    assert sorted_names(rows, "percent", RISING) == ["nine", "ten", "sixty", "none"]


def test_the_form_of_a_row_comes_through_the_proxy(proxy: FormsProxy, library: Library) -> None:
    proxy.sort(place_of("percent"), FALLING)
    proxy.forms.row_filter.set_typed("oxide")
    assert proxy.index(0, 3).data(FORM_ROLE) is library.catalogue.forms["oxide"]


@pytest.mark.parametrize(
    ("key", "spoken"),
    [
        ("form", "Citrate"),
        ("percent", "elemental magnesium: 16.2 percent"),
        ("absorption", "absorption in people: Good"),
        ("article", "the article’s rating for twitches, one opinion: Moderate–high"),
        ("trials", "trials for cramps: mixed, 5 trials"),
        ("stomach", "stomach: Loosens"),
    ],
)
@pytest.mark.usefixtures("qapp")  # it knows the plurals
def test_a_cell_reads_on_its_own(proxy: FormsProxy, key: str, spoken: str) -> None:
    assert cell(proxy, "citrate", key, Role.AccessibleTextRole) == spoken


def test_a_row_says_its_form_once_and_every_cell_says_something(proxy: FormsProxy) -> None:
    for row in range(proxy.rowCount()):
        form = proxy.form_at(row)
        assert form is not None
        for place in range(proxy.columnCount()):
            spoken = proxy.index(row, place).data(Role.AccessibleTextRole)
            assert spoken.startswith(form.name) == (place == 0)
            assert len(spoken) > 4


def test_a_form_to_avoid_says_so_aloud_with_the_reason(proxy: FormsProxy, library: Library) -> None:
    article = library.catalogue.forms["oxide"].article
    reason = article.avoid if article else ""
    assert reason
    assert (
        cell(proxy, "oxide", "form", Role.AccessibleTextRole) == f"Oxide, Article: avoid: {reason}"
    )


def test_a_form_without_a_compound_says_that_the_share_is_unknown(library: Library) -> None:
    row = holding(library.catalogue, "Blend", None)
    column = COLUMNS[place_of("percent")]
    assert column.text(row) == "–"
    assert column.spoken(row) == "elemental magnesium: unknown"


def test_numbers_follow_the_users_locale_and_stand_at_the_right(proxy: FormsProxy) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        assert cell(proxy, "citrate", "percent") == "16,2"
    finally:
        QLocale.setDefault(before)
    alignment = cell(proxy, "citrate", "percent", Role.TextAlignmentRole)
    assert alignment == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def test_headings_name_their_column_without_the_sort_state(proxy: FormsProxy) -> None:
    proxy.sort(place_of("trials"), FALLING)
    spoken = proxy.headerData(
        place_of("trials"), Qt.Orientation.Horizontal, Role.AccessibleTextRole
    )
    assert spoken == "trials for cramps"
    assert proxy.headerData(0, Qt.Orientation.Vertical, Role.AccessibleTextRole) is None


def test_a_selected_row_stays_selected_when_the_order_changes(proxy: FormsProxy) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    row = proxy.row_of("oxide")
    assert row is not None
    kept = QPersistentModelIndex(proxy.index(row, 2))
    proxy.sort(place_of("percent"), FALLING)
    assert kept.row() == 0
    assert kept.column() == 2
