"""What the grids of forms have in common: rows, declared columns, cells of evidence, measures."""
