"""A label as fields that a person may correct, and the reading that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from magdesk.intake.amounts import Stated
from magdesk.intake.label import LabelReader
from magdesk.intake.label_figures import Found, Salt
from magdesk.intake.label_reading import LabelReading
from magdesk.intake.label_sums import sum_up
from magdesk.intake.servings import Basis, Servings
from magdesk.intake.shares import SaltShare

Reference = Literal["nrv", "dv"]


@dataclass(frozen=True)
class LabelFields:
    """What a label says, field by field; None for what it does not say. mg a serving."""

    forms: tuple[str, ...] = ()
    compound_mg: float | None = None
    elemental_mg: float | None = None
    percent: float | None = None
    reference: Reference | None = None
    """Which value counts as 100 %; None where that is not known."""
    tablets_per_serving: float = 1
    servings_per_day: float = 1


def fields_of(reading: LabelReading) -> LabelFields:
    """The fields as the label was understood."""
    return LabelFields(
        forms=reading.forms,
        compound_mg=reading.compound_mg,
        elemental_mg=reading.elemental_mg,
        percent=reading.percent,
        tablets_per_serving=reading.tablets_per_serving or 1,
        servings_per_day=1 if reading.servings_per_day is None else reading.servings_per_day,
    )


def read_fields(fields: LabelFields, reader: LabelReader) -> LabelReading:
    """The reading of corrected fields: the same sums and contradictions as a label's text."""
    share = reader.share_of(fields.forms)
    start = LabelReading(
        True,
        fields.forms,
        tablets_per_serving=fields.tablets_per_serving,
        servings_per_day=fields.servings_per_day,
        on_the_skin=reader.on_the_skin(fields.forms),
    )
    salts: tuple[Salt, ...] = ()
    if fields.compound_mg is not None:
        stated = _stated("salt", fields.compound_mg, 0)
        salts = (Salt(stated, "serving", 1, share, reader.name_of(fields.forms)),)
    magnesium: tuple[tuple[Stated, Basis | None, float, SaltShare | None], ...] = ()
    if fields.elemental_mg is not None:
        magnesium = ((_stated("magnesium", fields.elemental_mg, 1), "serving", 1.0, share),)
    nrv, dv = reader.knowledge.nrv_mg, reader.knowledge.dv_mg
    found = Found(
        salts=salts,
        magnesium=magnesium,
        percent=fields.percent,
        powder_percent=None,
        references={"nrv": (nrv,), "dv": (dv,), None: (nrv, dv)}[fields.reference],
        servings=Servings(
            pieces=fields.tablets_per_serving,
            a_day=(fields.servings_per_day, fields.servings_per_day),
        ),
        laxative="hydroxide" in fields.forms,
    )
    return sum_up(found, start, reader.knowledge)


def _stated(of: Literal["salt", "magnesium"], mg: float, at: int) -> Stated:
    return Stated(of, (mg,), f"{mg:g}", "mg", at, explicit=of == "magnesium")
