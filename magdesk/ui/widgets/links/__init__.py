"""Links that open in the browser."""
