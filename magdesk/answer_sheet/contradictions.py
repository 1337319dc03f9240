"""Answers that do not go together, to be asked about before the result."""

from __future__ import annotations

from dataclasses import dataclass

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.question_ids import MAGNESIUM_PRODUCT, MEDICINES, SUPPLEMENT_MG
from magdesk.rules.facts import NONE


@dataclass(frozen=True)
class Contradiction:
    """Two answers, and what is asked about them."""

    id: str
    questions: tuple[str, ...]
    """The answers that may be changed, the likelier slip first; none where nothing is doubted."""
    missing: str = ""
    """The medicine that follows from the other answers and is not among those ticked."""


def contradictions(sheet: AnswerSheet) -> tuple[Contradiction, ...]:
    """What the answers leave unclear: an amount without a product, or a product without one.

    Only who said to take none has said that there is no product. Who left its tick out among
    others has told of it by its amount, so the tick is offered and nothing is asked.
    """
    amount, medicines = sheet.answers.get(SUPPLEMENT_MG), sheet.answers.get(MEDICINES)
    if not isinstance(amount, int | float) or not isinstance(medicines, tuple):
        return ()
    if amount > 0 and MAGNESIUM_PRODUCT not in medicines:
        if NONE not in medicines:
            return (Contradiction("product_not_ticked", (), MAGNESIUM_PRODUCT),)
        return (Contradiction("amount_without_product", (MEDICINES, SUPPLEMENT_MG)),)
    if amount == 0 and MAGNESIUM_PRODUCT in medicines:
        return (Contradiction("product_without_amount", (SUPPLEMENT_MG, MEDICINES)),)
    return ()
