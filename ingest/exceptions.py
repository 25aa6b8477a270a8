"""Files that cannot be read, and that no second try will help: the docstring of each class is what the user reads.

`str()` of one is its docstring's sentence, or the message that it was raised with where that says more.
"""

import inspect


class UnreadableDocument(Exception):
    """This file cannot be read as a review: check that it is the right file, and upload it again."""

    def __str__(self) -> str:
        return super().__str__() or inspect.cleandoc(type(self).__doc__ or "")


class UnknownKind(UnreadableDocument):
    """This file is not a PDF, Word (.docx), HTML, Markdown or text document: save it as one of these and upload it."""


class NotAPdf(UnreadableDocument):
    """This file is called a PDF but is not one: open it in the program that made it and save it as a PDF."""


class NotADocx(UnreadableDocument):
    """This file is called a Word document but cannot be opened as one: save it in Word as .docx and upload that."""


class OldWordDocument(UnreadableDocument):
    """This is a Word document in the old format (.doc): save it in Word as .docx or PDF and upload that."""


class HasMacros(UnreadableDocument):
    """This Word document carries macros, which can run programs: save it as .docx without them, and upload that."""


class EmptyFile(UnreadableDocument):
    """This file is empty: check that it was saved or downloaded completely, and upload it again."""


class DamagedFile(UnreadableDocument):
    """This file is damaged or was cut short: download or save it again, and upload that."""


class NeedsPassword(UnreadableDocument):
    """This file is protected by a password or a certificate: save a copy that is not, and upload that."""


class NoTextLayer(UnreadableDocument):
    """This PDF has only pictures of pages, and no text was recognised in them: scan it again, larger or clearer."""


class NoText(UnreadableDocument):
    """This file has no text in it, or only page numbers and headers: check that it is the right file."""


class TookTooLong(UnreadableDocument):
    """This file takes too long to read. Split it into smaller files, or save it as a new PDF, and try again."""


class TooManyPages(UnreadableDocument):
    """This document has more pages than can be read: split it, and upload the parts."""


class TooLarge(UnreadableDocument):
    """This file is larger than can be read: save a smaller copy (for a PDF: with pictures reduced), and upload that."""
