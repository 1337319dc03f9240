"""What a typed eGFR says of the kidneys, in the choices of the question after them."""

from __future__ import annotations

NORMAL_FROM = 60.0
"""eGFR in ml/min/1.73 m² from which a test counts as normal, if it is recent."""
REDUCED_FROM = 30.0
"""Below this the kidneys count as failing."""


def kidney_of_egfr(egfr: float) -> str | None:
    """The choice for an eGFR; None from 60 on, where it depends on how old the test is."""
    if egfr >= NORMAL_FROM:
        return None
    return "reduced_30_59" if egfr >= REDUCED_FROM else "under_30"


def kidney_of_normal_test(*, within_a_year: bool) -> str:
    """The choice for an eGFR of 60 or more: an old test is no test."""
    return "tested_normal" if within_a_year else "no_known_problem"
