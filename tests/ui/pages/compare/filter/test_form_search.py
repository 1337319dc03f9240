from __future__ import annotations

import pytest

from magdesk.knowledge.loader import Library
from magdesk.ui.grids.form_rows import form_rows
from magdesk.ui.pages.compare.filter.form_search import folded, search_text
from magdesk.ui.pages.compare.table.table_model import FormsModel
from magdesk.ui.pages.compare.table.table_proxy import FormsProxy


@pytest.fixture
def proxy(library: Library) -> FormsProxy:
    return FormsProxy(FormsModel(form_rows(library.catalogue)))


def found(proxy: FormsProxy, typed: str) -> set[str]:
    proxy.set_typed(typed)
    forms = [proxy.form_at(row) for row in range(proxy.rowCount())]
    return {form.id for form in forms if form is not None}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bisglycinate", {"glycinate"}),
        ("Bisglyc", {"glycinate"}),
        ("BISGLYCINATE", {"glycinate"}),
        ("epsom", {"sulfate_oral", "sulfate_bath"}),
        ("E345", {"citrate"}),
        ("milk of magnesia", {"hydroxide"}),
    ],
)
def test_a_form_is_found_by_a_name_on_a_label(
    proxy: FormsProxy, typed: str, expected: set[str]
) -> None:
    assert found(proxy, typed) == expected


def test_forms_are_found_by_what_they_are_used_for(proxy: FormsProxy) -> None:
    assert "glycinate" in found(proxy, "sleep")
    assert "threonate" in found(proxy, "sleep")
    assert "oxide" not in found(proxy, "calm")
    assert "citrate" in found(proxy, "constipation")


def test_every_typed_word_has_to_fit(proxy: FormsProxy) -> None:
    assert found(proxy, "chloride skin") <= found(proxy, "chloride")
    assert found(proxy, "glycinate zzz") == set()


def test_a_use_is_found_from_the_start_of_its_words_only(proxy: FormsProxy) -> None:
    assert "glycinate" not in found(proxy, "leep")


def test_nothing_typed_shows_everything(proxy: FormsProxy) -> None:
    assert len(found(proxy, "  ")) == 20


def test_signs_and_accents_make_no_difference() -> None:
    assert folded("TRAACS®  Café-crème") == "traacs cafe creme"
    assert folded("L-threonate") == "l threonate"


def test_the_order_survives_filtering(proxy: FormsProxy) -> None:
    from PySide6.QtCore import Qt

    from magdesk.ui.grids.declared_columns import place_of

    proxy.sort(place_of("percent"), Qt.SortOrder.DescendingOrder)
    proxy.set_typed("oxide")
    proxy.set_typed("")
    percents = [
        proxy.forms.row(proxy.mapToSource(proxy.index(row, 0)).row()).percent for row in range(5)
    ]
    assert percents == sorted((p for p in percents if p is not None), reverse=True)


def test_only_the_forms_asked_for_are_shown(proxy: FormsProxy) -> None:
    proxy.set_only(["citrate", "oxide"])
    assert found(proxy, "") == {"citrate", "oxide"}
    assert found(proxy, "laxative oxide") == {"oxide"}
    proxy.set_only(None)
    assert len(found(proxy, "")) == 20


def test_oxide_is_not_found_inside_hydroxide(library: Library) -> None:
    found = {
        form.id
        for form in library.catalogue.forms.values()
        if search_text(form).matches(folded("oxide"))
    }
    assert "oxide" in found
    assert "hydroxide" not in found
