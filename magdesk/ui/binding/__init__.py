"""The binding of Qt, imported without what only its error messages need."""
