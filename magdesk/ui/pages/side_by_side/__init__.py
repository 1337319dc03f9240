"""Two to four forms beside one another, their attributes as rows."""
