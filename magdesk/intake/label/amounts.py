"""Which amount on a label is salt, which is magnesium, and which is neither.

"magnesium citrate 500 mg" is salt; "magnesium 250 mg", "magnesium (as citrate) 200 mg" and "of
which magnesium" are magnesium itself; calcium, vitamins, weights and dates are neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from magdesk.intake.label.item_kinds import (
    AMOUNT,
    AND,
    BARE,
    BREAK,
    BUFFERED,
    CLOSE,
    COMMA,
    DAY,
    ELEMENTAL,
    FOREIGN,
    FORM,
    HYDRATE,
    MAGNESIUM,
    OF_WHICH,
    OPEN,
    OTHER,
    PERCENT,
    PIECES,
    SLASH,
    SOURCE,
    WORD,
)
from magdesk.intake.label.label_items import Items

Of = Literal["salt", "magnesium"]

_SUBSTANCES = (FORM, MAGNESIUM, ELEMENTAL, FOREIGN, OTHER)
_ELEMENTAL_BEHIND = re.compile(r"\(?EM?\)?(?![:(]*A)")
_WITHIN_A_ROW = (FORM, OTHER, COMMA, AND, SLASH, WORD, PERCENT, HYDRATE, BUFFERED)
_STARTS_PART = (BREAK, COMMA, OPEN, OF_WHICH, SOURCE)


@dataclass(frozen=True)
class Stated:
    """An amount that counts."""

    of: Of
    values: tuple[float, ...]
    """Readings in mg, the largest first."""
    text: str
    unit: str
    at: int
    """Its place among the items."""
    salts: tuple[int, ...] = ()
    """Places of the names it belongs to, or that it is given as."""
    explicit: bool = False
    """Whether "elemental", "of which" or the like says that it is magnesium."""

    low_mg: float | None = None
    """The lower end, where a range is stated."""

    @property
    def mg(self) -> float:
        """The amount in its largest reading."""
        return self.values[0]


@dataclass(frozen=True)
class _Owner:
    kind: str
    places: tuple[int, ...] = ()
    explicit: bool = False


def stated_amounts(items: Items) -> list[Stated]:
    """Every amount of salt or magnesium, in the order of the text."""
    owners = {at: _owner(items, at) for at, _ in items.of_kind(AMOUNT)} | _listed(items)
    taken = {place for owner in owners.values() if owner for place in owner.places}
    stated: list[Stated] = []
    for at, item in items.of_kind(AMOUNT):
        owner = owners[at] or _again(items, at, stated) or _left_over(items, at, taken)
        counted = item.unit in ("mmol", "mEq")  # these count atoms of magnesium, whatever the salt
        if owner is None and counted:
            owner = _Owner(MAGNESIUM)
        if owner is None or owner.kind == FOREIGN:
            continue
        taken.update(owner.places)
        of: Of = "salt" if _is_salt(items, owner) and not counted else "magnesium"
        stated.append(
            Stated(
                of, item.values, item.text, item.unit, at, owner.places, owner.explicit, item.low
            )
        )
    return [_with_named_salts(items, one, taken) for one in stated]


def _with_named_salts(items: Items, stated: Stated, taken: set[int]) -> Stated:
    """Let an amount of a blend be of the salts too that the label names without an amount.

    "Oxyde de magnésium marin" names oxide, and marine magnesium is mostly hydroxide.
    """
    blends = (items.row[place].other for place in stated.salts)
    if (
        stated.of != "salt"
        or not stated.salts
        or not all(other and other.kind == "blend" for other in blends)
    ):
        return stated
    named = (place for place, _ in items.of_kind(FORM) if place not in taken)
    return replace(stated, salts=(*stated.salts, *named))


def _is_salt(items: Items, owner: _Owner) -> bool:
    """Whether the amount is of a salt or a blend; a brand's amount is magnesium."""
    if owner.kind == OTHER:
        other = items.row[owner.places[0]].other
        return other is not None and other.kind in ("salt", "blend")
    brand = any(items.row[place].figure_is_magnesium for place in owner.places)
    return owner.kind == FORM and not brand


def _owner(items: Items, at: int) -> _Owner | None:
    """To what an amount belongs by its own part of the sentence; None where that tells nothing."""
    letters = items.letters
    start = _part_start(letters, at)
    left, right = _left(items, at, start), _right(items, at)
    first = re.search(r"[AFMEXO]", _without_brackets(letters[start:at]) + AMOUNT)
    amount_first = bool(first) and first[0] == AMOUNT  # type: ignore[index]
    if left and left.kind == OTHER and right and right.kind in (MAGNESIUM, ELEMENTAL):
        amount_first = True
    owner = (right or left) if amount_first else (left or right)
    behind_of_which = start > 0 and letters[start - 1] == OF_WHICH
    if behind_of_which and (owner is None or owner.kind in (MAGNESIUM, ELEMENTAL)):
        before = _before(letters, start - 1)
        if before == AMOUNT or owner is not None:
            return _Owner(MAGNESIUM, owner.places if owner else (), explicit=before == AMOUNT)
        return _beyond(items, start - 1) if before in (FORM, MAGNESIUM) else None
    if owner and owner.kind == FORM and _ELEMENTAL_BEHIND.match(letters[at + 1 :]):
        return _Owner(MAGNESIUM, owner.places, explicit=True)
    if owner is None and _ELEMENTAL_BEHIND.match(letters[at + 1 :]):
        return _Owner(MAGNESIUM, explicit=True)
    if owner and owner.kind == FORM and not amount_first:
        return _larger_salt_follows(items, at, owner)
    if owner and owner.kind == OTHER:
        return _parts_of_blend(items, at) or owner
    if owner and owner.kind == MAGNESIUM:
        sources = _bracketed_sources(items, at + 1)
        return replace(owner, places=tuple(dict.fromkeys((*owner.places, *sources))))
    return owner


