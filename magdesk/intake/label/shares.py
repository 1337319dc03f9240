"""How much of a salt is magnesium: from the lowest assay or hydrate to the highest formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from magdesk.knowledge.formula import elemental_fraction
from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.records.form_records import Form
from magdesk.knowledge.records.label_records import LabelKnowledge, NamedVariant, Share

_WATER = re.compile(r"·(\d*)H2O$")


@dataclass(frozen=True)
class SaltShare:
    """The part of a salt that is magnesium, 0 to 1."""

    low: float
    likely: float
    high: float
    buffered: bool = False
    blend: bool = False

    @property
    def certain(self) -> bool:
        """Whether there is one figure only."""
        return self.high - self.low < 1e-9


class Shares:
    """Shares by form; made once."""

    def __init__(self, forms: Mapping[str, Form], knowledge: LabelKnowledge) -> None:
        self._forms = forms
        self._knowledge = knowledge
        self._shares: Mapping[str, Share] = {share.form: share for share in knowledge.share}

    def of(
        self,
        form_id: str,
        words: Iterable[str] = (),
        water: float | None = None,
        *,
        buffered: bool = False,
    ) -> SaltShare | None:
        """What a form named with these words holds; None where no compound is defined.

        ``water`` is the parts of water that the label names, 0 for anhydrous.
        """
        form = self._forms[form_id]
        formulas = _formulas(form)
        if form.label_percent is not None:
            low, high = form.label_percent
            return SaltShare(low / 100, (low + high) / 200, high / 100)
        if not formulas:
            return None
        if buffered and form_id == "glycinate":
            row = self._knowledge.buffered
            return SaltShare(
                row.low_percent / 100,
                row.likely_percent / 100,
                row.high_percent / 100,
                buffered=True,
            )
        named = set(words)
        for formula in formulas:
            if folded(formula).replace(" ", "") in named:
                fraction = elemental_fraction(formula)
                return SaltShare(fraction, fraction, fraction)
        variant = self._variant(form_id, named)
        if water is not None:
            fraction = _with_water(variant.formulas if variant else formulas, water)
            return SaltShare(fraction, fraction, fraction)
        if variant:
            return _range(variant.formulas, variant.low_percent)
        share = self._shares.get(form_id, Share(form=form_id))
        return _range(formulas[:1] if share.only_usual else formulas, share.low_percent)

    def _variant(self, form_id: str, words: set[str]) -> NamedVariant | None:
        text = f" {' '.join(words)} "
        for variant in self._knowledge.variant:
            if variant.form == form_id and any(
                set(folded(word).split()) <= words or f" {folded(word)} " in text
                for word in variant.words
            ):
                return variant
        return None


def of_blend(shares: Iterable[SaltShare]) -> SaltShare:
    """What a powder of several salts may hold, their parts unknown."""
    parts = list(shares)
    return SaltShare(
        min(part.low for part in parts),
        sum(part.likely for part in parts) / len(parts),
        max(part.high for part in parts),
        blend=True,
    )


def _formulas(form: Form) -> tuple[str, ...]:
    own = (form.formula,) if form.formula else ()
    return (*own, *(variant.formula for variant in form.variants))


def _range(formulas: tuple[str, ...], low_percent: float | None) -> SaltShare:
    fractions = [elemental_fraction(formula) for formula in formulas]
    low = min(fractions if low_percent is None else (*fractions, low_percent / 100))
    return SaltShare(low, fractions[0], max(fractions))


def _with_water(formulas: tuple[str, ...], water: float) -> float:
    """The fraction of the salt with so many parts of water; from its dry formula where need be."""
    for formula in formulas:
        if _parts_of_water(formula) == water:
            return elemental_fraction(formula)
    dry = _WATER.sub("", next((one for one in formulas if not _WATER.search(one)), formulas[0]))
    if water == 0:
        return elemental_fraction(dry)
    if water < 1:
        return elemental_fraction(f"2{dry}·H2O")
    return elemental_fraction(f"{dry}·{water:.0f}H2O")


def _parts_of_water(formula: str) -> float:
    match = _WATER.search(formula)
    return float(match[1] or 1) if match else 0.0
