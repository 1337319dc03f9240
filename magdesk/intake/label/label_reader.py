"""Reads a label: from what a person types or pastes to elemental magnesium, and what is odd."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from magdesk.intake.label.amounts import Stated, stated_amounts
from magdesk.intake.label.item_kinds import (
    AMOUNT,
    BREAK,
    BUFFERED,
    COMMA,
    DV,
    ELEMENTAL,
    FOREIGN,
    FORM,
    HYDRATE,
    LAXATIVE,
    MAGNESIUM,
    NRV,
    OPEN,
    OTHER,
    RDA,
    TOPICAL,
    VOLUME,
)
from magdesk.intake.label.label_figures import Found, Salt
from magdesk.intake.label.label_items import Item, Items, LabelLanguage
from magdesk.intake.label.label_percents import counted_percents
from magdesk.intake.label.label_reading import Contradiction, DoubtfulNumber, LabelReading
from magdesk.intake.label.label_sums import sum_up
from magdesk.intake.label.measures import for_a_portion, volume_in_doubt, with_measures
from magdesk.intake.label.servings import basis_of, servings
from magdesk.intake.label.settled_items import settled
from magdesk.intake.label.shares import SaltShare, Shares, of_blend
from magdesk.intake.numbers import Number
from magdesk.intake.shown_figures import unrounded
from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.names.name_index import NameIndex
from magdesk.knowledge.names.name_mentions import MentionFinder
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.form_records import Form
from magdesk.knowledge.records.label_records import LabelKnowledge

_WHOLE = 100


class LabelReader:
    """Reads labels in English, German and French; made once."""

    def __init__(
        self, forms: Mapping[str, Form], names: NameIndex, knowledge: LabelKnowledge
    ) -> None:
        self._forms = forms
        self._names = names
        self.knowledge = knowledge
        self._language = LabelLanguage(knowledge, MentionFinder(names))
        self._drinks = frozenset(map(folded, knowledge.words.drinks))
        self._not_daily = frozenset(map(folded, knowledge.words.not_daily))
        self._shares = Shares(forms, knowledge)
        self._other_of = {pair.mouth: pair.other for pair in knowledge.route}

    def read(self, text: str, locale: NumberLocale) -> LabelReading:
        """What the label says; numbers are read as this locale writes them."""
        items = settled(self._language.items(text, locale), self.knowledge.words)
        items = with_measures(items, self._drinks)
        if not _names_magnesium(items):
            return self._not_understood(text)
        everything = stated_amounts(items)
        stated = for_a_portion(items, everything)
        forms, on_the_skin = self._all_forms(items)
        said = tuple(dict.fromkeys(self._said(items)))
        start = LabelReading(
            True,
            forms,
            tablets_per_serving=1,
            servings_per_day=1,
            said=said,
            on_the_skin=on_the_skin,
        )
        doubtful = self._doubtful(items, stated)
        if doubtful:
            return self._two_readings(start, items, doubtful)
        if everything and not stated:
            return replace(start, ask=(self.knowledge.asks.which_portion,))
        volume, asked = volume_in_doubt(items, stated, servings(items, stated))
        if asked:
            return self._how_much_is_taken(start, volume)
        if not stated and not any(True for _ in counted_percents(items)) and _only_excipient(items):
            return start
        return sum_up(self._found(items, stated, locale), start, self.knowledge)

    def on_the_skin(self, forms: Sequence[str]) -> bool:
        """Whether all of these forms are for the skin or the bath."""
        return bool(forms) and all(self._forms[form].route != "mouth" for form in forms)

    def name_of(self, forms: Sequence[str]) -> str:
        """The names of forms as they stand in a sentence."""
        shown = ", ".join(self._forms[form].full_name for form in dict.fromkeys(forms))
        return shown[:1].lower() + shown[1:]

    def _said(self, items: Items) -> Iterator[str]:
        """What is told of names that are no form, and of a product that is not taken daily."""
        yield from (item.other.text for item in items.row if item.other)
        words = f" {' '.join(item.text for item in items.row if item.kind != BREAK)} "
        if any(f" {phrase} " in words for phrase in self._not_daily):
            yield self.knowledge.sum.not_daily

    def _not_understood(self, text: str) -> LabelReading:
        asks = self.knowledge.asks
        near = tuple(near.text for near in self._names.find(text).near)
        ask = (asks.near.format(near=near[0]),) if near else ()
        return LabelReading(False, ask=(*ask, asks.what_form), near=near)

    def _two_readings(
        self, start: LabelReading, items: Items, doubtful: Sequence[Item]
    ) -> LabelReading:
        contradictions, ask = [], []
        for item in doubtful:
            larger, smaller = (unrounded(value) for value in _as_printed(item)[:2])
            places = {"number": item.text, "larger": larger, "smaller": smaller}
            text = self.knowledge.contradictions.two_readings.format(**places)
            contradictions.append(Contradiction("two_readings", text))
            ask.append(self.knowledge.asks.which_number.format(**places))
        size, a_day = servings_shown(items, stated_amounts(items))
        return replace(
            start,
            tablets_per_serving=size,
            servings_per_day=a_day,
            contradictions=tuple(dict.fromkeys(contradictions)),
            ask=tuple(dict.fromkeys(ask)),
            doubtful=tuple(
                dict.fromkeys(DoubtfulNumber(item.text, _as_printed(item)) for item in doubtful)
            ),
        )

    def _how_much_is_taken(self, start: LabelReading, volume: Item | None) -> LabelReading:
        """An amount for each mL, and a volume that may be taken or be the bottle; or none."""
        words = self.knowledge
        if volume is None:
            return replace(start, ask=(words.asks.how_many_ml,))
        places = {"volume": volume.text}
        text = words.contradictions.taken_or_bottle.format(**places)
        return replace(
            start,
            contradictions=(Contradiction("two_readings", text),),
            ask=(words.asks.taken_or_bottle.format(**places),),
        )

    def _doubtful(self, items: Items, stated: Sequence[Stated]) -> list[Item]:
        """Numbers that count here and can be read in two ways."""
        counted = [items.row[amount.at] for amount in stated]
        counted += [item for _, item, _ in counted_percents(items)]
        return [item for item in counted if len(item.values) > 1]

    def _all_forms(self, items: Items) -> tuple[tuple[str, ...], bool]:
        """Every form that is named, in order, and whether all of it is for the skin or the bath."""
        topical = self._topical(items)
        named = [item for _, item in items.of_kind(FORM)] or [
            item for _, item in items.of_kind(OTHER)
        ]
        forms = tuple(dict.fromkeys(form for item in named for form in self._routed(item, topical)))
        return forms, self.on_the_skin(forms)

    def _topical(self, items: Items) -> bool:
        """Whether a word of use, or a name such as "magnesium oil", tells the skin or the bath."""
        names = (item.forms for _, item in items.of_kind(FORM))
        return items.has(TOPICAL) or any(
            forms and all(self._forms[form].route != "mouth" for form in forms) for forms in names
        )

    def _routed(self, item: Item, topical: bool) -> tuple[str, ...]:
        """The forms of a name; of one salt by two routes, the one that the words around tell."""
        forms = list(item.forms)
        for mouth, other in self._other_of.items():
            if mouth in forms and other in forms:
                forms.remove(mouth if topical else other)
            elif mouth in forms and topical:
                forms[forms.index(mouth)] = other
        return tuple(forms)

    def _found(self, items: Items, stated: Sequence[Stated], locale: NumberLocale) -> Found:
        """All figures of the label, ready to be held against each other."""
        taken = servings(items, list(stated))
        all_of_them = self._share(items, tuple(at for at, _ in items.of_kind(FORM)))
        dissolved = self._topical(items) or (items.has(VOLUME) and items.has(FORM) and not stated)
        strength = dissolved and not items.has(NRV, DV, RDA)  # "31 % solution", "8 %, 15 ml"
        percents = (
            []
            if self._parts_of_blend(items)
            else [
                (item.value, share or self._looks_like_share(items, item.value, all_of_them))
                for _, item, share in counted_percents(items)
            ]
        )
        return Found(
            salts=tuple(self._salt(items, one) for one in stated if one.of == "salt"),
            magnesium=tuple(
                (one, *basis_of(items, one), self._share(items, one.salts))
                for one in stated
                if one.of == "magnesium"
            ),
            percent=next((value for value, share in percents if not (share or strength)), None),
            powder_percent=next((value for value, share in percents if share), None),
            references=self._references(items, locale),
            servings=taken,
            laxative=items.has(LAXATIVE) or any("hydroxide" in item.forms for item in items.row),
        )

    @staticmethod
    def _parts_of_blend(items: Items) -> bool:
        """Whether the percentages are parts of a blend: "oxide 60 %, citrate 40 %"."""
        parts = [item.value for _, item, _ in counted_percents(items)]
        return len(parts) > 1 and sum(parts) == _WHOLE

    @staticmethod
    def _looks_like_share(items: Items, value: float, share: SaltShare | None) -> bool:
        """Whether a figure is one that the salt has ("citrate 16 %"), no reference being named."""
        if share is None or items.has(NRV, DV, RDA):
            return False
        return 100 * share.low - 0.5 <= value <= 100 * share.high + 0.5

    def _salt(self, items: Items, stated: Stated) -> Salt:
        basis, pieces = basis_of(items, stated)
        share = self._share(items, stated.salts)
        return Salt(stated, basis, pieces, share, self._name(items, stated.salts))

    def _share(self, items: Items, places: Iterable[int]) -> SaltShare | None:
        """What the named salts hold; None where one of them has no defined compound."""
        topical = self._topical(items)
        shares: list[SaltShare | None] = []
        for at in places:
            item = items.row[at]
            if item.kind not in (FORM, OTHER):
                continue
            water = self._water(items, at)
            forms = self._routed(item, topical)
            shares += [
                self._shares.of(
                    form,
                    item.words,
                    water,
                    buffered=items.has(BUFFERED) or "buffered" in item.words,
                )
                for form in forms
            ] or [None]
        known = [share for share in shares if share is not None]
        if not known or len(known) < len(shares):
            return None
        return known[0] if len(set(known)) == 1 else of_blend(known)

    def _water(self, items: Items, at: int) -> float | None:
        """The parts of water that the label names beside a salt."""
        for word in items.row[at].words:
            if word in self.knowledge.hydrates:
                return self.knowledge.hydrates[word]
        behind = items.letters[at + 1 : at + 2]
        places = (at + 1, at - 1, at + 2 if behind in (OPEN, COMMA, AMOUNT) else at + 1)
        for place in places:
            if 0 <= place < len(items.row) and items.letters[place] == HYDRATE:
                return items.row[place].value
        return None

    def _name(self, items: Items, places: Sequence[int]) -> str:
        forms = [
            form for at in places for form in self._routed(items.row[at], self._topical(items))
        ]
        return self.name_of(forms) or (items.row[places[0]].text if places else "")

    def _references(self, items: Items, locale: NumberLocale) -> tuple[float, ...]:
        """What 100 % stands for: one value where the label tells, else both."""
        nrv, dv = self.knowledge.nrv_mg, self.knowledge.dv_mg
        if items.has(NRV) and not items.has(DV):
            return (nrv,)
        if items.has(DV) and not items.has(NRV):
            return (dv,)
        if items.german and not items.has(DV):
            return (nrv,)
        return (dv, nrv) if locale.territory == "US" or items.has(RDA) else (nrv, dv)


def servings_shown(items: Items, stated: list[Stated]) -> tuple[float, float]:
    """Tablets a serving and servings a day as they are shown where no amount is told."""
    taken = servings(items, stated)
    if taken.a_day is None and taken.pieces_a_day:
        return 1, taken.pieces_a_day[1]
    return taken.pieces or 1, taken.a_day[1] if taken.a_day else 1


def _names_magnesium(items: Items) -> bool:
    """Whether the text names magnesium, a salt of it, or "elemental" with an amount."""
    if items.has(MAGNESIUM, FORM):
        return True
    for item in items.row:
        if item.other is None:
            continue
        if item.other.kind in ("brand", "excipient") or "magnesium" in item.words:
            return True
        if item.other.kind == "blend" and item.forms:
            return True
    return items.has(ELEMENTAL) and items.has(AMOUNT) and not items.has(FOREIGN)


def _only_excipient(items: Items) -> bool:
    return not items.has(MAGNESIUM, FORM, OTHER)


def _as_printed(item: Item) -> tuple[float, ...]:
    """The readings of a number, in the unit that is printed behind it."""
    each = Number(1, item.unit).mg if item.kind == AMOUNT else 1.0
    return tuple(value / each for value in item.values)
