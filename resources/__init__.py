"""Data shipped with magdesk: knowledge, guide texts, icons and themes."""
