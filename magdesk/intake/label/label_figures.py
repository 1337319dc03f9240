"""The figures of one label, ready to be held against each other, and what is noted of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from magdesk.intake.label.amounts import Stated
from magdesk.intake.label.label_reading import (
    Contradiction,
    ContradictionId,
    OtherReading,
    Span,
    Step,
)
from magdesk.intake.label.servings import Basis, Servings
from magdesk.intake.label.shares import SaltShare
from magdesk.knowledge.records.label_records import LabelKnowledge


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
class Account:
    """What is written down while a label is summed up."""

    knowledge: LabelKnowledge
    contradictions: list[Contradiction] = field(default_factory=list)
    ask: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    others: list[OtherReading] = field(default_factory=list)
    why: str = ""
    compound: Span | None = None
    """The salt that the stated magnesium needs."""

    def contradict(self, key: ContradictionId, text: str) -> None:
        """Note what does not fit; what is absurd twice is said once."""
        if key == "absurd" and any(one.id == key for one in self.contradictions):
            return
        self.contradictions.append(Contradiction(key, text))
        if key != "absurd":
            self.ask.append(self.knowledge.asks.which_figure)


class Taken:
    """How a product is taken, with what the amounts themselves tell of a serving."""

    def __init__(self, found: Found) -> None:
        bases = [(one.basis, one.pieces) for one in found.salts]
        bases += [(basis, pieces) for _, basis, pieces, _ in found.magnesium]
        several = [pieces for basis, pieces in bases if basis == "serving" and pieces != 1]
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
        if basis == "serving" and pieces not in (1, size):
            return mg * size / pieces
        if basis == "day" and self.a_day[1] and self.size is not None:
            return mg / self.a_day[1]
        return mg
