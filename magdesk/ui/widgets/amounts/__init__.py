"""Amounts: typed, shown, and against their limits."""
