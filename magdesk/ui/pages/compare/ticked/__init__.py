"""Forms that are ticked, and what can be done with them."""
