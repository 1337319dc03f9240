"""A sheet without any sign, condition or medicine."""

from __future__ import annotations

CALM: dict[str, object] = {
    "danger_now": ["none"],
    "danger_today": ["none"],
    "see_doctor": ["none"],
    "symptom": "soreness",
    "duration": "under_2_weeks",
    "triggers": ["none"],
    "age": 40,
    "sex": "male",
    "kidney": "tested_normal",
    "conditions": ["none"],
    "medicines": ["none"],
    "supplement_mg": 0,
    "food_mg": "not_sure",
    "bowel": "normal",
    "stomach": "normal",
    "route": "any",
}
