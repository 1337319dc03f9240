"""The interview: answers that are checked, and what to ask next, from the answers alone."""
