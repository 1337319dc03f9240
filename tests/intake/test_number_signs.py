"""The table of number signs says what Qt says, for every locale that Qt knows."""

from __future__ import annotations

import pytest

from magdesk.knowledge.loader import Library

pytest.importorskip("PySide6.QtCore")

from PySide6.QtCore import QLocale

from build_spec.number_signs import FILE, all_locales, as_toml, codes, signs_of, table

NUMBERS = Library().number_table


def test_every_locale_of_qt_is_written_as_qt_writes_it() -> None:
    locales = list(all_locales())
    assert len(locales) > 500
    for locale in locales:
        for sep in "_-":
            found = NUMBERS.locale(sep.join(codes(locale)))
            assert found is not None
            assert found.signs == signs_of(locale), codes(locale)


def test_every_short_name_means_what_qt_means_by_it() -> None:
    for name in {locale.name() for locale in all_locales()}:
        found = NUMBERS.locale(name)
        assert found is not None
        assert found.signs == signs_of(QLocale(name)), name


def test_the_file_is_what_its_script_writes() -> None:
    assert FILE.read_text("utf-8") == as_toml(table())
