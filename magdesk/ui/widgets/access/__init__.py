"""What keyboard and screen reader need: focus, roles, words said, presses held back."""
