"""Holds the figures of a label against each other: amounts, shares, percentages, servings, days."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from magdesk.intake.amounts import Stated
from magdesk.intake.label_reading import (
    Contradiction,
    ContradictionId,
    LabelReading,
    OtherReading,
    Span,
    Step,
)
from magdesk.intake.label_words import milligrams, number, percent, rounded
from magdesk.intake.servings import Basis, Servings
from magdesk.intake.shares import SaltShare
from magdesk.knowledge.label_records import LabelKnowledge

_ROUNDING = 1.01
"""A label may round up by so much."""


@dataclass(frozen=True)
class Salt:
    """An amount of salt, for what it is stated, and what the salt holds."""

    stated: Stated
    basis: Basis | None
    pieces: float
    share: SaltShare | None
    name: str


@dataclass(frozen=True)
class Found:
    """Every figure of a label that counts."""

    salts: tuple[Salt, ...]
    magnesium: tuple[tuple[Stated, Basis | None, float, SaltShare | None], ...]
    percent: float | None
    """Of the reference value."""
    powder_percent: float | None
    """Magnesium in the powder."""
    references: tuple[float, ...]
    servings: Servings
    laxative: bool


@dataclass
class _Account:
    """What is written down while a label is summed up."""

    knowledge: LabelKnowledge
    contradictions: list[Contradiction] = field(default_factory=list)
    ask: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    others: list[OtherReading] = field(default_factory=list)
    why: str = ""

    def contradict(self, key: ContradictionId, text: str) -> None:
        """Note what does not fit; what is absurd twice is said once."""
        if key == "absurd" and any(one.id == key for one in self.contradictions):
            return
        self.contradictions.append(Contradiction(key, text))
        if key != "absurd":
            self.ask.append(self.knowledge.asks.which_figure)


def sum_up(found: Found, start: LabelReading, knowledge: LabelKnowledge) -> LabelReading:
    """The reading of a label whose numbers are certain."""
    account = _Account(knowledge)
    taken = _Taken(found)
    compound, salt = _salts(found, taken, account)
    elemental, spread = _magnesium(found, taken, account)
    if compound and elemental and _are_parts_of_it(found, compound, elemental):
        compound = salt = None
    serving = _serving(found, compound, salt, elemental, account)
    if serving and spread:
        serving = serving.with_figure(spread[0]).with_figure(spread[1])
    nothing = [one for one in _all_stated(found) if one.mg <= 0]
    if nothing:
        text = knowledge.contradictions.absurd_nothing
        account.contradict("absurd", text.format(amount=number(nothing[0].mg)))
        account.ask.append(knowledge.asks.how_much)
        serving = None
    stated_mg = elemental if elemental is not None else compound
    day = _day(serving, stated_mg, taken, account, on_the_skin=start.on_the_skin)
    _question_absurd(found, taken, None if start.on_the_skin else serving, account)
    if serving is None and not nothing:
        account.ask.append(_missing(compound, knowledge))
    return replace(
        start,
        compound_mg=compound,
        elemental_mg=elemental,
        percent=found.percent,
        tablets_per_serving=taken.shown_pieces,
        servings_per_day=taken.a_day[1],
        serving=serving,
        day=day,
        contradictions=tuple(dict.fromkeys(account.contradictions)),
        ask=tuple(dict.fromkeys(account.ask)),
        steps=tuple(dict.fromkeys(account.steps)),
        why_range=account.why,
        others=tuple(account.others),
    )


def _are_parts_of_it(found: Found, compound: float, elemental: float) -> bool:
    """Whether "magnesium 200 mg (citrate 120 mg, oxide 80 mg)" tells magnesium, not salts."""
    explicit = any(stated.explicit for stated, *_ in found.magnesium)
    first = found.magnesium[0][0].at < found.salts[0].stated.at
    return first and not explicit and abs(compound / elemental - 1) <= _ROUNDING - 1


class _Taken:
    """How a product is taken, with what the amounts themselves tell of a serving."""

    def __init__(self, found: Found) -> None:
        bases = [(one.basis, one.pieces) for one in found.salts]
        bases += [(basis, pieces) for _, basis, pieces, _ in found.magnesium]
        several = [pieces for basis, pieces in bases if basis == "serving" and pieces > 1]
        taken = found.servings
        self.size = taken.pieces or (several[0] if several else None)
        self.bases = [basis for basis, _ in bases]
        self.pieces_a_day = taken.pieces_a_day
        self.a_day = (1.0, 1.0)
        if taken.a_day:
            self.a_day = taken.a_day
        elif taken.pieces_a_day and "day" in self.bases and self.size is None:
            self.size = taken.pieces_a_day[1]
        elif taken.pieces_a_day:
            size = self.size or 1.0
            self.a_day = (taken.pieces_a_day[0] / size, taken.pieces_a_day[1] / size)
        self.in_ml = taken.in_ml
        self.shown_pieces = 1.0 if taken.in_ml else self.size or 1.0

    def in_serving(self, mg: float, basis: Basis | None, pieces: float) -> float:
        """An amount as it is in one serving."""
        size = self.size or 1.0
        if basis == "piece" and not self.in_ml:
            return mg * size
        if basis == "serving" and pieces > 1 and pieces != size:
            return mg * size / pieces
        if basis == "day" and self.a_day[1] and self.size is not None:
            return mg / self.a_day[1]
        return mg


def _all_stated(found: Found) -> list[Stated]:
    return [one.stated for one in found.salts] + [stated for stated, *_ in found.magnesium]


def _salts(found: Found, taken: _Taken, account: _Account) -> tuple[float | None, Span | None]:
    """All salt in a serving, mg, and the magnesium in it; None where there is none, or unknown."""
    if not found.salts:
        return None, None
    parts: dict[tuple[int, ...] | str, tuple[Salt, float]] = {}
    for salt in found.salts:
        mg = taken.in_serving(salt.stated.mg, salt.basis, salt.pieces)
        key = salt.name or salt.stated.salts
        if key in parts:
            first, before = parts[key]
            if first.basis != salt.basis and {first.basis, salt.basis} & {"piece", "serving"}:
                _tablet_against_serving(
                    (first.stated.mg, first.basis, before),
                    (salt.stated.mg, salt.basis, mg),
                    taken,
                    account,
                )
                continue
            if abs(before - mg) < 1e-9:
                continue
            key = (salt.stated.at,)
        parts[key] = (salt, mg)
    compound = sum(mg for _, mg in parts.values())
    spans = [
        Span(_low(salt, mg) * salt.share.low, mg * salt.share.likely, mg * salt.share.high)
        for salt, mg in parts.values()
        if salt.share
    ]
    if len(spans) < len(parts):
        return compound, None
    return compound, Span(
        sum(span.low_mg for span in spans),
        sum(span.likely_mg for span in spans),
        sum(span.high_mg for span in spans),
    )


def _low(salt: Salt, mg: float) -> float:
    """The lower end of an amount of salt in a serving."""
    stated = salt.stated
    return mg if stated.low_mg is None else mg * stated.low_mg / stated.mg


def _magnesium(
    found: Found, taken: _Taken, account: _Account
) -> tuple[float | None, tuple[float, float] | None]:
    """Magnesium itself in a serving, and a span where two statements of it differ."""
    stated = list(found.magnesium)
    if any(one.explicit for one, *_ in stated):
        stated = [row for row in stated if row[0].explicit]
    if not stated:
        return None, None
    figures: list[tuple[Stated, Basis | None, float]] = []
    for one, basis, pieces, _ in stated:
        figures.append((one, basis, taken.in_serving(one.mg, basis, pieces)))
    by_basis = {basis: (one, mg) for one, basis, mg in reversed(figures)}
    if "piece" in by_basis and "serving" in by_basis:
        each, piece_mg = by_basis["piece"]
        serving, mg = by_basis["serving"]
        spread = _tablet_against_serving(
            (each.mg, "piece", piece_mg), (serving.mg, "serving", mg), taken, account
        )
        return mg, spread
    sources = {one.salts for one, *_ in figures}
    if len(sources) > 1 and len(sources) == len(figures) and not found.salts:
        several = [figure for figure in figures if len(figure[0].salts) > 0]
        if len({mg for *_, mg in several}) > 1 or len(several) == len(figures):
            return sum(mg for *_, mg in figures), None
    first, _, mg = figures[0]
    return mg, None if first.low_mg is None else (mg * first.low_mg / first.mg, mg)


def _tablet_against_serving(
    one: tuple[float, Basis | None, float],
    other: tuple[float, Basis | None, float],
    taken: _Taken,
    account: _Account,
) -> tuple[float, float] | None:
    """The span of both where tablet times count is not what a serving is said to hold."""
    each, serving = (one, other) if one[1] == "piece" else (other, one)
    if not serving[2] or taken.size is None or abs(each[2] / serving[2] - 1) <= _ROUNDING - 1:
        return None
    account.contradict(
        "tablet_against_serving",
        account.knowledge.contradictions.tablet_against_serving.format(
            pieces=number(taken.size),
            each=number(each[0]),
            sum=milligrams(each[2]),
            stated=number(serving[2]),
        ),
    )
    account.why = account.knowledge.why_range.figures
    return min(each[2], serving[2]), max(each[2], serving[2])


def _serving(
    found: Found,
    compound: float | None,
    salt: Span | None,
    elemental: float | None,
    account: _Account,
) -> Span | None:
    """Elemental magnesium a serving, by all that is stated of it."""
    words = account.knowledge
    if elemental is None and found.powder_percent is not None and compound:
        elemental = compound * found.powder_percent / 100
        places = {"compound": number(compound), "percent": number(found.powder_percent)}
        account.steps.append(
            Step(
                words.steps.of_salt.format(**places, amount=milligrams(elemental)),
                words.meanings.named,
            )
        )
    if elemental is not None:
        span = _against_salt(found, compound, salt, elemental, account)
        return _against_percent(found, elemental, span, account)
    if found.percent is not None:
        return _by_percent(found, compound, salt, account)
    if salt is None or compound is None:
        return None
    _tell_salt(found, compound, salt, account)
    return salt


def _tell_salt(found: Found, compound: float, salt: Span, account: _Account) -> None:
    words = account.knowledge
    certain = salt.high_mg - salt.low_mg < 1e-9
    ends: tuple[tuple[float, str], ...] = (
        (salt.high_mg, words.meanings.named if certain else words.meanings.most),
    )
    if not certain:
        ends += ((salt.low_mg, words.meanings.least),)
        account.ask.append(words.asks.of_which)
        shares = [one.share for one in found.salts if one.share]
        blend = any(share.blend for share in shares)
        buffered = any(share.buffered for share in shares)
        account.why = (
            words.why_range.blend
            if blend
            else words.why_range.buffered
            if buffered
            else words.why_range.hydrates
        )
    for mg, meaning in ends:
        share = percent(mg / compound) if compound else "0"
        places = {"compound": number(compound), "percent": share, "amount": milligrams(mg)}
        account.steps.append(Step(words.steps.salt_range.format(**places), meaning))
    if 0 < compound <= words.most_a_day_mg:
        text = words.readings.elemental.format(amount=number(compound))
        account.others.append(OtherReading(text, Span(compound, compound, compound)))


def _against_salt(
    found: Found, compound: float | None, salt: Span | None, elemental: float, account: _Account
) -> Span:
    """What is stated, held against what the salt can hold."""
    stated = Span(elemental, elemental, elemental)
    if not compound or salt is None:
        share = next((row[3] for row in found.magnesium if row[3]), None)
        if share is not None and not any(row[0].explicit for row in found.magnesium):
            text = account.knowledge.readings.compound.format(amount=number(elemental))
            whole = Span(elemental * share.low, elemental * share.likely, elemental * share.high)
            account.others.append(OtherReading(text, whole))
        return stated
    words = account.knowledge
    most = salt.high_mg
    too_much = elemental > most * _ROUNDING
    places = {
        "compound": number(compound),
        "percent": percent(most / compound),
        "amount": milligrams(most),
    }
    account.steps.append(Step(words.steps.salt_range.format(**places), words.meanings.most))
    share_text = words.steps.share.format(
        stated=number(elemental), compound=number(compound), percent=percent(elemental / compound)
    )
    account.steps.append(
        Step(share_text, words.meanings.too_much if too_much else words.meanings.fits, not too_much)
    )
    if not too_much:
        return stated
    name = ", ".join(dict.fromkeys(one.name for one in found.salts))
    account.contradict(
        "more_than_salt_holds",
        words.contradictions.more_than_salt_holds.format(
            compound=number(compound),
            salt=name,
            most=milligrams(most),
            stated=number(rounded(elemental)),
        ),
    )
    account.others.append(OtherReading(words.readings.salt_only, salt))
    account.why = words.why_range.figures
    return Span(most, elemental, elemental)


def _against_percent(found: Found, elemental: float, span: Span, account: _Account) -> Span:
    """The span widened to what the percentage says, where that is another amount."""
    if found.percent is None or elemental <= 0:
        return span
    words = account.knowledge
    closest = min(
        found.references, key=lambda value: abs(elemental / value * 100 - (found.percent or 0))
    )
    says = found.percent * closest / 100
    agrees = abs(elemental / closest * 100 - found.percent) <= words.percent_points
    text = words.steps.percent.format(
        percent=number(found.percent), reference=number(closest), amount=milligrams(says)
    )
    account.steps.append(
        Step(text, words.meanings.agrees if agrees else words.meanings.differs, agrees)
    )
    if agrees:
        return span
    account.contradict(
        "percent_against_mg",
        words.contradictions.percent_against_mg.format(
            percent=number(found.percent),
            reference=number(closest),
            from_percent=milligrams(says),
            stated=number(elemental),
        ),
    )
    account.why = words.why_range.figures
    return span.with_figure(says)


def _by_percent(
    found: Found, compound: float | None, salt: Span | None, account: _Account
) -> Span | None:
    """Magnesium by the percentage alone, held against the salt where one is stated."""
    words = account.knowledge
    share = found.percent or 0.0
    says = [share * value / 100 for value in found.references]
    for value, mg in zip(found.references, says, strict=True):
        text = words.steps.percent.format(
            percent=number(share), reference=number(value), amount=milligrams(mg)
        )
        account.steps.append(Step(text, words.meanings.reference))
    if not compound or salt is None:
        if len(says) > 1:
            account.why = words.why_range.reference
            account.ask.append(words.asks.reference)
        return Span(min(says), says[0], max(says))
    points = [words.percent_points * value / 100 for value in found.references]
    fitting = [
        min(mg, salt.high_mg)
        for mg, rounding in zip(says, points, strict=True)
        if salt.low_mg - rounding <= mg <= max(salt.high_mg * _ROUNDING, salt.high_mg + rounding)
    ]
    if fitting:
        return Span(min(fitting), fitting[0], max(fitting))
    closest = min(says, key=lambda mg: abs(mg - salt.likely_mg))
    if closest > salt.high_mg:
        return _against_salt(found, compound, salt, closest, account)
    account.contradict(
        "percent_against_mg",
        words.contradictions.percent_against_mg.format(
            percent=number(share), reference=number(found.references[says.index(closest)]),
            from_percent=milligrams(closest), stated=milligrams(salt.likely_mg),
        ),
    )  # fmt: skip
    account.why = words.why_range.figures
    return salt.with_figure(closest)


def _day(
    serving: Span | None,
    stated_mg: float | None,
    taken: _Taken,
    account: _Account,
    *,
    on_the_skin: bool,
) -> Span | None:
    if serving is None:
        return None
    if on_the_skin:
        return Span(0, 0, 0)
    words = account.knowledge
    low, high = taken.a_day
    _tell_pieces(serving, serving.likely_mg if stated_mg is None else stated_mg, taken, account)
    if (low, high) != (1, 1):
        text = words.steps.per_day.format(
            amount=milligrams(serving.likely_mg),
            servings=number(high),
            sum=milligrams(serving.likely_mg * high),
        )
        account.steps.append(Step(text, words.meanings.day))
    if low != high and not account.why:
        account.why = words.why_range.servings
    return Span(serving.low_mg * low, serving.likely_mg * high, serving.high_mg * high)


def _tell_pieces(serving: Span, stated_mg: float, taken: _Taken, account: _Account) -> None:
    words = account.knowledge
    pieces = taken.shown_pieces
    if pieces > 1:
        text = words.steps.per_piece.format(
            amount=milligrams(serving.likely_mg),
            pieces=number(pieces),
            each=milligrams(serving.likely_mg / pieces),
        )
        account.steps.append(Step(text, words.meanings.each))
    if taken.size is None and taken.pieces_a_day and not any(taken.bases):
        high = taken.pieces_a_day[1]
        if high > 1:
            amount = number(stated_mg)
            account.ask.append(words.asks.each_or_all.format(amount=amount, pieces=number(high)))
            text = words.readings.all.format(amount=amount)
            account.others.append(OtherReading(text, serving.times(1 / high)))


def _question_absurd(found: Found, taken: _Taken, serving: Span | None, account: _Account) -> None:
    words = account.knowledge
    pieces = taken.shown_pieces * taken.a_day[1]
    if not taken.in_ml and pieces > words.most_pieces:
        text = words.contradictions.absurd_pieces.format(pieces=number(pieces))
        account.contradict("absurd", text)
        account.ask.append(words.asks.how_many_pieces)
    if serving is None:
        return
    mg = serving.likely_mg * taken.a_day[1]
    if mg > (words.most_laxative_mg if found.laxative else words.most_a_day_mg):
        text = words.contradictions.absurd_amount.format(amount=milligrams(mg))
        account.contradict("absurd", text)
        account.ask.append(words.asks.how_much)


def _missing(compound: float | None, knowledge: LabelKnowledge) -> str:
    """What to ask where no amount can be told."""
    return knowledge.asks.magnesium_line if compound else knowledge.asks.how_much
