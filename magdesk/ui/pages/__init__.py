"""The pages; none knows another, what goes between them the shell connects."""
