"""Who may browse without signing in."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase

# What anybody needs before they can sign in, and what machines ask for.
ALWAYS_OPEN = (
    "/accounts/", "/static/", "/healthz", "/readyz", "/robots.txt", "/favicon.ico",
    "/help/", "/about/", "/accessibility/", "/settings/",
    # Feed readers cannot sign in: the address of a saved search's feed is its key.
    "/saved/feeds/",
)  # fmt: skip

# Every view of the desk asks who comes, and keeps what somebody typed while their session ended (desk.access).
GUARDED_BY_THEIR_VIEWS = "/desk/"


class BrowsingMiddleware:
    """Sends people who are not signed in to the sign-in page, unless PUBLIC_BROWSING is on.

    This guards whole pages; what stands on a page is decided by `visible_to(user)` in the querysets.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the page, or the way to the sign-in page."""
        if settings.PUBLIC_BROWSING or request.user.is_authenticated or request.path.startswith(ALWAYS_OPEN):
            return self.get_response(request)
        if request.path.startswith(GUARDED_BY_THEIR_VIEWS):
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponse("Sign in first.", status=403, content_type="text/plain")
        return redirect_to_login(request.get_full_path())
