"""The scales that sorting follows, worst first, and the words the values are shown with.

A value that stands on no scale is unknown: ``rank`` gives None and sorting puts it last.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.records import Absorption, Grade, Rating, Route, Solubility, Stomach, Verdict
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP

ABSORPTION: tuple[Absorption, ...] = ("unproven", "low", "fair", "good")
STOMACH: tuple[Stomach, ...] = ("laxative", "loosens", "moderate", "gentle", "no_effect")
SOLUBILITY: tuple[Solubility, ...] = ("insoluble", "low", "moderate", "high", "very_high")
RATING: tuple[Rating, ...] = ("low", "moderate", "moderate_high", "high")
GRADE: tuple[Grade, ...] = ("G1", "G2", "G3", "G4")
"""G0 means that no trial was found, so it is unknown and not a low grade."""

_ABSORPTION: dict[Absorption, str] = {
    "good": QT_TRANSLATE_NOOP("Scales", "Good"),
    "fair": QT_TRANSLATE_NOOP("Scales", "Fair"),
    "low": QT_TRANSLATE_NOOP("Scales", "Low"),
    "unproven": QT_TRANSLATE_NOOP("Scales", "Unproven"),
    "unclear": QT_TRANSLATE_NOOP("Scales", "Unclear"),
}
_STOMACH: dict[Stomach, str] = {
    "no_effect": QT_TRANSLATE_NOOP("Scales", "No effect"),
    "gentle": QT_TRANSLATE_NOOP("Scales", "Gentle"),
    "moderate": QT_TRANSLATE_NOOP("Scales", "Fairly gentle"),
    "loosens": QT_TRANSLATE_NOOP("Scales", "Loosens"),
    "laxative": QT_TRANSLATE_NOOP("Scales", "Laxative"),
    "unclear": QT_TRANSLATE_NOOP("Scales", "Unclear"),
}
_SOLUBILITY: dict[Solubility, str] = {
    "very_high": QT_TRANSLATE_NOOP("Scales", "Very high"),
    "high": QT_TRANSLATE_NOOP("Scales", "High"),
    "moderate": QT_TRANSLATE_NOOP("Scales", "Moderate"),
    "low": QT_TRANSLATE_NOOP("Scales", "Low"),
    "insoluble": QT_TRANSLATE_NOOP("Scales", "Hardly any"),
    "unclear": QT_TRANSLATE_NOOP("Scales", "Unclear"),
}
_ROUTE: dict[Route, str] = {
    "mouth": QT_TRANSLATE_NOOP("Scales", "By mouth"),
    "skin": QT_TRANSLATE_NOOP("Scales", "On the skin"),
    "bath": QT_TRANSLATE_NOOP("Scales", "In the bath"),
}
_VERDICT: dict[Verdict, str] = {
    "supported": QT_TRANSLATE_NOOP("Scales", "Supported"),
    "partly": QT_TRANSLATE_NOOP("Scales", "Partly supported"),
    "animals_only": QT_TRANSLATE_NOOP("Scales", "Only seen in animals"),
    "not_backed": QT_TRANSLATE_NOOP("Scales", "Not backed by trials"),
}


def rank(scale: Sequence[str], value: str | None) -> int | None:
    """Where the value stands on the scale, 0 for the worst; None for an unknown value."""
    return scale.index(value) if value in scale else None


def absorption_word(absorption: Absorption) -> str:
    """How well the body takes it up, in a word or two."""
    return _translated(_ABSORPTION[absorption])


def stomach_word(stomach: Stomach) -> str:
    """What it does to stomach and bowel, in a word or two."""
    return _translated(_STOMACH[stomach])


def solubility_word(solubility: Solubility) -> str:
    """How well it dissolves in water, in a word or two."""
    return _translated(_SOLUBILITY[solubility])


def route_word(route: Route) -> str:
    """How it is taken."""
    return _translated(_ROUTE[route])


def verdict_word(verdict: Verdict) -> str:
    """What became of a claim that was checked."""
    return _translated(_VERDICT[verdict])


def _translated(word: str) -> str:
    return QCoreApplication.translate("Scales", word)
