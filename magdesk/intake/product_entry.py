"""What a person enters of one product they take, and what follows from it.

A product is known by its label, with fields corrected where the label was misread, or as an antacid
or laxative by its usual content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from magdesk.intake.label.corrected_label import CorrectedLabels, figure
from magdesk.intake.label.label_fields import LabelFields
from magdesk.intake.label.label_reader import LabelReader
from magdesk.intake.label.label_reading import Contradiction, LabelReading, OtherReading, Span
from magdesk.intake.one_sum import TakenProduct
from magdesk.intake.shown_figures import milligrams, number
from magdesk.knowledge.loader import Library
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.form_records import Form
from magdesk.knowledge.records.label_records import LabelKnowledge, UsualProduct

MOST_A_DAY = 100
"""Nothing is counted, or saved, of what is said to be taken more often."""

ReadLabel = Callable[[str], LabelReading]


@dataclass(frozen=True)
class Entry:
    """One product as it was entered."""

    text: str = ""
    """What the label says."""
    fields: LabelFields | None = None
    """All fields, once one of them was corrected."""
    a_day: float | None = None
    """Servings or doses a day, where the person says another number than the label."""
    chosen: int = 0
    """The reading: 0 as it is printed, from 1 on one of the others."""
    usual: str = ""
    """The id of an antacid or laxative; then nothing is read from the text."""
    dose_mg: float | None = None
    """Magnesium in a dose of it, where the person knows better than what is usual."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        return not (self.usual or self.text.strip() or self.fields)


@dataclass(frozen=True)
class ReadProduct:
    """What an entry comes to."""

    entry: Entry
    name: str
    text: str
    """The label's text with what was corrected, which is read as the same product again."""
    reading: LabelReading | None
    """None for an antacid or laxative by its usual content."""
    readings: tuple[OtherReading, ...] = ()
    """The readings to choose from, first the one that is printed; none where there is one only."""
    serving: Span | None = None
    day: Span | None = None
    a_day: float = 1.0
    contradictions: tuple[Contradiction, ...] = ()
    ask: tuple[str, ...] = ()

    @property
    def taken(self) -> TakenProduct | None:
        """The product in the sum; None where no amount can be told."""
        if self.day is None:
            return None
        return TakenProduct(self.name, self.day, bool(self.entry.usual) and not self.is_known)

    @property
    def is_known(self) -> bool:
        """Whether its content was told and not assumed."""
        return self.entry.dose_mg is not None or not self.entry.usual


