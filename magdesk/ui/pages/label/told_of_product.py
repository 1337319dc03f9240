"""What the page says of the product that is open and of the sum."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from magdesk.intake.label.label_reading import LabelReading, Span, cost_of_100_mg
from magdesk.intake.product_entry import ReadProduct
from magdesk.ui.pages.label.reading_tiles import Tile
from magdesk.ui.pages.label.sum_lines import SumLine
from magdesk.ui.pages.label.taken_list import TakenLine
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.shown_number import shown_mg, shown_number

translate = QCoreApplication.translate


def headline(product: ReadProduct) -> str:
    """What a serving holds, in one line; empty where nothing was entered."""
    if product.entry.is_empty:
        return translate("Label", "Type or paste the words of a label.")
    if product.reading is not None and not product.reading.understood:
        return translate("Label", "We find no magnesium in these words.")
    if product.serving is None:
        return translate("Label", "The amount of magnesium is open.")
    if product.day is None:
        return translate("Label", "How much you take is open.")
    each = span_words(product.serving)
    if product.a_day == 1:
        return translate("Label", "{amount} mg of magnesium a day").format(amount=each)
    return translate("Label", "{amount} mg of magnesium in a serving, {day} mg a day").format(
        amount=each, day=span_words(product.day)
    )


def why_range(product: ReadProduct) -> str:
    """Why there are two figures, and which of them was taken."""
    span = product.serving
    if product.reading is None or span is None or shown_mg(span.low_mg) == shown_mg(span.high_mg):
        return ""
    taken = translate("Label", "We go by {likely} mg.").format(likely=shown_mg(span.likely_mg))
    return " ".join(filter(None, (in_local_figures(product.reading.why_range), taken)))


def sum_lines(product: ReadProduct, cost: str) -> Iterator[SumLine]:
    """The arithmetic of the open product, line by line."""
    if product.reading is not None and not product.entry.chosen:
        for step in product.reading.steps:
            yield SumLine(in_local_figures(step.sum), step.meaning, step.fits)
        if product.reading.compound is not None:
            salt = span_words(product.reading.compound)
            yield SumLine(
                translate("Label", "{amount} mg of the salt").format(amount=salt),
                translate("Label", "hold that much magnesium"),
            )
    span, times = product.serving, product.a_day
    own = product.entry.a_day is not None or product.reading is None
    if span is not None and product.day is not None and own and times != 1:
        yield SumLine(
            translate("Label", "{amount} mg × {times} = {sum} mg").format(
                amount=shown_mg(span.likely_mg),
                times=shown_number(times),
                sum=shown_mg(product.day.likely_mg),
            ),
            translate("Label", "in a day"),
        )
    if product.reading is not None and product.reading.on_the_skin:
        yield SumLine(
            "", translate("Label", "It is for the skin or the bath: a day counts as 0 mg.")
        )
    if cost:
        yield SumLine(cost, translate("Label", "the cost of 100 mg of magnesium"))
    if product.reading is not None:
        yield from (SumLine("", said) for said in product.reading.said)
    if not product.contradictions:
        yield from (SumLine("", in_local_figures(ask)) for ask in product.ask)


def cost_words(product: ReadProduct, price: float | None, count: float | None) -> str:
    """The cost of 100 mg; empty where something is missing, or no amount."""
    if price is None or count is None or product.serving is None or product.reading is None:
        return ""
    pieces = product.reading.tablets_per_serving or 1.0
    try:
        cost = cost_of_100_mg(price, count, product.serving.likely_mg, pieces)
    except ValueError:
        return ""
    return translate("Label", "100 mg = {cost}").format(cost=shown_number(round(cost, 2)))


def tiles(product: ReadProduct) -> tuple[tuple[Tile, ...], int | None]:
    """The ways to read the open label, and which is taken; None while it is to be asked."""
    reading = product.reading
    if reading is not None and reading.doubtful:
        doubtful = reading.doubtful[0]
        quoted = translate("Label", "“{number}” on the label").format(number=doubtful.text)
        return tuple(Tile(shown_number(value), quoted) for value in doubtful.readings), None
    shown = tuple(
        Tile(
            translate("Label", "{amount} mg").format(amount=shown_mg(other.serving.likely_mg)),
            in_local_figures(other.text),
        )
        for other in product.readings
    )
    return shown, product.entry.chosen


def contradiction_words(product: ReadProduct) -> tuple[str, str]:
    """A lead word and what does not fit; empty where nothing is odd."""
    if not product.contradictions:
        return "", ""
    ids = {one.id for one in product.contradictions}
    lead = translate("Label", "These numbers do not fit together.")
    if ids == {"two_readings"}:
        lead = translate("Label", "A number can be read in two ways.")
    elif ids == {"absurd"}:
        lead = translate("Label", "Is this right?")
    said = [one.text for one in product.contradictions]
    return lead, " ".join(in_local_figures(text) for text in (*said, *product.ask))


def taken_line(product: ReadProduct) -> TakenLine:
    """The product as it stands in the list of what is taken."""
    name = product.name or translate("Label", "This product")
    day = product.day
    amount = (
        translate("Label", "? mg")
        if day is None
        else translate("Label", "{amount} mg").format(amount=span_words(day))
    )
    reading = product.reading
    if reading is None:
        detail = "" if product.is_known else translate("Label", "usual content")
    elif product.entry.fields is not None:
        detail = translate("Label", "as corrected")
    else:
        detail = (
            translate("Label", "as chosen")
            if product.entry.chosen
            else translate("Label", "as printed")
        )
    return TakenLine(name, detail, amount)


def span_words(span: Span) -> str:
    """One figure, or two with "to" between."""
    low, high = shown_mg(span.low_mg), shown_mg(span.high_mg)
    return low if low == high else translate("Label", "{low} to {high}").format(low=low, high=high)


def spoken(product: ReadProduct, reading: LabelReading | None) -> str:
    """What is heard of the open product: the headline and what does not fit."""
    lead, odd = contradiction_words(product)
    near = "" if reading is None or not reading.near else in_local_figures(reading.ask[0])
    told = headline(product)
    told = f"{told}." if told and not told.endswith(".") else told
    return " ".join(filter(None, (told, why_range(product), lead, odd, near)))
