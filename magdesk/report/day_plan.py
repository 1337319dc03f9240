"""A day's plan as the JSON object of the command line."""

from __future__ import annotations

from typing import Any

import msgspec

from magdesk.planner.day import clock
from magdesk.planner.plan import Plan


def plan_json(plan: Plan) -> str:
    """One indented JSON object, keys in the order of the contract."""
    return msgspec.json.format(msgspec.json.encode(plan_object(plan)), indent=2).decode() + "\n"


def plan_object(plan: Plan) -> dict[str, Any]:
    """The plan as plain JSON values."""
    return {
        "possible": plan.possible,
        "times": [clock(time) for time in plan.times],
        "with_meal": plan.with_meal,
        "margin_min": plan.margins,
        "blocked_by": [
            {"medicine": dose.medicine, "time": clock(dose.minute)} for dose in plan.blocked_by
        ],
        "ask": plan.ask,
    }
