"""Holds the figures of a label against each other: amounts, shares, percentages, servings, days."""

from __future__ import annotations

from dataclasses import replace

from magdesk.intake.label.amounts import Stated
from magdesk.intake.label.label_checks import (
    ROUNDING,
    against_percent,
    against_salt,
    by_percent,
    tablet_against_serving,
    tell_salt,
)
from magdesk.intake.label.label_figures import Account, Found, Salt, Taken
from magdesk.intake.label.label_reading import (
    LabelReading,
    OtherReading,
    Span,
    Step,
)
from magdesk.intake.label.servings import Basis
from magdesk.intake.shown_figures import milligrams, number
from magdesk.knowledge.records.label_records import LabelKnowledge


def sum_up(found: Found, start: LabelReading, knowledge: LabelKnowledge) -> LabelReading:
    """The reading of a label whose numbers are certain."""
    account = Account(knowledge)
    taken = Taken(found)
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
        compound=account.compound,
        contradictions=tuple(dict.fromkeys(account.contradictions)),
        ask=tuple(dict.fromkeys(account.ask)),
        steps=tuple(dict.fromkeys(account.steps)),
        why_range=account.why,
        others=tuple(account.others),
    )


def _are_parts_of_it(found: Found, compound: float, elemental: float) -> bool:
    """Whether "magnesium 200 mg (citrate 120 mg, oxide 80 mg)" tells magnesium, not salts."""
    if abs(compound / elemental - 1) > ROUNDING - 1:
        return False
    stated = [one for one, *_ in found.magnesium]
    if any(one.unit in ("mmol", "mEq") for one in stated):
        return True  # "magnesium glycerophosphate 97.2 mg (4 mmol)"
    explicit = any(one.explicit for one in stated)
    return stated[0].at < found.salts[0].stated.at and not explicit


def _all_stated(found: Found) -> list[Stated]:
    return [one.stated for one in found.salts] + [stated for stated, *_ in found.magnesium]


def _salts(found: Found, taken: Taken, account: Account) -> tuple[float | None, Span | None]:
    """All salt in a serving, mg, and the magnesium in it; None where there is none, or unknown."""
    if not found.salts:
        return None, None
    parts: dict[tuple[int, ...] | str, tuple[Salt, float]] = {}
    for salt in found.salts:
        mg = taken.in_serving(salt.stated.mg, salt.basis, salt.pieces)
        key = salt.name or salt.stated.salts
        if key in parts:
            first, before = parts[key]
            if first.basis is None and salt.basis is not None:
                parts[key] = (salt, mg)  # a pack of 300 g, of which a spoon of 2 g is taken
                continue
            if salt.basis is None and first.basis is not None:
                continue
            if first.basis != salt.basis and {first.basis, salt.basis} & {"piece", "serving"}:
                tablet_against_serving(
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
    found: Found, taken: Taken, account: Account
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
        spread = tablet_against_serving(
            (each.mg, "piece", piece_mg), (serving.mg, "serving", mg), taken, account
        )
        return mg, spread
    if _each_salt_has_its_own(found, [one for one, *_ in figures]):
        return sum(mg for *_, mg in figures), None
    total, *parts = [mg for *_, mg in figures]
    if len(parts) > 1 and abs(sum(parts) / total - 1) <= ROUNDING - 1:
        return total, None  # "300 mg: 100 mg from citrate, 200 mg from oxide"
    sources = {one.salts for one, *_ in figures}
    if len(sources) > 1 and len(sources) == len(figures) and not found.salts:
        several = [figure for figure in figures if len(figure[0].salts) > 0]
        if len({mg for *_, mg in several}) > 1 or len(several) == len(figures):
            return sum(mg for *_, mg in figures), None
    alike = [mg for _, basis, mg in figures if basis == figures[0][1]]
    if max(alike) > ROUNDING * min(alike) and len(sources) == 1:
        account.ask.append(account.knowledge.asks.which_figure)
        return max(alike), (min(alike), max(alike))  # "100 mg am, 200 mg pm"
    first, _, mg = figures[0]
    return mg, None if first.low_mg is None else (mg * first.low_mg / first.mg, mg)


def _each_salt_has_its_own(found: Found, figures: list[Stated]) -> bool:
    """Whether "oxide 400 mg (240 mg), citrate 200 mg (32 mg)" states magnesium salt by salt."""
    salts = [salt.stated.at for salt in found.salts]
    own = [figure.at for figure in figures]
    if len(salts) < 2 or len(salts) != len(own):
        return False
    turns = sorted((*salts, *own))
    return turns[::2] == sorted(salts) and turns[1::2] == sorted(own)


def _serving(
    found: Found,
    compound: float | None,
    salt: Span | None,
    elemental: float | None,
    account: Account,
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
        span = against_salt(found, compound, salt, elemental, account)
        return against_percent(found, elemental, span, account)
    if found.percent is not None:
        return by_percent(found, compound, salt, account)
    if salt is None or compound is None:
        return None
    tell_salt(found, compound, salt, account)
    return salt


def _day(
    serving: Span | None,
    stated_mg: float | None,
    taken: Taken,
    account: Account,
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


def _tell_pieces(serving: Span, stated_mg: float, taken: Taken, account: Account) -> None:
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
        if high != 1:
            amount = number(stated_mg)
            several = high > 1
            ask = words.asks.each_or_all if several else words.asks.whole_or_part
            account.ask.append(ask.format(amount=amount, pieces=number(high)))
            text = (words.readings.all if several else words.readings.part).format(amount=amount)
            account.others.append(OtherReading(text, serving.times(1 / high)))


def _question_absurd(found: Found, taken: Taken, serving: Span | None, account: Account) -> None:
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
