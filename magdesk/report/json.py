"""An advice as the JSON object of the command line."""

from __future__ import annotations

from typing import Any

import msgspec

from magdesk.advice.advice import Advice, Amount, Change, FiredRule, Option, Spacing


def advice_json(advice: Advice) -> str:
    """One indented JSON object, keys in the order of the contract."""
    return msgspec.json.format(msgspec.json.encode(advice_object(advice)), indent=2).decode() + "\n"


def advice_object(advice: Advice) -> dict[str, Any]:
    """The advice as plain JSON values."""
    return {
        "complete": advice.complete,
        "missing": advice.missing,
        "level": advice.level,
        "stop": advice.stop,
        "rules": [_rule(rule) for rule in advice.rules],
        "options": [_option(option) for option in advice.options],
        "amount": None if advice.amount is None else _amount(advice.amount),
        "spacing": [_spacing(gap) for gap in advice.spacing],
        "first_steps": [f"{step.title}: {step.text}" for step in advice.first_steps],
        "watch": [sign.text for sign in advice.watch],
        "ask": advice.ask,
        "summary": [{"part": line.part, "text": line.text} for line in advice.summary],
        "would_change": [_change(change) for change in advice.would_change],
        "content": {
            "version": advice.content.version,
            "reviewed": advice.content.reviewed.isoformat(),
        },
    }


def _rule(rule: FiredRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "level": rule.level,
        "stop": rule.stop,
        "because": rule.because,
        "sources": rule.sources,
        "unknown": rule.unknown,
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "form": option.form,
        "points": option.points,
        "for": [reason.text for reason in option.in_favour],
        "against": [reason.text for reason in option.against],
        "evidence": option.evidence,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {
        "start_mg": amount.start_mg,
        "max_mg": amount.max_mg,
        "limit_mg": _plain(amount.limit_mg),
        "already_mg": amount.already_mg,
        "region": amount.region,
        "review_weeks": amount.review_weeks,
    }


def _spacing(gap: Spacing) -> dict[str, Any]:
    return {
        "medicine": gap.medicine,
        "before_h": gap.before_h,
        "after_h": gap.after_h,
        "note": gap.note,
    }


def _change(change: Change) -> dict[str, Any]:
    return {"if": {change.question: change.answer}, "level": change.level, "stop": change.stop}


def _plain(number: float) -> float | int:
    """Whole numbers without a decimal point."""
    return int(number) if float(number).is_integer() else number
