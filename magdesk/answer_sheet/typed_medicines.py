"""The medicines a person typed or ticked, line by line, and the answer that they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from magdesk.medicines.found import NO_RULE, Found, ticks
from magdesk.rules.facts import NONE, NOT_SURE


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """One name that was typed, what it was found to be, and what was asked about it."""

    number: int
    found: Found
    chosen: frozenset[str] = frozenset()
    """The meanings that were picked, or the conditions that are met."""
    denied: frozenset[str] = frozenset()
    """The conditions that are not met."""
    dropped: frozenset[str] = frozenset()
    """Rows that were taken out by their chip."""
    unsure: bool = False
    """Whether *I do not know which* was the answer to a word with several meanings."""

    @property
    def open(self) -> tuple[str, ...]:
        """What has to be answered before one goes on: the rows with a condition, or to choose."""
        if self.found.kind == "choose":
            return () if self.chosen or self.unsure else self.found.ids
        answered = self.chosen | self.denied | self.dropped
        return tuple(row for row in self.found.conditions if row not in answered)

    @property
    def ticks(self) -> tuple[str, ...]:
        """The rows that the line counts as now, ``not_sure`` among them; none while it is open."""
        if self.found.kind == "choose" and self.unsure:
            return (NOT_SURE,)
        waiting = frozenset(self.open)
        rows = ticks(self.found, self.chosen)
        if waiting:
            rows = tuple(row for row in rows if row != NO_RULE or NO_RULE in self.found.ids)
        return tuple(row for row in rows if row not in self.dropped)


class TypedMedicines:
    """What a person takes: lines that were typed, rows ticked in the list, *none* and *not sure*.

    A row counts while a line or the list ticks it; taking a line out takes only its own ticks.
    """

    def __init__(self, order: Sequence[str]) -> None:
        self._order = tuple(order)
        self._next = 0
        self.lines: tuple[MedicineLine, ...] = ()
        self.listed: frozenset[str] = frozenset()
        """Rows that were ticked in the list."""
        self.none = False
        self.not_sure = False

    # --- what it adds up to -----------------------------------------------------------------

    @property
    def rows(self) -> tuple[str, ...]:
        """Every row that counts, in the order of the list."""
        counted = self.listed.union(*(line.ticks for line in self.lines))
        return tuple(row for row in self._order if row in counted)

    @property
    def answer(self) -> tuple[str, ...] | None:
        """The answer to the question after the medicines; null where there is none yet."""
        if self.none:
            return (NONE,)
        unsure = self.not_sure or any(line.unsure for line in self.lines)
        return (*self.rows, NOT_SURE) if unsure else self.rows or None

    @property
    def open(self) -> tuple[MedicineLine, ...]:
        """The lines that still ask something."""
        return tuple(line for line in self.lines if line.open)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or ticked that *none* would take away."""
        return not (self.lines or self.listed or self.not_sure)

    def typed(self) -> Mapping[str, tuple[str, ...]]:
        """The names that were typed, by the row that each counts as."""
        names: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            for row in line.ticks:
                names[row] = (*names.get(row, ()), line.found.typed)
        return names

    # --- lines ------------------------------------------------------------------------------

    def add(self, found: Iterable[Found]) -> tuple[MedicineLine, ...]:
        """Take in what was typed, one line each; a name that stands there already adds none."""
        known = {line.found.typed.casefold() for line in self.lines}
        added: list[MedicineLine] = []
        for each in found:
            if each.typed.casefold() not in known:
                known.add(each.typed.casefold())
                added.append(MedicineLine(self._next, each))
                self._next += 1
        if added:
            self.none = False
            self.lines = (*self.lines, *added)
        return tuple(added)

    def remove(self, number: int) -> None:
        """Take a line out, with its own ticks only."""
        self.lines = tuple(line for line in self.lines if line.number != number)

    def read_as(self, number: int, found: Found) -> None:
        """Put another name in the place of a line: the one that was meant."""
        self._change(number, lambda line: MedicineLine(line.number, found))

    def choose(self, number: int, row: str, on: bool = True) -> None:
        """Pick one meaning of a word with several, or take the pick back."""

        def chosen(line: MedicineLine) -> MedicineLine:
            rows = line.chosen | {row} if on else line.chosen - {row}
            return replace(line, chosen=rows, unsure=False, dropped=line.dropped - {row})

        self._change(number, chosen)

    def do_not_know(self, number: int) -> None:
        """Leave open which of several meanings it is."""
        self._change(number, lambda line: replace(line, chosen=frozenset(), unsure=True))

    def meet(self, number: int, row: str, yes: bool) -> None:
        """Say whether the condition of a row is met."""

        def met(line: MedicineLine) -> MedicineLine:
            return replace(
                line,
                chosen=line.chosen | {row} if yes else line.chosen - {row},
                denied=line.denied - {row} if yes else line.denied | {row},
                dropped=line.dropped - {row},
            )

        self._change(number, met)

    # --- the list, and the other answers ----------------------------------------------------

    def tick(self, row: str, on: bool) -> None:
        """Tick a row in the list; a tick taken back takes it out of every line too."""
        if on:
            self.none = False
            self.listed |= {row}
        else:
            self.take_out(row)

    def take_out(self, row: str) -> None:
        """Take a row out wherever it comes from; a line that ticks nothing more goes too."""
        self.listed -= {row}
        self.lines = tuple(self._without(row))

    def say_none(self, on: bool = True) -> None:
        """Say that nothing is taken; this clears every line and tick."""
        if on:
            self.lines, self.listed, self.not_sure = (), frozenset(), False
        self.none = on

    def say_not_sure(self, on: bool = True) -> None:
        """Say that one is not sure, beside whatever is ticked."""
        self.not_sure = on
        if on:
            self.none = False

    def take(self, answer: Sequence[str] | None) -> None:
        """Take over an answer that was given elsewhere; lines that it does not cover go."""
        rows = frozenset(answer or ())
        self.none = NONE in rows
        rows -= {NONE}
        self.lines = tuple(
            line for line in self.lines if line.ticks and rows.issuperset(line.ticks)
        )
        covered = frozenset[str]().union(*(line.ticks for line in self.lines))
        self.not_sure = NOT_SURE in rows and NOT_SURE not in covered
        self.listed = rows - covered - {NOT_SURE}

    def _without(self, row: str) -> Iterator[MedicineLine]:
        for line in self.lines:
            if row not in line.ticks:
                yield line
                continue
            left = replace(line, dropped=line.dropped | {row})
            if left.ticks or left.open:
                yield left

    def _change(self, number: int, change: Callable[[MedicineLine], MedicineLine]) -> None:
        self.lines = tuple(change(line) if line.number == number else line for line in self.lines)
