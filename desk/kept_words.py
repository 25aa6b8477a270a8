"""Words that an editor typed while their session ended: kept until they have signed in again.

They are kept in the new session of the same browser, under the address of the form, and shown when they have signed in:
by the checking page in its own form, for every other form of the desk on a page of their own (desk.views.unsaved).
Saving the form, or leaving them out, forgets them.
"""

from django.http import HttpRequest, QueryDict

from reviews.typed_words import typed_words

SESSION_KEY = "kept_words"
# What the page of kept words sends along, so that they are forgotten.
SENT_AGAIN = "sent_again"
LONGEST = 200_000


def keep_words(request: HttpRequest) -> None:
    """Keep what was sent to this address, but for the token that only the old page had; too much is not kept."""
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    written = sent.urlencode()
    if len(written) <= LONGEST:
        request.session[SESSION_KEY] = {request.path: (request.get_full_path(), written)}


def has_words(request: HttpRequest) -> bool:
    """Return whether what was sent holds anything that somebody typed or chose."""
    return bool(typed_words(request.POST))


def kept_forms(request: HttpRequest) -> dict[str, QueryDict]:
    """Return everything that was kept, by the address of its form."""
    return {address: QueryDict(written) for address, written in request.session.get(SESSION_KEY, {}).values()}


def kept_words(request: HttpRequest, address: str) -> QueryDict | None:
    """Return what was kept for the form at this address; None where nothing was."""
    _, written = request.session.get(SESSION_KEY, {}).get(address, ("", ""))
    return QueryDict(written) if written else None


def forget_words(request: HttpRequest) -> None:
    """Forget what was kept."""
    request.session.pop(SESSION_KEY, None)
