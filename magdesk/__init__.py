"""magdesk: compare forms of magnesium, read about them, and be guided safely."""

__version__ = "0.2.0"
