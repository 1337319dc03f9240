"""What a person typed, as it can stand in any file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.report.writable_text import writable
from tests.noncharacters import NONCHARACTERS


@pytest.mark.parametrize("sign", [*NONCHARACTERS, "\x00", "\x1b", "\x7f", "\ud800"], ids=ascii)
def test_what_is_no_sign_is_left_out(sign: str) -> None:
    assert writable(f"Ada{sign} Lovelace{sign}") == "Ada Lovelace"


@pytest.mark.parametrize("name", ["Zoë", "O’Brien", "李雷", "a \ufffd b", "👩\u200d⚕", "x < y & z"])
def test_every_other_sign_stays(name: str) -> None:
    assert writable(name) == name


def test_a_line_break_becomes_a_space() -> None:
    assert writable("Ada\nLovelace\r\n\tLondon") == "Ada Lovelace London"


@given(st.text() | st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xFFFF)))
def test_any_text_can_be_written_and_read_again(text: str) -> None:
    told = writable(text)
    assert told.encode("utf-8").decode("utf-8") == told
    assert writable(told) == told.strip() or not told.strip()
