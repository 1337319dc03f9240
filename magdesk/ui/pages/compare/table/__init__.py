"""The table of the comparison: model, proxy, view, cells and headings."""
