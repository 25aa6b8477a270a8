"""Words that an editor typed while their session ended: kept until they have signed in again.

They are kept in the new session of the same browser, under the address of the form, and shown in the form when its page
is opened next. Saving the form, or leaving them out, forgets them.
"""

from django.http import HttpRequest, QueryDict

SESSION_KEY = "kept_words"
LONGEST = 200_000


def keep_words(request: HttpRequest) -> None:
    """Keep what was sent to this address, but for the token that only the old page had; too much is not kept."""
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    written = sent.urlencode()
    if len(written) <= LONGEST:
        request.session[SESSION_KEY] = {request.path: written}


def kept_words(request: HttpRequest, address: str) -> QueryDict | None:
    """Return what was kept for the form at this address; None where nothing was."""
    written = request.session.get(SESSION_KEY, {}).get(address)
    return QueryDict(written) if written else None


def forget_words(request: HttpRequest) -> None:
    """Forget what was kept."""
    request.session.pop(SESSION_KEY, None)
