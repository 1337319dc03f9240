"""One person's answers as they are typed and ticked, shared by every page that asks."""
