"""Layouts of text that wraps, which ask each part for its height once."""
