"""Answers that do not go together, to be asked about before the result."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.question_ids import MAGNESIUM_PRODUCT, MEDICINES, SUPPLEMENT_MG


@dataclass(frozen=True)
class Contradiction:
    """Two answers, and what is asked about them."""

    id: str
    questions: tuple[str, ...]
    """The answers that may be changed, the likelier slip first."""


def contradictions(sheet: AnswerSheet) -> tuple[Contradiction, ...]:
    """What the answers leave unclear: an amount without a product, or a product without one."""
    amount, medicines = sheet.answers.get(SUPPLEMENT_MG), sheet.answers.get(MEDICINES)
    if not isinstance(amount, int | float) or not isinstance(medicines, tuple):
        return ()
    if amount > 0 and MAGNESIUM_PRODUCT not in medicines:
        return (Contradiction("amount_without_product", (MEDICINES, SUPPLEMENT_MG)),)
    if amount == 0 and MAGNESIUM_PRODUCT in medicines:
        return (Contradiction("product_without_amount", (SUPPLEMENT_MG, MEDICINES)),)
    return ()
