"""Answers to choose from: groups with a heading, lines that unfold, chips that can be taken out."""
