"""From what a label says to elemental magnesium, and what is odd about it."""