def _parts_of_blend(items: Items, at: int) -> _Owner | None:
    """The names behind "blend 2000 mg": in brackets or behind a colon, without own amounts."""
    match = re.match(r"\([^()|A]*\)|[:w]*F(?:[,&/w]*F)*(?![,&/w]*A)", items.letters[at + 1 :])
    end = at + 1 + (match.end() if match else 0)
    places = tuple(place for place in range(at + 1, end) if items.letters[place] == FORM)
    return _Owner(FORM, places) if places else None


def _larger_salt_follows(items: Items, at: int, owner: _Owner) -> _Owner:
    """Tell "citrate 200 mg (as citrate 1250 mg)": the first is magnesium, the second salt."""
    behind = re.match(r"\(?S(?:FA|AF)", items.letters[at + 1 :])
    if behind:
        place = items.letters.index(AMOUNT, at + 1)
        if items.row[place].value > items.row[at].value:
            return _Owner(MAGNESIUM, owner.places, explicit=True)
    return owner


def _listed(items: Items) -> dict[int, _Owner | None]:
    """Read "calcium/magnesium 300 mg/130 mg": as many amounts as names, in their order."""
    owners: dict[int, _Owner | None] = {}
    for match in re.finditer(r"[XMF](?:/[XMF])+[w:]*A(?:/A)+", items.letters):
        places = range(match.start(), match.end())
        names = [place for place in places if items.letters[place] in (FOREIGN, MAGNESIUM, FORM)]
        amounts = [place for place in places if items.letters[place] == AMOUNT]
        if len(names) == len(amounts):
            pairs = zip(amounts, names, strict=True)
            owners |= {at: _Owner(items.letters[name], (name,)) for at, name in pairs}
    return owners


def _part_start(letters: str, at: int) -> int:
    """Where the part of the sentence begins that holds this place; brackets before it are whole."""
    place, depth = at - 1, 0
    while place >= 0:
        kind = letters[place]
        if kind == CLOSE:
            depth += 1
        elif kind == OPEN and depth:
            depth -= 1
        elif (depth == 0 and kind in _STARTS_PART) or kind == BREAK:
            return place + 1
        place -= 1
    return 0


def _without_brackets(letters: str) -> str:
    return re.sub(r"\([^()]*\)", "", letters)


def _before(letters: str, place: int) -> str:
    """The last amount or substance before a place in its sentence; empty for none."""
    sentence = letters[:place].rpartition(BREAK)[2]
    found = re.findall(r"[AFMEX]", sentence)
    return found[-1] if found else ""


def _beyond(items: Items, place: int) -> _Owner | None:
    """The substance that stands left of a place."""
    for at in range(place - 1, -1, -1):
        if items.letters[at] in _SUBSTANCES:
            return _Owner(items.letters[at], _run(items, at))
    return None


def _left(items: Items, at: int, start: int) -> _Owner | None:
    """The substance before an amount, brackets between them skipped."""
    letters = items.letters
    place, depth, inside = at - 1, 0, ""
    while place >= start:
        kind = letters[place]
        if kind == CLOSE:
            depth += 1
        elif kind == OPEN:
            depth -= 1
        elif depth:
            inside += kind
        elif kind == AMOUNT:
            return None
        elif kind in _SUBSTANCES and not _share_of_powder(letters[start : place + 1]):
            explicit = ELEMENTAL in inside and PERCENT not in inside
            return _named(items, place, explicit=explicit)
        place -= 1
    if start > 1 and letters[start - 1] == COMMA:
        return _over_comma(items, start)
    return None


def _share_of_powder(letters: str) -> bool:
    """Whether what stands here is "14 % elemental magnesium" behind the name of its salt."""
    return bool(re.search(r"[FO][^A|]*P[wf(]*EM?$", letters))


def _over_comma(items: Items, start: int) -> _Owner | None:
    """The substance before the comma of "magnesium, 200 mg", if it has no amount of its own."""
    before = _part_start(items.letters, start - 1)
    part = items.letters[before : start - 1]
    if AMOUNT in part or not re.search(r"[FMEXO]", part):
        return None
    return _left(items, start - 1, before)


