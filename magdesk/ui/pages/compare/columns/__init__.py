"""Which columns the table shows, how wide and in which order, and how a person chooses them."""
