"""The plan in words: what is drawn, line by line."""
