"""Painted parts that two pages or more share."""
