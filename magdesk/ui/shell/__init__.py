"""The window around the pages: the one registry of them, ways between them, keys, and its place."""
