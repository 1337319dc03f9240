"""Computed amounts, as this computer writes numbers."""

from __future__ import annotations

from magdesk.intake.shown_figures import rounded
from magdesk.ui.widgets.amounts.shown_number import shown_number


def shown_mg(value: float) -> str:
    """Computed mg as they are told: whole from 10 on, below with one decimal."""
    return shown_number(rounded(value))
