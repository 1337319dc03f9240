"""Magnesium from food, on the page *Label*."""
