"""Which themes of the codebook a text or a whole review is about, with the words that show it."""

from ingest.extractors.themes.mentions import Context, mentions, review_themes

__all__ = ["Context", "mentions", "review_themes"]
