"""A key cap shows whether it is in hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from magdesk.ui.look.theme import apply_theme, current_theme
from magdesk.ui.widgets.signs.key_cap import KeyCap
from tests.ui.conftest import Show
from tests.ui.widgets.seen_and_heard import colours, name


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_cap_in_hand_is_filled(shown: Show, qapp: QApplication, theme: str) -> None:
    apply_theme(qapp, theme)  # type: ignore[arg-type]
    plain, held = KeyCap("W"), KeyCap("K")
    held.set_in_hand(True)
    shown(plain, held)
    accent = current_theme().color("accent").name().upper()
    assert accent in colours(held)
    assert accent not in colours(plain)
    held.set_in_hand(False)
    assert accent not in colours(held)


def test_it_is_as_wide_as_its_words_and_named(shown: Show) -> None:
    one, word = KeyCap("?"), KeyCap("Enter")
    shown(one, word)
    assert one.sizeHint().width() == one.sizeHint().height()
    assert word.sizeHint().width() > word.fontMetrics().horizontalAdvance("Enter") * 0.8
    assert name(word) == "Key Enter"
