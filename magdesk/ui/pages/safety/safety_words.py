"""Names of tests, severities and days as people read them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.assurance import Severity
from magdesk.ui.widgets.amounts.shown_number import whole_number

translate = QCoreApplication.translate

_PROOF = re.compile(r"^tests/proofs/.*::test_property_0*(\d+)_")
_STORY = re.compile(r"^tests/test_cases\.py::test_story\[(.+)\]$")
_TEST = re.compile(r"::test_([a-z0-9_]+)(?:\[(.+)\])?$")


def proof_number(test: str) -> int | None:
    """Return the number of the property that a test proves; null for any other test."""
    proof = _PROOF.match(test)
    return int(proof[1]) if proof else None


def in_words(test: str) -> str:
    """Return a test as pytest names it, said in words."""
    number, story = proof_number(test), _STORY.match(test)
    if number is not None:
        return translate("Safety", "proof {number}").format(number=number)
    if story:
        return translate("Safety", "story “{name}”").format(name=_spaced(story[1]))
    parts = _TEST.search(test)
    if parts is None:
        return test
    words = _spaced(parts[1]) if parts[2] is None else f"{_spaced(parts[1])}: {_spaced(parts[2])}"
    return translate("Safety", "test “{name}”").format(name=words)


def severity_word(severity: Severity) -> str:
    """Return how bad a hazard is, in a word."""
    words: dict[Severity, str] = {
        "life_threatening": translate("Safety", "Life-threatening"),
        "serious": translate("Safety", "Serious"),
        "moderate": translate("Safety", "Moderate"),
    }
    return words[severity]


def count_words(count: int, of: int) -> str:
    """Return ``12 of 30`` in the reader's locale."""
    return translate("Safety", "{count} of {of}").format(
        count=whole_number(count), of=whole_number(of)
    )


def _spaced(name: str) -> str:
    return name.replace("_", " ")
