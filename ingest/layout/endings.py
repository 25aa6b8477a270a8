"""How a text ends: like a sentence, like something complete, or in the middle."""

_CLOSERS = "\"'”’)]*"
_STOPS = frozenset(".?!…")
_ENDS = frozenset(".?!…:;")


def is_finished(text: str) -> bool:
    """Return whether a text ends like a sentence, a list's entry or an announcement, signs of closing apart."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS if text else False


def ends_sentence(text: str) -> bool:
    """Return whether a text ends like a sentence or an announcement, signs of closing apart."""
    last = text.rstrip(_CLOSERS)[-1:] if text else ""
    return last in _STOPS or last == ":"
