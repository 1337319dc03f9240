"""Small signs: trials, opinion, where trials point, keys."""
