"""The page *Evidence*: which form was tested for what, and what to expect."""
