"""Word documents: the parts of the archive, styles, numbering, runs, tables, and the way through the body."""
