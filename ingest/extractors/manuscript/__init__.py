"""The outline as the extractors of items read it: entries with their sections, labels and announcing lines."""
