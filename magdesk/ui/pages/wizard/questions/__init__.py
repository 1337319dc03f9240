"""One question a page: choices, medicines, numbers."""
