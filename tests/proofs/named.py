"""What the properties name: written as the contract has it, never taken from the data.

A limit that is moved in the data, or a candidate that is taken away, breaks a proof.
"""

from __future__ import annotations

from collections.abc import Mapping

from magdesk.knowledge.records import Region

CANDIDATES = ("glycinate", "citrate", "malate", "taurate", "chloride_topical")
ORAL = ("glycinate", "citrate", "malate", "taurate")
LIMITS: Mapping[Region, int] = {"us": 350, "eu": 250, "uk": 400}
OLDER, OLDER_LIMIT = 65, 250
KIDNEY_RISKS = ("diabetes", "high_blood_pressure", "heart_failure", "kidney_family")
KIDNEY_MEDICINES = ("nsaid", "ace_arb", "ace_spaced")
FERTILE = (12, 55)
"""Ages at which women are asked about pregnancy."""
NEUTRAL: Mapping[str, str] = {
    "symptom": "restless_legs",
    "duration": "under_2_weeks",
    "sex": "female",
    "pregnancy": "no",
    "kidney": "tested_normal",
    "bowel": "normal",
    "stomach": "normal",
    "route": "any",
}
"""The choice that others are compared with; ``none`` where a question takes several."""
