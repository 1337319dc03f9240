"""The comparison: a table of the forms over a model and a proxy."""
