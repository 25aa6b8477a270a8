"""Pages of a person's own account that allauth has not."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


@login_required
def second_step(request: HttpRequest) -> HttpResponse:
    """Lead somebody with a role at the desk to a second step; everybody else goes on to their account."""
    if request.user.is_authenticated and request.user.lacks_second_step:
        return render(request, "people/second_step.html")
    return redirect("mfa_index")