def _named(items: Items, place: int, *, explicit: bool) -> _Owner:
    """What a substance means: "magnesium as citrate" is magnesium, "citrate" is the salt."""
    letters = items.letters
    kind = letters[place]
    places = _run(items, place)
    if kind == MAGNESIUM:
        explicit = explicit or letters[place - 1 : place] == ELEMENTAL
        sources = _bracketed_sources(items, place + 1)
        return _Owner(MAGNESIUM, (place, *sources), explicit)
    if kind == FORM:
        before = letters[: places[0]]
        if explicit:
            return _Owner(MAGNESIUM, places, explicit=True)
        if re.search(r"M[w,]*S[wbh]*$", before):
            return _Owner(MAGNESIUM, places)
    return _Owner(kind, places, explicit=kind == ELEMENTAL)


def _bracketed_sources(items: Items, place: int) -> tuple[int, ...]:
    """Names in a bracket right behind magnesium, or behind "as"."""
    match = re.match(r"\([^()|]*\)|[w]*S[wbh]*F(?:[,&/w]*F)*", items.letters[place:])
    if not match:
        return ()
    return tuple(
        at for at in range(place, place + match.end()) if items.letters[at] in (FORM, OTHER)
    )


def _run(items: Items, place: int) -> tuple[int, ...]:
    """Names that stand in a row up to this place: "citrate, malate and glycinate"."""
    if items.letters[place] not in (FORM, OTHER):
        return (place,)
    places = [place]
    at = place - 1
    while at >= 0 and items.letters[at] in _WITHIN_A_ROW:
        if items.letters[at] in (FORM, OTHER):
            places.append(at)
        elif items.letters[at] == WORD and len(items.row[at].text) > 3:
            break
        at -= 1
    return tuple(sorted(places))


def _right(items: Items, at: int) -> _Owner | None:
    """The substance behind an amount: "500 mg magnesium citrate, malate"."""
    letters = items.letters
    match = re.match(r"[wfubh-]*([FMEXO])", letters[at + 1 :])
    if not match:
        source = re.match(r"\(?[w]*S[wbh]*(F(?:[,&/w]*F)*)(?![w&/]*A)", letters[at + 1 :])
        if source and not _magnesium_or_salt_before(letters, at):
            places = range(at + 1 + source.start(1), at + 1 + source.end(1))
            return _Owner(MAGNESIUM, tuple(one for one in places if letters[one] == FORM))
        return None
    place = at + match.end()
    kind = match[1]
    if kind == MAGNESIUM:
        return _Owner(MAGNESIUM, (place, *_bracketed_sources(items, place + 1)))
    if kind == ELEMENTAL:
        more = (place + 1,) if letters[place + 1 : place + 2] == MAGNESIUM else ()
        sources = _bracketed_sources(items, place + 1 + len(more))
        return _Owner(MAGNESIUM, (place, *more, *sources), explicit=True)
    if kind == FOREIGN:
        return _Owner(FOREIGN, (place,))
    following = re.match(r"(?:[,&/w(]*[FO])*(?![,&/wh(]*A)", letters[place + 1 :])
    end = place + 1 + (following.end() if following else 0)
    return _Owner(kind, tuple(one for one in range(place, end) if letters[one] in (FORM, OTHER)))


def _magnesium_or_salt_before(letters: str, at: int) -> bool:
    start = max(_part_start(letters, at), letters.rfind(AMOUNT, 0, at))
    return bool(re.search(r"[FMEX]", letters[start:at]))


def _again(items: Items, at: int, stated: list[Stated]) -> _Owner | None:
    """The same substance once more, for a serving and not a tablet, or its magnesium."""
    if not stated or FOREIGN in items.letters[stated[-1].at : at]:
        return None
    last = stated[-1]
    between = "".join(
        items.letters[place] for place in range(last.at + 1, at) if place not in last.salts
    )
    if re.fullmatch(r"[E]?[(/]", between) and last.of == "salt" and items.row[at].value < last.mg:
        return _Owner(MAGNESIUM, last.salts)
    at_times = any(item.values for item in items.row[last.at : at] if item.kind == DAY)
    if (at_times or re.search(r"[qQsD]", between)) and not re.search(r"[FMEO]", between):
        return _Owner(FORM if last.of == "salt" else MAGNESIUM, last.salts, last.explicit)
    return None


def _left_over(items: Items, at: int, taken: set[int]) -> _Owner | None:
    """An amount without a name beside it belongs to the last name that has none, else the next."""
    if (
        items.letters[:at]
        .rpartition(BREAK)[2]
        .rstrip(WORD + PIECES + BARE + "pqsdC:")
        .endswith(FOREIGN)
    ):
        return _Owner(FOREIGN)
    places = [place for place, _ in items.of_kind(*_SUBSTANCES)]
    before = [place for place in places if place < at]
    for place in (*reversed(before), *(place for place in places if place > at)):
        kind = items.letters[place]
        if kind == FOREIGN and place < at:
            return _Owner(FOREIGN) if _same_line(items.letters, place, at) else None
        if kind == FOREIGN:
            continue
        if place not in taken and place > at:
            return _parts_of_blend(items, place - 1) or _Owner(kind, (place,))
        if place not in taken:
            return _Owner(kind, _run(items, place))
        if place < at:
            return None
    return None


def _same_line(letters: str, one: int, other: int) -> bool:
    return BREAK not in letters[one:other]
