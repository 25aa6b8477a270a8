"""Pages that say what this site is, and the reader's own settings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from reviews.coverage import coverage_of, spread
from reviews.forms import SettingsForm
from reviews.kept_parts import kept_page

A_YEAR = 365 * 24 * 60 * 60


def coverage(request: HttpRequest) -> HttpResponse:
    """Return what is here, so that absence is not read as evidence."""
    return kept_page(
        request,
        "reviews/coverage.html",
        lambda: {"coverage": coverage_of(request.user), "spread": spread(request.user)},
    )


@require_POST
def settings_of_reader(request: HttpRequest) -> HttpResponse:
    """Keep how the reader wants to see the site in a cookie, and go back to where they were."""
    form = SettingsForm(request.POST)
    form.is_valid()
    back = form.cleaned_data["next"]
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = redirect(back if is_ours else "home")
    for name in form.chosen:
        response.set_cookie(
            name, form.cleaned_data[name], max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )
    return response
