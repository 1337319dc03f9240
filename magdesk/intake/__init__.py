"""What a label or a plate holds: elemental magnesium, summed against the limits."""
