"""HTML pages: what of them is the report, its blocks, its lists and tables, its notes."""
