"""How labels speak and what powders hold (``labels.toml``)."""

from __future__ import annotations

import re
import string
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Annotated

import msgspec

from magdesk.knowledge.faults import Fault
from magdesk.knowledge.formula import FormulaError, elemental_fraction
from magdesk.knowledge.records import (
    Identifier,
    Keys,
    Mark,
    Milligrams,
    Percent,
    Record,
    Text,
    Texts,
)
from magdesk.knowledge.records.form_records import Form
from magdesk.knowledge.tables import Reader

FILE = "labels.toml"

Positive = Annotated[float, msgspec.Meta(gt=0)]


class LabelWords(Record, frozen=True, kw_only=True):
    """Words and short phrases by what they mean on a label; English, German and French together."""

    magnesium: Texts
    elemental: Texts
    of_which: Texts
    """What comes before the magnesium in an amount of salt."""
    source: Texts
    """What comes before the salt that magnesium is given as."""
    buffered: Texts
    piece: Texts
    describes_piece: Texts
    counted: Texts
    """What a number with a hyphen counts, beside pieces: "90-count", "3-fach"."""
    drinks: Texts
    """What a product is taken with; its volume is no serving."""
    serving: Texts
    container: Texts
    per: Texts
    contains: Texts
    of: Texts
    to: Texts
    daily_dose: Texts
    day: Texts
    time_of_day: Texts
    not_daily: Texts
    """What tells that it is not taken every day."""
    every: Texts
    """What stands before the number of days from one dose to the next, folded."""
    week: Texts
    """What stands behind the number of doses in a week, folded."""
    brand_of_magnesium: Texts
    """Names of products whose figure is magnesium and not salt."""
    twice: Texts
    thrice: Texts
    once: Texts
    times: Texts
    take: Texts
    limit: Texts
    """A warning not to take more: no advice to take that much."""
    nrv: Texts
    dv: Texts
    rda: Texts
    """A reference value whose size the word leaves open."""
    pure: Texts
    """What a percentage praises, such as purity."""
    topical: Texts
    laxative: Texts
    other_mineral: Texts
    """A salt named behind one of these is no magnesium."""
    other_substance: Texts
    weight: Texts
    code: Texts
    german: Texts
    """Words that only German labels use; with a ``*``, any ending."""
    english: Texts


class Share(Record, frozen=True, kw_only=True):
    """What real powders of a form hold where its formulas do not tell."""

    form: Identifier
    low_percent: Percent | None = None
    only_usual: bool = False
    """Whether the plain name means the usual formula alone."""


class NamedVariant(Record, frozen=True, kw_only=True):
    """A salt that is named more closely than its form."""

    form: Identifier
    words: Texts
    formulas: Texts
    """The formulas that are meant, the usual one first."""
    low_percent: Percent | None = None


class Buffered(Record, frozen=True, kw_only=True):
    """What glycinate mixed with oxide holds."""

    low_percent: Percent
    likely_percent: Percent
    high_percent: Percent


class RoutePair(Record, frozen=True, kw_only=True):
    """One salt as two forms: by mouth, and on the skin or in the bath."""

    mouth: Identifier
    other: Identifier


class UsualProduct(Record, frozen=True, kw_only=True):
    """An antacid or a laxative by its usual content: an assumption that a person can change."""

    id: Identifier
    name: Text
    dose: Text
    """What one dose is."""
    mg: Milligrams
    """Elemental magnesium in a dose."""
    most_a_day: Annotated[int, msgspec.Meta(ge=1, le=50)]
    """More doses a day are questioned."""
    text: Text
    sources: Keys
    mark: Mark


class SumWords(Record, frozen=True, kw_only=True):
    """What is said of all products together."""

    over: Text
    room: Text
    at_limit: Text
    may_be_over: Text
    assumed: Text
    limits_of_what: Text
    not_daily: Text
    """Beside a product that is not taken every day: its mean a day is lower than what counts."""


class Contradictions(Record, frozen=True, kw_only=True):
    """What does not fit together, as whole sentences."""

    more_than_salt_holds: Text
    percent_against_mg: Text
    tablet_against_serving: Text
    two_readings: Text
    taken_or_bottle: Text
    absurd_amount: Text
    absurd_pieces: Text
    absurd_nothing: Text
    absurd_times: Text
    absurd_doses: Text


class Asks(Record, frozen=True, kw_only=True):
    """Questions that the label leaves open."""

    which_number: Text
    what_form: Text
    near: Text
    how_much: Text
    of_which: Text
    each_or_all: Text
    whole_or_part: Text
    magnesium_line: Text
    which_figure: Text
    how_many_pieces: Text
    how_many_ml: Text
    taken_or_bottle: Text
    which_portion: Text
    reference: Text


