"""The page to take along: a preview, with a switch for each of its parts."""
