"""The page *Day*: times for magnesium that keep every gap to the medicines of a day."""
