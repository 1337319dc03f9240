"""The proofs' results for one decision, and whether a proof fails for another."""

from __future__ import annotations

import time
from typing import NamedTuple

from magdesk.knowledge.decision import Decision
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.properties import PROOFS, TABLES, proof
from tests.proofs.proving import Prover


class ProofResult(NamedTuple):
    """A property, or the contract's tables, proved for every answer sheet."""

    number: int | None
    """As in the contract; None for its tables."""
    title: str
    statement: str
    """In plain words, for people."""
    proved: int
    """How many obligations it came to."""
    seconds: float


def proof_results(decision: Decision) -> list[ProofResult]:
    """All thirteen in order, then the tables.

    ``RefutedError`` with the smallest sheet where one does not hold.
    """
    space = AnswerSpace(decision)
    prover = Prover(decision, space.sheet)
    results = []
    for each in PROOFS:
        start = time.perf_counter()
        proved = prover.prove(each.obligations(space))
        seconds = time.perf_counter() - start
        number = None if each.number == TABLES else each.number
        results.append(ProofResult(number, each.title, each.statement, proved, seconds))
    return results


def proof_fails(number: int, decision: Decision) -> bool:
    """Whether the proof of this property, or of the tables, fails for a decision."""
    space = AnswerSpace(decision)
    return Prover(decision, space.sheet, smallest=False).fails(proof(number).obligations(space))
