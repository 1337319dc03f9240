"""The words and figures of a label, each with what it means there.

A label becomes a row of items, and each kind of item one letter, so that what stands beside what
can be told by short patterns over the letters (``servings``, ``amounts``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from magdesk.intake.label.item_kinds import (
    AMOUNT,
    AND,
    BARE,
    BREAK,
    DASH,
    FOREIGN,
    FORM,
    HOW_OFTEN,
    HYDRATE,
    MAGNESIUM,
    MONEY,
    NAME_WITH_A_DIGIT,
    NO_AMOUNT,
    OTHER,
    PERCENT,
    PIECE,
    PIECES,
    PURE,
    ROLES,
    SIGNS,
    SLASH,
    TO,
    TOPICAL,
    VOLUME,
    WORD,
)
from magdesk.intake.label.run_together import parted
from magdesk.intake.numbers import NUMBER, UNIT, Number, plain, readings, unit_of
from magdesk.knowledge.names.letters import folded
from magdesk.knowledge.names.name_mentions import Mention, MentionFinder
from magdesk.knowledge.names.name_records import OtherName
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.knowledge.records.label_records import LabelKnowledge

MOST_SIGNS = 20_000
"""No label is longer; what follows is not read."""

_NEXT = re.compile(
    rf"(?P<number>{NUMBER.pattern})"
    rf"(?:\s*-?(?:(?P<unit>{UNIT})|(?P<percent>%|percent\b|prozent\b)|(?P<ml>ml\b|millilit(?:er|re)s?\b)))?"
    r"|(?P<formula>\d*Mg(?=[A-Z(\d])(?:[A-Z][a-z]?|\d|\((?=[A-Z])|(?<=[\dA-Za-z])\)|·)+(?![a-z]))"
    r"|(?P<word>[^\W\d_][^\W_]*)"
    r"|(?P<stop>\.(?=\s|$))"
    r"|(?P<sign>[^\w\s]|\n|\r)",
    re.IGNORECASE,
)
_DIGIT_AND_WORD = re.compile(r"(?<![\w.,/-])\d+(?:,\d+)*-?([^\W\d_]+)(?:-[\w-]*)?")
_MOST_PARTS = 4
"""A tablet is taken in quarters at the least."""
_ARTICLES = frozenset({"a", "an", "of", "of a", "of one", "one", "einer", "eine", "von", "de"})


@dataclass(frozen=True)
class Item:
    """One thing that a label says."""

    kind: str
    text: str
    """As it stands in the text; folded where it is a word."""
    values: tuple[float, ...] = ()
    """Readings of a number, the largest first: mg of an amount, pieces, times a day.

    A word for a time of day has 1, the word "day" none.
    """
    unit: str = ""
    forms: tuple[str, ...] = ()
    other: OtherName | None = None
    words: tuple[str, ...] = ()
    """All folded words of a name."""
    low: float | None = None
    """The lower end in mg, where an amount is a range."""
    figure_is_magnesium: bool = False
    """Whether this is a brand whose figure is magnesium and not salt."""

    @property
    def value(self) -> float:
        """The number, in its largest reading."""
        return self.values[0]


@dataclass(frozen=True)
class Items:
    """A label, item by item."""

    row: tuple[Item, ...]
    german: bool

    @cached_property
    def letters(self) -> str:
        """The kinds, a letter an item."""
        return "".join(item.kind for item in self.row)

    def of_kind(self, *kinds: str) -> Iterator[tuple[int, Item]]:
        """Items of these kinds with their places."""
        return ((at, item) for at, item in enumerate(self.row) if item.kind in kinds)

    def has(self, *kinds: str) -> bool:
        """Whether there is an item of one of these kinds."""
        return any(item.kind in kinds for item in self.row)


@dataclass(frozen=True)
class LabelLanguage:
    """What is needed to read the words of a label; made once."""

    knowledge: LabelKnowledge
    names: MentionFinder
    _phrases: Mapping[tuple[str, ...], tuple[str, float]] = field(init=False)
    _longest: int = field(init=False)

    def __post_init__(self) -> None:
        phrases: dict[tuple[str, ...], tuple[str, float]] = {}
        for name, kind in ROLES.items():
            for phrase in getattr(self.knowledge.words, name):
                key = tuple(folded(phrase).split())
                if key:
                    phrases.setdefault(key, (kind, HOW_OFTEN.get(name, 0.0)))
        object.__setattr__(self, "_phrases", phrases)
        object.__setattr__(self, "_longest", max(map(len, phrases)))

    def items(self, text: str, locale: NumberLocale) -> Items:
        """Read a label item by item."""
        shown = _DIGIT_AND_WORD.sub(self._digit_and_word, plain(text[:MOST_SIGNS], locale))
        tokens = list(self._tokens(parted(shown)))
        german = self._language(tokens)
        language = {True: "de", False: "en", None: ""}[german]
        foreign = bool(language) and language != (locale.language or language)
        raw = list(self._meant(tokens, locale, foreign=foreign))
        return Items(tuple(_with_pieces(raw, self.knowledge)), bool(german))

    def _digit_and_word(self, match: re.Match[str]) -> str:
        """A digit that is part of a name is no amount: "5-MTHF", unlike "2-capsule serving"."""
        word = folded(match[1])
        formula = word.startswith("mg")  # "4MgCO3"
        known = len(word) < 2 or formula or word in self._single or re.fullmatch(UNIT, word)
        return match[0] if known or self.names.at([word]) else NAME_WITH_A_DIGIT

    @cached_property
    def _single(self) -> frozenset[str]:
        """Every word that means something by itself or begins a phrase, also behind a hyphen."""
        described = map(folded, self.knowledge.words.describes_piece)
        begun = {key[0] for key in self._phrases}
        numbers = {*self.knowledge.numbers, *self.knowledge.hydrates}
        return frozenset({*begun, *described, *numbers} | self._counted | NO_AMOUNT)

    @cached_property
    def _counted(self) -> frozenset[str]:
        return frozenset(map(folded, self.knowledge.words.counted))

    def _tokens(self, text: str) -> Iterator[re.Match[str] | str]:
        """Matches of numbers and signs, and folded words one by one."""
        for match in _NEXT.finditer(text):
            if match["formula"]:
                whole = folded(match["formula"]).replace(" ", "")
                if self.names.at([whole]):
                    yield whole
                    continue
                yield from self._words(folded(match["formula"]).split())
            elif match["word"]:
                yield from self._words(folded(match["word"]).split())
            else:
                yield match

    def _words(self, words: Sequence[str]) -> Iterator[str]:
        for word in words:
            known = self.names.at([word]) is not None
            yield from [word] if known else self.names.parted(word) or [word]

    def _language(self, tokens: Sequence[object]) -> bool | None:
        """True for German, False for English, None where the words do not tell."""
        words = [token for token in tokens if isinstance(token, str)]
        german, english = (
            sum(1 for word in words if _is_among(word, known))
            for known in (self._german, self._english)
        )
        return None if german == english else german > english

    @cached_property
    def _brands(self) -> frozenset[str]:
        return frozenset(map(folded, self.knowledge.words.brand_of_magnesium))

    @cached_property
    def _german(self) -> tuple[frozenset[str], tuple[str, ...]]:
        return _whole_and_begun(self.knowledge.words.german)

    @cached_property
    def _english(self) -> tuple[frozenset[str], tuple[str, ...]]:
        return _whole_and_begun(self.knowledge.words.english)

    def _meant(
        self, tokens: Sequence[re.Match[str] | str], locale: NumberLocale, *, foreign: bool
    ) -> Iterator[Item]:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if isinstance(token, str):
                run: list[str] = []
                while at + len(run) < len(tokens) and len(run) < 8:
                    following = tokens[at + len(run)]
                    if not isinstance(following, str):
                        break
                    run.append(following)
                item, length = self._named(run)
                yield item
                at += length
                continue
            at += 1
            if token["number"]:
                yield self._number(token, tokens[at : at + 1], locale, foreign=foreign)
            else:
                yield Item(BREAK if token["stop"] else SIGNS.get(token[0], WORD), token[0])

    def _named(self, run: Sequence[str]) -> tuple[Item, int]:
        mention = self.names.at(run)
        length = mention.words if mention else 0
        for size in range(min(len(run), self._longest), 0, -1):
            meant = self._phrases.get(tuple(run[:size]))
            if meant and (size > length or (size == length and meant[0] in (PIECE, TOPICAL))):
                kind, often = meant
                return Item(kind, " ".join(run[:size]), values=(often,) if often else ()), size
        if mention:
            brand = " ".join(run[:length]) in self._brands
            return replace(_mentioned(mention, run), figure_is_magnesium=brand), length
        word = run[0]
        if word in self.knowledge.hydrates:
            return Item(HYDRATE, word, values=(self.knowledge.hydrates[word],)), 1
        if word in self.knowledge.numbers:
            return Item(BARE, word, values=(self.knowledge.numbers[word],)), 1
        return Item(AND if word in ("and", "und", "plus", "et") else WORD, word), 1

    def _number(
        self,
        token: re.Match[str],
        following: Sequence[re.Match[str] | str],
        locale: NumberLocale,
        *,
        foreign: bool,
    ) -> Item:
        values = readings(token["number"], locale, foreign=foreign)
        unit = unit_of(token["unit"] or "")
        after = following[0] if following else None
        if not values:
            return Item(WORD, token["number"])
        if unit:
            return Item(
                AMOUNT, token["number"], tuple(Number(one, unit).mg for one in values), unit
            )
        if token["percent"] or token["ml"]:
            return Item(PERCENT if token["percent"] else VOLUME, token["number"], values)
        if after in NO_AMOUNT or after in self._counted:
            return Item(MONEY, token["number"], values)
        return Item(BARE, token["number"], values)


def _mentioned(mention: Mention, run: Sequence[str]) -> Item:
    words = tuple(run[: mention.words])
    kind = FORM
    if mention.other is not None:
        kind = FOREIGN if mention.other.kind == "excipient" else OTHER
        if mention.forms and mention.other.kind in ("blend", "salt") and len(mention.forms) > 0:
            kind = FORM
    return Item(
        kind,
        " ".join(words),
        forms=tuple(dict.fromkeys(mention.forms)),
        other=mention.other,
        words=words,
    )


def _with_pieces(row: Sequence[Item], knowledge: LabelKnowledge) -> Iterator[Item]:
    """Numbers before a word for a tablet become pieces: "2 vegan capsules", "1 to 2 tablets"."""
    describing = {
        word for phrase in knowledge.words.describes_piece for word in folded(phrase).split()
    }
    at = 0
    while at < len(row):
        low, high, behind = _range(row, at)
        end = behind
        while (
            behind > at
            and end < len(row)
            and (row[end].text in describing or row[end].kind == PURE)
        ):
            end += 1
        while behind > at and high < 1 and end < len(row) and row[end].text in _ARTICLES:
            end += 1  # "half of a tablet"
        named = behind > at and end + 1 < len(row) and row[end].kind in (MAGNESIUM, FORM)
        if behind > at and end < len(row) and row[end].kind == PIECE:
            yield Item(PIECES, row[at].text, (high, low))
            at = end + 1
        elif named and row[end + 1].kind == PIECE:  # "2 magnesium tablets"
            yield Item(PIECES, row[at].text, (high, low))
            yield row[end]
            at = end + 2
        elif behind > at + 1 and low == high:
            yield Item(BARE, row[at].text, (high,))
            at = behind
        elif behind > at + 1:
            yield Item(BARE, row[at].text, (high, low), unit="range")
            at = behind
        else:
            yield row[at]
            at += 1


def _range(row: Sequence[Item], at: int) -> tuple[float, float, int]:
    """The ends of a number or a range that begins here, and where what follows begins."""
    if row[at].kind != BARE:
        return 0.0, 0.0, at
    first = row[at].value
    whole, behind = _whole_before(row, at)
    if behind > at:
        part, end = _quotient(row, behind)
        if 0 < part < 1:
            return whole + part, whole + part, end
    if at + 2 < len(row) and row[at + 2].kind == BARE:
        second = row[at + 2].value
        if row[at + 1].kind in (TO, DASH) and first < second:
            return first, second, at + 3
    value, end = _quotient(row, at)
    return value, value, end


def _quotient(row: Sequence[Item], at: int) -> tuple[float, int]:
    """A number, or the part of one that two make: "1/2"; and where what follows begins."""
    value = row[at].value
    if at + 2 < len(row) and row[at + 1].kind == SLASH and row[at + 2].kind == BARE:
        of = row[at + 2].value
        if value < of <= _MOST_PARTS:
            return value / of, at + 3
    return value, at + 1


def _whole_before(row: Sequence[Item], at: int) -> tuple[float, int]:
    """A whole number before a part, and where the part begins: "1 and 1/2", "one and a half"."""
    part = at + 2
    if at + 2 < len(row) and row[at + 2].text in _ARTICLES:
        part += 1
    added = part < len(row) and row[at + 1].kind == AND and row[part].kind == BARE
    return row[at].value, part if added and row[at].value.is_integer() else at


def _is_among(word: str, known: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    return word in known[0] or word.startswith(known[1])


def _whole_and_begun(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    begun = tuple(folded(word) for word in words if word.endswith("*"))
    return frozenset(folded(word) for word in words if not word.endswith("*")), begun
