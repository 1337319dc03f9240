"""The page *Learn*: texts to read, with their sources."""
