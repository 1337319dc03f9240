"""Needs and limits as Markdown tables: the regions side by side, by age, from the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.limits import Authority, IntakeRow, Limits, RegionLimits, UpperRow
from magdesk.knowledge.records import Mark, Region
from magdesk.ui.cited_text.source_numbers import Citations
from magdesk.ui.widgets.amounts.shown_number import range_of, shown_number

translate = QCoreApplication.translate

ADULTS = 19
"""From this age on all three regions give adult intakes; plain words leave the others out."""

_GROWN = 18.0
_OLDEST = 120.0
Links = Callable[[Citations, tuple[str, ...]], str]
Cells = tuple[str, ...]


def limits_tables(
    limits: Limits, region: Region, detailed: bool, citations: Citations, links: Links
) -> str:
    """Return the tables; ``region`` is marked, ``detailed`` adds children and every authority."""
    order = tuple(limits.regions.values())
    heads = tuple(_region_head(row, row.id == region) for row in order)
    upper = _authorities(limits, (row.upper_authority for row in order))
    intake = _authorities(limits, (row.intake_authority for row in order))
    parts = [
        "## " + translate("limits", "The limit for supplements, by age"),
        translate(
            "limits", "Milligrams a day from supplements and medicines. Food does not count."
        ),
        _table(
            (translate("limits", "Age"), *heads),
            (*_upper_rows(upper), _sources_row(upper, citations, links)),
        ),
        "## " + translate("limits", "The reference intake, by age"),
        translate("limits", "Milligrams a day from food and all else."),
        _table(
            (translate("limits", "Age"), *heads),
            (*_intake_rows(intake, detailed), _sources_row(intake, citations, links)),
        ),
    ]
    if detailed:
        parts += [
            "## " + translate("limits", "Every authority in full"),
            _bodies(limits, citations, links),
        ]
    return "\n\n".join(parts) + "\n"


def _authorities(limits: Limits, keys: Iterable[str]) -> tuple[Authority, ...]:
    return tuple(limits.authorities[key] for key in keys)


def _region_head(row: RegionLimits, chosen: bool) -> str:
    return translate("limits", "{region}, chosen").format(region=row.name) if chosen else row.name


# --- rows by age ------------------------------------------------------------------------------


def _upper_rows(bodies: Sequence[Authority]) -> tuple[Cells, ...]:
    tables = [body.upper for body in bodies]

    def cells(age: float) -> Cells:
        rows = (_at(table, age) for table in tables)
        return tuple(
            translate("limits", "none set") if row is None else _mg(row.mg) for row in rows
        )

    return _by_age([row.from_age for table in tables for row in table], cells)


def _intake_rows(bodies: Sequence[Authority], detailed: bool) -> tuple[Cells, ...]:
    tables = [body.intake for body in bodies]

    def cells(age: float) -> Cells:
        rows = (_intake_at(table, age) for table in tables)
        return tuple(
            translate("limits", "none given") if row is None else _intake(row, age, detailed)
            for row in rows
        )

    starts = [row.from_age for table in tables for row in table]
    return _by_age([start for start in starts if detailed or start >= ADULTS], cells)


def _by_age(starts: Iterable[float], cells: Callable[[float], Cells]) -> tuple[Cells, ...]:
    """A row for each band of ages in which nothing changes for any region."""
    bands: list[tuple[float, Cells]] = []
    for age in sorted(set(starts)):
        if not bands or bands[-1][1] != cells(age):
            bands.append((age, cells(age)))
    ends = [start for start, _ in bands[1:]] + [_OLDEST + 1]
    return tuple((_band(start, end), *row) for (start, row), end in zip(bands, ends, strict=True))


def _band(start: float, end: float) -> str:
    if end <= 1:
        first, last = round(start * 12), round(end * 12) - 1
        return translate("limits", "{range} months").format(range=range_of((str(first), str(last))))
    if end > _OLDEST:
        return translate("limits", "from {age} years").format(age=round(start))
    first, last = round(start), round(end) - 1
    if first == last:
        return translate("limits", "{age} years").format(age=first)
    return translate("limits", "{range} years").format(range=range_of((str(first), str(last))))


def _at(rows: Sequence[UpperRow], age: float) -> UpperRow | None:
    return next((row for row in rows if row.from_age <= age <= row.to_age), None)


def _intake_at(rows: Sequence[IntakeRow], age: float) -> IntakeRow | None:
    return next((row for row in rows if row.from_age <= age <= row.to_age), None)


def _intake(row: IntakeRow, age: float, detailed: bool) -> str:
    grown = age >= _GROWN
    groups: Mapping[str, float | None] = {
        translate("limits", "men") if grown else translate("limits", "boys"): row.male_mg,
        translate("limits", "women") if grown else translate("limits", "girls"): row.female_mg,
    }
    if row.male_mg == row.female_mg and row.male_mg is not None:
        groups = {translate("limits", "all"): row.male_mg}
    if detailed:
        groups = {
            **groups,
            translate("limits", "pregnant"): row.pregnant_mg,
            translate("limits", "breastfeeding"): row.breastfeeding_mg,
        }
    return ", ".join(f"{name} {_mg(mg)}" for name, mg in groups.items() if mg is not None)


def _mg(amount: float | None) -> str:
    if amount is None:
        return translate("limits", "none set")
    return translate("limits", "{amount} mg").format(amount=shown_number(float(amount)))


def _sources_row(bodies: Sequence[Authority], citations: Citations, links: Links) -> Cells:
    return (translate("limits", "Sources"), *(links(citations, body.sources) for body in bodies))


# --- every body -------------------------------------------------------------------------------


def _bodies(limits: Limits, citations: Citations, links: Links) -> str:
    heads = (
        translate("limits", "Authority"),
        translate("limits", "Its figure, for adults"),
        translate("limits", "What to know"),
    )
    rows = tuple(
        (
            f"{body.name} {links(citations, body.sources)}",
            _figure(body),
            " ".join(filter(None, (body.note, _how_read(body.mark)))),
        )
        for body in limits.authorities.values()
    )
    return _table(heads, rows)


def _figure(body: Authority) -> str:
    upper = _at(body.upper, ADULTS)
    intake = _intake_at(body.intake, ADULTS)
    told = [body.kind + ":"]
    if upper is not None:
        told.append(
            translate("limits", "at most {amount} from supplements;").format(amount=_mg(upper.mg))
        )
    if intake is not None:
        told.append(_intake(intake, ADULTS, detailed=True) + ".")
    return " ".join(told).rstrip(";.") + "."


def _how_read(mark: Mark) -> str:
    return {
        "V": translate("limits", "(Read in the source.)"),
        "V2": translate("limits", "(Read second-hand.)"),
        "K": translate("limits", "(Expert knowledge.)"),
        "U": translate("limits", "(Uncertain.)"),
        "C": translate("limits", "(Computed.)"),
    }[mark]


def _table(heads: Cells, rows: Sequence[Cells]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
