"""What a person typed, found among the names of medicines."""