class ProductReader:
    """Tells what entries come to; made once."""

    def __init__(
        self,
        read: ReadLabel,
        corrected: CorrectedLabels,
        forms: Mapping[str, Form],
        knowledge: LabelKnowledge,
    ) -> None:
        self._read = read
        self._corrected = corrected
        self._forms = forms
        self._knowledge = knowledge
        self._usual = {product.id: product for product in knowledge.usual}

    def read(self, entry: Entry) -> ReadProduct:
        """What the entry comes to; what cannot be right is asked, never clamped."""
        if entry.usual:
            return self._by_usual_content(entry, self._usual[entry.usual])
        text = entry.text
        if entry.fields is not None:
            text = self._corrected.text(entry.fields, entry.text)
        reading = self._read(text)
        a_day = reading.servings_per_day or 1.0
        if entry.fields is not None and entry.a_day is None:
            a_day = self._read(entry.text).servings_per_day or 1.0
        if entry.a_day is not None:
            a_day = entry.a_day
        product = ReadProduct(entry, self._name(reading), text, reading, a_day=a_day)
        return self._counted(product, reading)

    def entry_of(self, text: str, a_day: float | None) -> Entry:
        """The entry of a saved product, an antacid or laxative where it names one."""
        name, _, known = text.partition(_KNOWN)
        for product in self._knowledge.usual:
            if name == product.name:
                mg = _amount(known)
                return Entry(usual=product.id, a_day=a_day, dose_mg=mg)
        return Entry(text, a_day=a_day)

    # --- labels -----------------------------------------------------------------------------

    def _counted(self, product: ReadProduct, reading: LabelReading) -> ReadProduct:
        entry = product.entry
        readings = tuple(self._readings(reading))
        serving, day = reading.serving, reading.day
        as_printed = entry.a_day is None and entry.fields is None
        text = product.text
        if 0 < entry.chosen < len(readings):
            serving, as_printed = readings[entry.chosen].serving, False
            text = self._text_of(reading, serving)
        if serving is not None and not as_printed:
            day = serving.times(0 if reading.on_the_skin else max(0.0, product.a_day))
        contradictions, ask = self._questioned(product, reading, day)
        return replace(
            product,
            text=text,
            readings=readings if len(readings) > 1 else (),
            serving=serving,
            day=day if 0 <= product.a_day <= MOST_A_DAY else None,
            contradictions=contradictions,
            ask=ask,
        )

    def _readings(self, reading: LabelReading) -> Iterator[OtherReading]:
        words = self._knowledge.readings
        if reading.serving is None:
            return
        likely = reading.serving.likely_mg
        taken = Span(likely, likely, likely) if reading.contradictions else reading.serving
        yield OtherReading(words.taken, taken)
        yield from reading.others
        ids = {one.id for one in reading.contradictions}
        ends = {reading.serving.low_mg, reading.serving.high_mg} - {likely}
        for key, text in (
            ("percent_against_mg", words.by_percent),
            ("tablet_against_serving", words.by_piece),
        ):
            if key in ids and len(ids) == 1:
                yield from (OtherReading(text, Span(end, end, end)) for end in ends)
        pieces = reading.tablets_per_serving or 1
        if "more_than_salt_holds" in ids and reading.elemental_mg and pieces > 1:
            whole = reading.elemental_mg * pieces
            text = words.each.format(amount=number(reading.elemental_mg))
            yield OtherReading(text, Span(whole, whole, whole))

    def _questioned(
        self, product: ReadProduct, reading: LabelReading, day: Span | None
    ) -> tuple[tuple[Contradiction, ...], tuple[str, ...]]:
        """What the reader questions, and a number of servings or a day that cannot be right."""
        words, asks = self._knowledge.contradictions, self._knowledge.asks
        found = [*reading.contradictions]
        ask = [*reading.ask]
        pieces = (reading.tablets_per_serving or 1) * product.a_day
        laxative = "hydroxide" in reading.forms
        most = self._knowledge.most_laxative_mg if laxative else self._knowledge.most_a_day_mg
        if not any(one.id == "absurd" for one in found):
            if product.a_day <= 0:
                text = words.absurd_times.format(times=number(product.a_day))
                found.append(Contradiction("absurd", text))
                ask.append(asks.how_many_pieces)
            elif pieces > self._knowledge.most_pieces:
                text = words.absurd_pieces.format(pieces=number(pieces))
                found.append(Contradiction("absurd", text))
                ask.append(asks.how_many_pieces)
            elif day is not None and day.likely_mg > most:
                text = words.absurd_amount.format(amount=milligrams(day.likely_mg))
                found.append(Contradiction("absurd", text))
                ask.append(asks.how_much)
        return tuple(found), tuple(dict.fromkeys(ask))

    def _text_of(self, reading: LabelReading, serving: Span) -> str:
        """A label that is read as this serving; its likely amount where no text gives the span."""
        fields = LabelFields(
            forms=reading.forms, tablets_per_serving=reading.tablets_per_serving or 1
        )
        for mg in (reading.compound_mg, reading.elemental_mg):
            text = self._corrected.text(replace(fields, compound_mg=mg), "")
            if mg is not None and self._read(text).serving == serving:
                return text
        return self._corrected.text(replace(fields, elemental_mg=serving.likely_mg), "")

    def _name(self, reading: LabelReading) -> str:
        names = [self._forms[form].name for form in reading.forms]
        return ", ".join(names)

    # --- antacids and laxatives -------------------------------------------------------------

    def _by_usual_content(self, entry: Entry, product: UsualProduct) -> ReadProduct:
        known = entry.dose_mg
        each = product.mg if known is None else known
        a_day = 1.0 if entry.a_day is None else entry.a_day
        text = product.name if known is None else f"{product.name}{_KNOWN}{figure(known)} mg"
        impossible = not 0 < a_day <= MOST_A_DAY or each <= 0
        words, asks = self._knowledge.contradictions, self._knowledge.asks
        found: tuple[Contradiction, ...] = ()
        if each <= 0:
            wrong = words.absurd_nothing.format(amount=number(each))
            found = (Contradiction("absurd", wrong),)
        elif a_day <= 0:
            found = (Contradiction("absurd", words.absurd_times.format(times=number(a_day))),)
        elif a_day > product.most_a_day:
            wrong = words.absurd_doses.format(times=number(a_day), name=product.name)
            found = (Contradiction("absurd", wrong),)
        span = Span(each, each, each)
        return ReadProduct(
            entry,
            product.name,
            text,
            None,
            serving=span,
            day=None if impossible else span.times(a_day),
            a_day=a_day,
            contradictions=found,
            ask=(asks.how_many_pieces,) if found else (),
        )


def product_reader(library: Library, locale: NumberLocale) -> ProductReader:
    """A reader of entries whose numbers are written as in this locale."""
    forms, names = library.catalogue.forms, library.names
    labels = LabelReader(forms, names, library.labels)
    corrected = CorrectedLabels(forms, library.labels, lambda text: names.find(text).forms)
    return ProductReader(lambda text: labels.read(text, locale), corrected, forms, library.labels)


_KNOWN = ", elemental magnesium "
"""Parts the name of an antacid or laxative from what a person knows of its content."""


def _amount(text: str) -> float | None:
    """The mg of a text that this module wrote; None for any other."""
    try:
        return float(text.removesuffix(" mg"))
    except ValueError:
        return None
