"""Which rules fire for a sheet of answers, in three-valued logic: unknown is never fine."""
