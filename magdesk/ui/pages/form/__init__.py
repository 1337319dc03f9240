"""The detail pane: everything that is known of one form, with its sources."""
