"""Figures as they stand in sentences about labels."""

from __future__ import annotations


def number(value: float) -> str:
    """A figure without signs between thousands, with no more decimals than it needs."""
    if value == round(value):
        return f"{value:.0f}"
    if abs(value) >= 10 and abs(value - round(value)) < 0.05:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.3g}"


def unrounded(value: float) -> str:
    """A figure as it was read, with every decimal."""
    return f"{value:.12f}".rstrip("0").rstrip(".")


def milligrams(value: float) -> str:
    """An amount that was computed: no label is more exact than a milligram."""
    return number(float(rounded(value)))


def percent(fraction: float) -> str:
    """A share, with one decimal where it has one."""
    return f"{100 * fraction:.1f}".removesuffix(".0")


def rounded(value: float) -> float:
    """Computed mg as they are told: whole from 10 on, else with one decimal."""
    return float(round(value)) if abs(value) >= 10 else round(value, 1)
