"""What the cover and the opening of a review say: its kind, title, subject, partnership, authors and dates."""
