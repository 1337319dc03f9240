"""The page *Label*: what is in a product, all products as one sum, and food beside it."""
