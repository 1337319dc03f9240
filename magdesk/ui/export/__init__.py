"""Taking a table out of the window: copied, written to a file, printed."""
