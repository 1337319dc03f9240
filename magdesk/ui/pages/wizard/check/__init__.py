"""Every answer in words, before the result."""
