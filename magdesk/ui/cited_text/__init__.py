"""Cited texts as they are read: entries with pictures, numbered sources, rich text."""
