"""Claims that hold for every sheet, sheets that must exist, and the search for what breaks them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import z3

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import Region
from tests.proofs.answer_sheet import Sheet


class RefutedError(AssertionError):
    """A claim that does not hold; the message shows the smallest sheet that breaks it."""


@dataclass(frozen=True)
class Found:
    """A sheet that z3 found, as it stands in JSON."""

    answers: dict[str, object]
    region: Region

    def advice(self, decision: Decision) -> Advice:
        """What the core answers for it; ``AnswerError`` where it would refuse the sheet."""
        return advise(decision, parse_answers(self.answers, decision), self.region)

    def told(self, decision: Decision) -> str:
        """The sheet as ``magdesk advise -`` takes it, and what the core makes of it."""
        advice = self.advice(decision)
        options = ", ".join(option.form for option in advice.options) or "no options"
        amount = "" if advice.amount is None else f", up to {advice.amount.max_mg} mg more"
        return (
            f"  {json.dumps(self.answers)}  --region {self.region}\n"
            f"    gives {advice.level}, {'stop' if advice.stop else 'no stop'}, {options}{amount}"
        )


@dataclass(frozen=True)
class Claim:
    """For every sheet (or pair): where ``given`` holds, ``holds`` does too."""

    name: str
    given: z3.BoolRef
    holds: z3.BoolRef
    sheets: tuple[Sheet, ...]
    """What is printed where the claim fails; the variables of all of them are constrained."""


@dataclass(frozen=True)
class Witness:
    """There is a sheet (or pair) with ``formula``, and the core confirms it."""

    name: str
    formula: z3.BoolRef
    confirmed: Callable[[Sequence[Advice]], bool]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Fact:
    """Something that is looked up or evaluated, one by one, rather than solved."""

    name: str
    holds: bool


Obligation = Claim | Witness | Fact


class Prover:
    """Discharges obligations about one decision, on one solver.

    Without ``smallest`` it says what does not hold, but looks for no sheet to show it with.
    """

    def __init__(self, decision: Decision, sheet: Sheet, *, smallest: bool = True) -> None:
        self._decision, self._tells_smallest = decision, smallest
        self._solver = z3.Solver()
        self._solver.add(*sheet.axioms())

    def prove(self, obligations: Iterable[Obligation]) -> int:
        """How many obligations were proved; ``RefutedError`` for the first that is not."""
        proved = 0
        for sheets, group in groupby(obligations, key=_sheets):
            proved += self._prove_about(sheets, tuple(group))
        return proved

    def _prove_about(self, sheets: tuple[Sheet, ...], group: tuple[Obligation, ...]) -> int:
        """Prove what is about the same sheets together: z3 reads their formulas only once."""
        self._solver.push()
        try:
            for sheet in sheets[1:]:
                self._solver.add(*sheet.axioms())
            switches = [z3.Bool(f"obligation {number}") for number in range(len(group))]
            for switch, obligation in zip(switches, group, strict=True):
                self._solver.add(z3.Implies(switch, _sought(obligation)))
            for switch, obligation in zip(switches, group, strict=True):
                message = self._refutation(switch, obligation)
                if message is not None:
                    raise RefutedError(f"{obligation.name}: {message}")
        finally:
            self._solver.pop()
        return len(group)

    def _refutation(self, switch: z3.BoolRef, obligation: Obligation) -> str | None:
        """Why an obligation does not hold, or None where it does."""
        if isinstance(obligation, Fact):
            return None if obligation.holds else "does not hold"
        found = _satisfiable(self._solver, switch)
        if isinstance(obligation, Claim):
            return self._broken(switch, obligation) if found else None
        return self._unconfirmed(switch, obligation) if found else "there is no such sheet"

    def fails(self, obligations: Iterable[Obligation]) -> bool:
        """Whether any of the obligations does not hold."""
        try:
            self.prove(obligations)
        except RefutedError:
            return True
        return False

    def _broken(self, switch: z3.BoolRef, claim: Claim) -> str:
        if not self._tells_smallest:
            return "is broken"
        self._solver.add(switch)
        found = self._smallest(claim.sheets)
        return "broken by\n" + "\n".join(sheet.told(self._decision) for sheet in found)

    def _unconfirmed(self, switch: z3.BoolRef, witness: Witness) -> str | None:
        model = _model(self._solver, witness.sheets, switch)
        found = [Found(*sheet.read(model)) for sheet in witness.sheets]
        if witness.confirmed([sheet.advice(self._decision) for sheet in found]):
            return None
        told = "\n".join(sheet.told(self._decision) for sheet in found)
        return f"the core does not confirm it on\n{told}"

    def _smallest(self, sheets: tuple[Sheet, ...]) -> list[Found]:
        """The sheets with the fewest choices and numbers in all; of these, an ordinary one."""
        fewest = z3.Optimize()
        fewest.add(*self._solver.assertions())
        for each in {each for sheet in sheets for each in sheet.sizes()}:
            fewest.add_soft(z3.Not(each), id="size")
        for each in {each for sheet in sheets for each in sheet.ordinary()}:
            fewest.add_soft(each, id="strangeness")
        model = _model(fewest, sheets)
        return [Found(*sheet.read(model)) for sheet in sheets]


def _sheets(obligation: Obligation) -> tuple[Sheet, ...]:
    return () if isinstance(obligation, Fact) else obligation.sheets


def _sought(obligation: Obligation) -> z3.BoolRef:
    """What z3 looks for: a sheet that breaks the claim, or the witness."""
    match obligation:
        case Claim(given=given, holds=holds):
            return z3.And(given, z3.Not(holds))
        case Witness(formula=formula):
            return formula
    return z3.BoolVal(True)


def _model(
    solver: z3.Solver | z3.Optimize, sheets: tuple[Sheet, ...], *assumed: z3.BoolRef
) -> z3.ModelRef:
    """A model of what is asserted, with whole numbers where that is possible."""
    solver.push()
    solver.add([z3.IsInt(number) for sheet in sheets for number in sheet.numbers()])
    model = solver.model() if _satisfiable(solver, *assumed) else None
    solver.pop()
    if model is not None:
        return model
    assert _satisfiable(solver, *assumed)
    return solver.model()


def _satisfiable(solver: z3.Solver | z3.Optimize, *assumed: z3.BoolRef) -> bool:
    result = solver.check(*assumed)
    if result == z3.unknown:
        raise RuntimeError(f"z3 gives up: {solver.reason_unknown()}")
    return bool(result == z3.sat)
