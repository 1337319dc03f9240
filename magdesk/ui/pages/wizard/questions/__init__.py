"""The questions of a page: choices in groups, tiles, numbers."""
