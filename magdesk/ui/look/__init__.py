"""Colours, icons, sizes of text, words of scales: what everything that is painted stands on."""
