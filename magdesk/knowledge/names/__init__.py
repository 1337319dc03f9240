"""Names of forms and medicines as people write them, and how near two of them are."""
