"""The page *How safe is this?*: what is proven, what was counted, what could go wrong."""
