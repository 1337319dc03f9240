"""The ids of the interview's questions and of its complaints, named once.

The answers are plain text under these ids; the program names a question by its constant.
"""

from __future__ import annotations

from collections.abc import Mapping

SYMPTOM = "symptom"
DURATION = "duration"
DANGER_NOW = "danger_now"
DANGER_TODAY = "danger_today"
SUPPLEMENT_MG = "supplement_mg"
MEDICINES = "medicines"
AGE = "age"
SEX = "sex"
PREGNANCY = "pregnancy"
KIDNEY = "kidney"
CONDITIONS = "conditions"
SEE_DOCTOR = "see_doctor"
TRIGGERS = "triggers"
FOOD_MG = "food_mg"
BOWEL = "bowel"
STOMACH = "stomach"
ROUTE = "route"

MAGNESIUM_PRODUCT = "magnesium_product"
"""The medicine row of antacids, laxatives and other products with magnesium."""

UPPER_LIMIT = "upper_limit"
REFERENCE_INTAKE = "reference_intake"
ROOM = "room"

QUANTITY_NEEDS: Mapping[str, tuple[str, ...]] = {
    UPPER_LIMIT: (),
    REFERENCE_INTAKE: (AGE, SEX),
    ROOM: (SUPPLEMENT_MG, AGE),
}
"""The questions that each computed quantity follows from."""
