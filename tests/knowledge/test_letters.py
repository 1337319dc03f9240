"""Letters as they are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from magdesk.knowledge.names.letters import folded, words

ASCII = st.text(st.characters(max_codepoint=127))


@given(ASCII | st.text())
def test_a_folded_text_is_its_folded_words(text: str) -> None:
    assert folded(text) == " ".join(word.text for word in words(text))


@given(ASCII)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
