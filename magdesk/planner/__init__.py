"""A day of medicines and magnesium that keeps every gap, or what stands in the way."""
