"""Plain text and Markdown, written as such or scraped from a report's pages: lines → blocks."""
