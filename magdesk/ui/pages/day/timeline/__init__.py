"""The drawn day: a lane for meals and sleep, one for each medicine, and one for magnesium."""
