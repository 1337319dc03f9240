"""The page *Counter*: every question at once, for who answers while the customer speaks."""
