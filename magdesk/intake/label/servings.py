"""How many tablets a serving is, how many servings a day, and for what an amount is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from magdesk.intake.label.amounts import Stated
from magdesk.intake.label.item_kinds import BREAK, LIMIT, PIECES, VOLUME
from magdesk.intake.label.label_items import Item, Items

Basis = Literal["piece", "serving", "day"]

_A_DAY = re.compile(r"[dT]")
_SERVING_SIZE = (
    re.compile(
        r"s[:w(fpN]*([QV])(?![wpN]*d)"
    ),  # "serving size: 2 capsules", "per serving (2 capsules)"
    re.compile(r"([QV])[w(=W]*p?s"),  # "2 capsules per serving", "2 Kapseln = 1 Portion"
)
_DAILY_DOSE = (
    re.compile(r"D[:w(W]*([QV])"),  # "daily dose (2 capsules)"
    re.compile(r"([QV])[w(:=W]*p?D"),  # "2 Kapseln (Tagesdosis)"
)
_TIMES_PIECES = re.compile(r"Nt+Q")  # "3 x 1 tablet"
_PIECES_TAKEN = (
    re.compile(r"k[wpd,:Tt]*([QV])"),  # "take 2 capsules"
    re.compile(r"([QV])(?=[w,pTNt(]*d)"),  # "2 capsules daily"
    re.compile(r"(Q)(?=f[MF]?Ap?d)"),  # "2 tablets of 100 mg a day"
    re.compile(r"d[w,:Nt]*([QV])"),  # "daily 2 capsules"
    re.compile(r"T[wp]*([QV])"),
    re.compile(r"([QV])(?=[w]*T)"),
    re.compile(r"Nt+(Q)"),  # "3 x 1 tablet"
)
_MOST_IN_HAND = 8
"""More tablets with a strength behind them are a pack, not what is taken at once."""
_SPOON_ML, _MOST_POURED_ML = 5, 60


@dataclass(frozen=True)
class Servings:
    """How a product is taken."""

    pieces: float | None = None
    """Tablets (or mL) in a serving; None where the label does not say."""
    a_day: tuple[float, float] | None = None
    """Servings a day, lowest and highest; None where the label does not say."""
    pieces_a_day: tuple[float, float] | None = None
    """Tablets (or mL) a day, where the label counts those."""
    in_ml: bool = False


def servings(items: Items, stated: list[Stated]) -> Servings:
    """What the label says of serving and day."""
    size, in_ml = _serving_size(items)
    daily_dose = _first_pieces(items, _DAILY_DOSE)
    pieces_a_day = times = None
    for start, end in _sentences(items.letters):
        part = items.letters[start:end]
        if LIMIT in part:
            continue
        found = _daily(items, start, part)
        if found:
            pieces, how_often = found
            pieces_a_day = pieces_a_day or pieces
            times = times or how_often
    if daily_dose and not pieces_a_day:
        pieces_a_day = daily_dose
    if not pieces_a_day and not times:
        pieces_a_day = _in_hand(items, stated) or _poured(items, stated) or _part_of_one(items)
    return _joined(size, in_ml, pieces_a_day, times)


def basis_of(items: Items, amount: Stated) -> tuple[Basis | None, float]:
    """For what an amount is stated, and for how many pieces; None where the label is silent."""
    letters = items.letters
    behind = letters[amount.at + 1 :]
    before = letters[letters.rfind(BREAK, 0, amount.at) + 1 : amount.at]
    if re.search(r"[QN][MF]?[fqt]$|Qf[MF]$", before):
        return "piece", 1  # "two tablets of 250 mg", "2 x 250 mg"
    right = re.match(r"(?:[wE)MFfh]|S[wbh]*F|\(?P[wrva]*\)?)*?\(?(?:p+|[/])[wN]*([qQsDdV])", behind)
    if right and not (right[1] == "d" and re.search(r"[QVNtT][wp]*$", behind[: right.start(1)])):
        return _meant(items, amount.at + right.end())
    if re.match(r"[wEMF]*q|[MF]?t+N", behind):
        return "piece", 1  # "500 mg tablets", "500 mg x 2"
    if _each(items, amount.at):
        return "piece", 1
    in_brackets = re.match(r"[MFEhw]*\((Q)\)", behind)
    if in_brackets:
        place = amount.at + 1 + in_brackets.start(1)
        if items.row[place].value <= _MOST_IN_HAND:
            return _meant(items, place)
    return _left_basis(items, amount.at)


def _each(items: Items, at: int) -> bool:
    """Whether "250 mg each" or "each with 250 mg" is said of an amount."""
    behind = re.match(r"[wEMF]*(p)(?![qsQdDN])", items.letters[at + 1 :])
    before = re.search(r"(p)[wf]*$", items.letters[:at])
    places = [at + 1 + behind.start(1)] if behind else []
    places += [before.start(1)] if before else []
    return any(items.row[place].text in ("each", "je", "jede", "jeder") for place in places)


def _left_basis(items: Items, at: int) -> tuple[Basis | None, float]:
    """What stands before an amount in its sentence, else the last heading."""
    letters = items.letters
    start = letters.rfind(BREAK, 0, at) + 1
    found = [match.start() for match in re.finditer(r"[QVsDdq]", letters[start:at])]
    for place in reversed(found):
        basis = _heading(items, start + place)
        if basis:
            return basis
    for sentence_start, end in reversed(list(_sentences(letters[:start]))):
        part = letters[sentence_start:end]
        if "A" in part:
            continue
        for match in re.finditer(r"[QVsDd]", part):
            basis = _heading(items, sentence_start + match.start())
            if basis:
                return basis
    return None, 1


def _heading(items: Items, place: int) -> tuple[Basis, float] | None:
    """What "per serving", "2 tablets contain" or "1 tablet:" say of the amounts behind them."""
    letters = items.letters
    kind, before, behind = letters[place], letters[:place], letters[place + 1 :]
    per = bool(re.search(r"p[wN]*$", before)) and not _article_of_part(items, place)
    if kind == "s":
        return "serving", 1
    if kind == "D" or (kind == "d" and per and not re.search(r"[QVNtTs][wp]*$", before)):
        return "day", 1
    if kind == "q":
        return ("piece", 1) if per else None
    if kind == "d":
        return None
    if re.search(r"s[:w(fpN]*$", before[-6:]) or re.match(r"[w(]*p?s", behind):
        return "serving", 1
    if re.match(r"[wp)]*[dT]", behind) and not re.match(r"[wp)]*[dT][w)]*[CW:]", behind):
        return None  # "take 2 capsules daily"
    if re.search(r"[kT][w]*$", before) and not per and not re.match(r"[w)]*[CW:]", behind):
        return None
    if per or re.match(r"[w)]*(?:p*[dT][w)]*)?[CW:]", behind) or "(" in before[-1:]:
        return _meant(items, place)
    if re.match(r"[w)]*[MF]*[hb]?\(?A", behind) and items.row[place].value <= _MOST_IN_HAND:
        return ("piece", 1) if _is_part(items.row[place]) else _meant(items, place)
    return None


def _article_of_part(items: Items, place: int) -> bool:
    """Whether what stands before is no "per": "a quarter of a tablet"."""
    return place > 0 and items.row[place - 1].text in ("a", "an") and _is_part(items.row[place])


def _is_part(item: Item) -> bool:
    """Whether it is "half a tablet"; a strength beside it is that of a whole one."""
    return item.kind == PIECES and not item.value.is_integer()


def _meant(items: Items, place: int) -> tuple[Basis, float]:
    item = items.row[place]
    if item.kind in (PIECES, VOLUME):
        if item.kind == PIECES and item.value == 1:
            return "piece", 1
        return "serving", item.value
    return {"q": "piece", "s": "serving", "D": "day", "d": "day"}[item.kind], 1  # type: ignore[return-value]


def _sentences(letters: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"\||$", letters):
        if match.start() > start:
            yield start, match.start()
        start = match.end()


def _serving_size(items: Items) -> tuple[float | None, bool]:
    for pattern in _SERVING_SIZE:
        for match in pattern.finditer(items.letters):
            item = items.row[match.start(1)]
            return item.value, item.kind == VOLUME
    return None, items.has(VOLUME)


def _first_pieces(
    items: Items, patterns: tuple[re.Pattern[str], ...]
) -> tuple[float, float] | None:
    for pattern in patterns:
        match = pattern.search(items.letters)
        if match:
            return _ends(items, match.start(1))
    return None


def _daily(
    items: Items, start: int, part: str
) -> tuple[tuple[float, float] | None, tuple[float, float] | None] | None:
    """Pieces and servings that a sentence says are taken in a day; None where it says neither."""
    counted = _by_times_of_day(items, start, part)
    if counted:
        return counted, None
    take = part.find("k")
    if not _A_DAY.search(part) and take < 0 and not _TIMES_PIECES.search(part):
        return None
    times = _times(items, start, part)
    servings_a_day = re.search(r"([N])[w]*s[wp]*d|d[w]*([N])s", part)
    if servings_a_day:
        at = start + servings_a_day.start(1 if servings_a_day[1] else 2)
        return None, _ends(items, at)
    pieces = _pieces(items, start, part, take)
    if pieces is None:
        return None, times
    often = times or (1.0, 1.0)
    return (pieces[0] * often[0], pieces[1] * often[1]), None


def _by_times_of_day(items: Items, start: int, part: str) -> tuple[float, float] | None:
    """Pieces counted at each time of the day: "two in the morning and one at night"."""
    times = [at for at, kind in enumerate(part) if kind == "d" and items.row[start + at].values]
    for pattern in (r"([QN])[wpfq]*d", r"d[w:]*([QN])"):
        places = [start + match.start(1) for match in re.finditer(pattern, part)]
        if len(times) > 1 and len(places) == len(times):
            ends = [_ends(items, at) for at in places]
            return sum(low for low, _ in ends), sum(high for _, high in ends)
    return None


def _times(items: Items, start: int, part: str) -> tuple[float, float] | None:
    match = re.search(r"(N)[w]*t", part)
    if match and re.search(r"[dQ]", part) and not re.search(r"Nt[w]*A", part):
        return _ends(items, start + match.start(1))
    sentence = items.row[start : start + len(part)]
    times_of_day = float(len({item.text for item in sentence if item.kind == "d" and item.values}))
    if times_of_day > 1:  # "in the morning and in the evening"
        return times_of_day, times_of_day
    match = re.search(r"T", part)
    if match:
        value = items.row[start + match.start()].value
        return value, value
    return None


def _pieces(items: Items, start: int, part: str, take: int) -> tuple[float, float] | None:
    """Pieces taken at a time: behind "take", beside "daily", or "3 daily" alone."""
    for pattern in _PIECES_TAKEN:
        match = pattern.search(part)
        if match:
            return _ends(items, start + match.start(1))
    for counted in (r"k[w]*(N)(?!t)", r"(N)(?=q?[wp]*d)", r"d[w:]*(N)(?!t|[w]*s)"):
        match = re.search(counted, part)
        if match and (take >= 0 or "M" not in part[match.start(1) :]):
            return _ends(items, start + match.start(1))
    if take >= 0:
        match = re.search(r"(N)[wf]*(?:A)", part)
        if match:
            return _ends(items, start + match.start(1))
    return None


def _in_hand(items: Items, stated: list[Stated]) -> tuple[float, float] | None:
    """Pieces that are counted beside their strength, few enough to be taken and no pack."""
    for amount in stated:
        place = _count_beside(items, amount.at)
        if place is not None and max(_ends(items, place)) <= _MOST_IN_HAND:
            return _ends(items, place)
    return None


def _poured(items: Items, stated: list[Stated]) -> tuple[float, float] | None:
    """What is taken of a liquid: "400 mg/5 ml, 15 ml"; more than a few spoons are a bottle."""
    spoons = {pieces for one in stated for _, pieces in [basis_of(items, one)]}
    for at, item in items.of_kind(VOLUME):
        if item.value not in spoons and min(spoons, default=0) >= _SPOON_ML:
            return _ends(items, at) if item.value <= _MOST_POURED_ML else None
    return None


def _part_of_one(items: Items) -> tuple[float, float] | None:
    """Pieces that are taken in parts, as half a tablet: no pack counts those."""
    parts = [at for at, item in items.of_kind(PIECES) if _is_part(item)]
    return _ends(items, parts[0]) if parts else None


def _count_beside(items: Items, at: int) -> int | None:
    """Where the count of pieces stands that each hold an amount; None for none."""
    before, behind = items.letters[:at], items.letters[at + 1 :]
    found = re.search(r"[QN](?=[wMF]*f[MF]?$)|N(?=t$)|N(?=q?f$)", before)  # "2 tablets of", "2 x"
    if not found and _each(items, at):
        found = re.search(r"Q(?=[w,]*p?[w]*$)", before)  # "2 tablets, 250 mg each"
    if not found and re.match(r"[wEMF]*q", behind):
        found = re.search(r"N$", before)  # "two 250 mg tablets"
    if found:
        return found.start()
    doubled = re.match(r"[MF]?t+(N)|[wEMF]*p+q[w,]*(Q)(?!p)", behind)  # "x 2", "per cap, 2 caps"
    doubled_at = doubled and doubled.start(1 if doubled[1] else 2)
    return at + 1 + doubled_at if doubled_at is not None else None


def _ends(items: Items, at: int) -> tuple[float, float]:
    values = items.row[at].values
    return min(values), max(values)


def _joined(
    size: float | None,
    in_ml: bool,
    pieces_a_day: tuple[float, float] | None,
    times: tuple[float, float] | None,
) -> Servings:
    if times is not None:
        return Servings(size, times, None, in_ml)
    if pieces_a_day is None:
        return Servings(size, None, None, in_ml)
    if size:
        return Servings(size, (pieces_a_day[0] / size, pieces_a_day[1] / size), pieces_a_day, in_ml)
    return Servings(None, None, pieces_a_day, in_ml)
