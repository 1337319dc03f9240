"""Which rows are left: the text that is typed, and the chips."""