class Steps(Record, frozen=True, kw_only=True):
    """Sums as they are written down."""

    salt_range: Text
    of_salt: Text
    percent: Text
    share: Text
    per_piece: Text
    per_serving: Text
    per_day: Text
    mmol: Text


class Meanings(Record, frozen=True, kw_only=True):
    """What the result of a sum means."""

    most: Text
    least: Text
    named: Text
    too_much: Text
    fits: Text
    agrees: Text
    differs: Text
    each: Text
    serving: Text
    day: Text
    reference: Text


class WhyRange(Record, frozen=True, kw_only=True):
    """Why there are two figures and not one."""

    hydrates: Text
    blend: Text
    reference: Text
    figures: Text
    buffered: Text
    servings: Text


class Readings(Record, frozen=True, kw_only=True):
    """Ways to read the same label."""

    taken: Text
    elemental: Text
    compound: Text
    salt_only: Text
    each: Text
    all: Text
    part: Text
    by_percent: Text
    by_piece: Text


class LabelKnowledge(Record, frozen=True, kw_only=True):
    """All of ``labels.toml``."""

    most_a_day_mg: Positive
    most_laxative_mg: Positive
    most_pieces: Positive
    percent_points: Positive
    nrv_mg: Positive
    dv_mg: Positive
    words: LabelWords
    numbers: Mapping[str, Positive]
    hydrates: Mapping[str, Annotated[float, msgspec.Meta(ge=0)]]
    """Parts of water by the word for it."""
    share: tuple[Share, ...]
    variant: tuple[NamedVariant, ...]
    buffered: Buffered
    route: tuple[RoutePair, ...]
    usual: tuple[UsualProduct, ...]
    sum: SumWords
    contradictions: Contradictions
    asks: Asks
    steps: Steps
    meanings: Meanings
    why_range: WhyRange
    readings: Readings


def read_labels(reader: Reader) -> LabelKnowledge | None:
    """Read ``labels.toml``; None where it has faults."""
    table = reader.table(FILE)
    knowledge = table.row("", LabelKnowledge)
    table.finish()
    return knowledge


def label_faults(
    knowledge: LabelKnowledge | None, forms: Mapping[str, Form], keys: Container[str]
) -> Iterator[Fault]:
    """Forms and sources that do not exist, formulas that are none, places no sentence may have."""
    if knowledge is None:
        return
    for share in knowledge.share:
        yield from _unknown(share.form, "share", forms)
    for pair in knowledge.route:
        for form in (pair.mouth, pair.other):
            yield from _unknown(form, "route", forms)
    yield from _variant_faults(knowledge.variant, forms)
    yield from _usual_faults(knowledge.usual, keys)
    bounds = (knowledge.buffered.low_percent, knowledge.buffered.high_percent)
    if not bounds[0] <= knowledge.buffered.likely_percent <= bounds[1]:
        yield Fault(FILE, "buffered", "likely_percent", "is not between the two others")
    yield from _unclosed(knowledge)


def _variant_faults(variants: Iterable[NamedVariant], forms: Container[str]) -> Iterator[Fault]:
    for variant in variants:
        yield from _unknown(variant.form, "variant", forms)
        for formula in variant.formulas:
            try:
                elemental_fraction(formula)
            except FormulaError as error:
                yield Fault(FILE, f"variant {variant.form}", "formulas", str(error))


def _usual_faults(usual: Iterable[UsualProduct], keys: Container[str]) -> Iterator[Fault]:
    known: set[str] = set()
    for product in usual:
        if product.id in known:
            yield Fault(FILE, product.id, "id", "duplicate: stands twice")
        known.add(product.id)
        for key in product.sources:
            if key not in keys:
                yield Fault(FILE, product.id, "sources", f"{key!r} points to nothing")


def _unknown(form: str, entry: str, forms: Container[str]) -> Iterator[Fault]:
    if form not in forms:
        yield Fault(FILE, f"{entry} {form}", "form", f"{form!r} points to nothing")


def _unclosed(knowledge: LabelKnowledge) -> Iterator[Fault]:
    for entry in ("contradictions", "asks", "steps", "meanings", "why_range", "readings", "sum"):
        record = getattr(knowledge, entry)
        for key in record.__struct_fields__:
            try:
                names = [name for _, name, _, _ in string.Formatter().parse(getattr(record, key))]
            except ValueError as error:
                yield Fault(FILE, entry, key, str(error))
                continue
            for name in filter(None, names):
                if not re.fullmatch(r"[a-z_]+", name):
                    yield Fault(FILE, entry, key, f"{name!r} is no name of a place")
