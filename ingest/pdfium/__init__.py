"""PDF → pages by PDFium: its raw text interface and its path objects, a page at a time.

PDFium is not safe to use from two threads, nor from two documents in two threads: one process, one document.
"""

from ingest.pdfium.pages import read_pages

__all__ = ["read_pages"]
