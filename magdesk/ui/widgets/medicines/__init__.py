"""A medicine as it is typed: the field that finds it, and the line that tells what it is."""
