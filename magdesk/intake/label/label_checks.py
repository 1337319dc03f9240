"""Whether the figures of a label fit together, and the span where they do not."""

from __future__ import annotations

from magdesk.intake.label.label_figures import Account, Found, Taken
from magdesk.intake.label.label_reading import OtherReading, Span, Step
from magdesk.intake.label.servings import Basis
from magdesk.intake.shown_figures import milligrams, number, percent, rounded

ROUNDING = 1.01
"""A label may round up by so much."""


def tell_salt(found: Found, compound: float, salt: Span, account: Account) -> None:
    """Write down what the salt alone holds, and why that may be a range."""
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


def against_salt(
    found: Found, compound: float | None, salt: Span | None, elemental: float, account: Account
) -> Span:
    """What is stated, held against what the salt can hold."""
    stated = Span(elemental, elemental, elemental)
    if not compound or salt is None:
        _note_compound(found, elemental, account)
        return stated
    words = account.knowledge
    most = salt.high_mg
    too_much = elemental > most * ROUNDING
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


def _note_compound(found: Found, elemental: float, account: Account) -> None:
    """How much compound holds what is stated, and what it is where the figure is the compound."""
    share = next((row[3] for row in found.magnesium if row[3]), None)
    if share is None:
        return
    ends = (share.high, share.likely, share.low)
    account.compound = Span(*(elemental / end for end in ends))
    if not any(row[0].explicit for row in found.magnesium):
        text = account.knowledge.readings.compound.format(amount=number(elemental))
        whole = Span(elemental * share.low, elemental * share.likely, elemental * share.high)
        account.others.append(OtherReading(text, whole))


def against_percent(found: Found, elemental: float, span: Span, account: Account) -> Span:
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


def by_percent(
    found: Found, compound: float | None, salt: Span | None, account: Account
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
        if salt.low_mg - rounding <= mg <= max(salt.high_mg * ROUNDING, salt.high_mg + rounding)
    ]
    if fitting:
        return Span(min(fitting), fitting[0], max(fitting))
    closest = min(says, key=lambda mg: abs(mg - salt.likely_mg))
    if closest > salt.high_mg:
        return against_salt(found, compound, salt, closest, account)
    account.contradict(
        "percent_against_mg",
        words.contradictions.percent_against_mg.format(
            percent=number(share), reference=number(found.references[says.index(closest)]),
            from_percent=milligrams(closest), stated=milligrams(salt.likely_mg),
        ),
    )  # fmt: skip
    account.why = words.why_range.figures
    return salt.with_figure(closest)


def tablet_against_serving(
    one: tuple[float, Basis | None, float],
    other: tuple[float, Basis | None, float],
    taken: Taken,
    account: Account,
) -> tuple[float, float] | None:
    """The span of both where tablet times count is not what a serving is said to hold."""
    each, serving = (one, other) if one[1] == "piece" else (other, one)
    if not serving[2] or taken.size is None or abs(each[2] / serving[2] - 1) <= ROUNDING - 1:
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
