"""The proofs' results for one decision, to be told beside the content."""

from __future__ import annotations

import time
from typing import NamedTuple

from magdesk.knowledge.decision import Decision
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.properties import PROPERTIES
from tests.proofs.proving import Prover


class ProofResult(NamedTuple):
    """A property that was proved for every answer sheet."""

    number: int
    title: str
    statement: str
    """In plain words, for people."""
    proved: int
    """How many obligations it came to."""
    seconds: float


def proof_results(decision: Decision) -> list[ProofResult]:
    """All thirteen, in order; ``RefutedError`` with the smallest sheet where one does not hold."""
    space = AnswerSpace(decision)
    prover = Prover(decision, space.sheet)
    results = []
    for each in PROPERTIES:
        start = time.perf_counter()
        proved = prover.prove(each.obligations(space))
        seconds = time.perf_counter() - start
        results.append(ProofResult(each.number, each.title, each.statement, proved, seconds))
    return results
