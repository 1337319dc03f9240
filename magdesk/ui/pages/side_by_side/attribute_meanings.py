"""The attributes by name, and what each of them tells, in one short line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP

_NAMES: dict[str, str] = {
    "names": QT_TRANSLATE_NOOP("SideBySide", "Names on labels"),
    "taken": QT_TRANSLATE_NOOP("SideBySide", "How it is taken"),
    "uses": QT_TRANSLATE_NOOP("SideBySide", "What it is used for"),
    "percent": QT_TRANSLATE_NOOP("SideBySide", "Magnesium"),
    "compound_mg": QT_TRANSLATE_NOOP("SideBySide", "For 100 mg of magnesium"),
    "serving": QT_TRANSLATE_NOOP("SideBySide", "Usual serving"),
    "absorption": QT_TRANSLATE_NOOP("SideBySide", "Absorption"),
    "stomach": QT_TRANSLATE_NOOP("SideBySide", "Stomach and bowel"),
    "solubility": QT_TRANSLATE_NOOP("SideBySide", "Dissolves in water"),
    "article": QT_TRANSLATE_NOOP("SideBySide", "The article’s rating"),
    "evidence": QT_TRANSLATE_NOOP("SideBySide", "Trials: {outcome}"),
    "timing": QT_TRANSLATE_NOOP("SideBySide", "When to take it"),
    "cautions": QT_TRANSLATE_NOOP("SideBySide", "Cautions"),
    "label": QT_TRANSLATE_NOOP("SideBySide", "Label traps"),
    "choice": QT_TRANSLATE_NOOP("SideBySide", "Guided choice"),
}
_MEANINGS: dict[str, str] = {
    "names": QT_TRANSLATE_NOOP("SideBySide", "What a pack may call it."),
    "taken": QT_TRANSLATE_NOOP("SideBySide", "By mouth, on the skin or in a bath."),
    "uses": QT_TRANSLATE_NOOP("SideBySide", "What people take it for. That is no proof."),
    "percent": QT_TRANSLATE_NOOP("SideBySide", "Its share of the weight of the compound."),
    "compound_mg": QT_TRANSLATE_NOOP("SideBySide", "How much pure compound you need for it."),
    "serving": QT_TRANSLATE_NOOP("SideBySide", "Magnesium in one portion, as sold. No dose."),
    "absorption": QT_TRANSLATE_NOOP("SideBySide", "How well people’s bodies take it up."),
    "stomach": QT_TRANSLATE_NOOP("SideBySide", "How gentle it is, or how far it loosens."),
    "solubility": QT_TRANSLATE_NOOP("SideBySide", "How much of it water can take up."),
    "article": QT_TRANSLATE_NOOP("SideBySide", "An opinion, for twitches. No trial backs it."),
    "evidence": QT_TRANSLATE_NOOP("SideBySide", "What tests of this very form found."),
    "timing": QT_TRANSLATE_NOOP("SideBySide", "Time of day, and with food or without."),
    "cautions": QT_TRANSLATE_NOOP("SideBySide", "When to take care, and who asks first."),
    "label": QT_TRANSLATE_NOOP("SideBySide", "How products differ from the pure compound."),
    "choice": QT_TRANSLATE_NOOP("SideBySide", "Whether the questions can lead to it, and why."),
}


def name_of(key: str) -> str:
    """The attribute's name; KeyError for one that is not known."""
    return QCoreApplication.translate("SideBySide", _NAMES[key])


def meaning_of(key: str) -> str:
    """What the attribute tells; KeyError for one that is not known."""
    return QCoreApplication.translate("SideBySide", _MEANINGS[key])
