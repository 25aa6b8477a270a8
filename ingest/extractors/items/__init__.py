"""What recommendations and findings have in common: drafts of items, series of them, repeats."""
