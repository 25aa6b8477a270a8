"""People: administrators invite them, give them roles and partnerships, and close their accounts."""

from smtplib import SMTPException
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView, ListView, View

from desk.access import AdministratorMixin
from desk.forms.people import InvitationForm, PeopleFilterForm, PersonForm
from people import accounts
from people.models import User
from people.roles import Role


class PeopleView(AdministratorMixin, ListView[User]):
    """Everybody who has an account."""

    template_name = "desk/people.html"
    context_object_name = "people"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """Return the people that are asked for, by name."""
        self.filters = PeopleFilterForm(self.request.GET)
        self.filters.is_valid()
        return User.objects.with_words(self.filters.cleaned_data["words"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the list with its filter."""
        query = self.request.GET.copy()
        query.pop("page", None)
        return super().get_context_data(form=self.filters, query=query.urlencode(), **kwargs)


class InviteView(AdministratorMixin, FormView[InvitationForm]):
    """Makes an account and sends the way to it."""

    template_name = "desk/invite.html"
    form_class = InvitationForm

    def form_valid(self, form: InvitationForm) -> HttpResponse:
        """Make the account, send the invitation, and show the person."""
        said = form.cleaned_data
        person = accounts.invite(
            email=said["email"], name=said["name"], role=Role(said["role"]), partnerships=said["partnerships"],
            by=self.person,
        )  # fmt: skip
        _send(self.request, person, by=self.person)
        return redirect("desk:person", pk=person.pk)


class PersonView(AdministratorMixin, FormView[PersonForm]):
    """One person: what they may do, and what can be done about their account."""

    template_name = "desk/person.html"
    form_class = PersonForm

    def get_initial(self) -> dict[str, Any]:
        """Return what stands."""
        who = self.who
        return {"name": who.name, "role": accounts.role_of(who), "partnerships": who.partnerships.all()}

    @property
    def who(self) -> User:
        """The person that the page is about."""
        return get_object_or_404(User.objects.for_lists(), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with the person that it is about."""
        return super().get_context_data(who=self.who, **kwargs)

    def form_valid(self, form: PersonForm) -> HttpResponse:
        """Change what the person may do, or say why that cannot be."""
        who, said = self.who, form.cleaned_data
        try:
            accounts.change(
                who, name=said["name"], role=Role(said["role"]), partnerships=said["partnerships"], by=self.person
            )
        except accounts.LastAdministrator as refusal:
            form.add_error("role", str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, f"{said['name']} is changed.")
        return redirect("desk:person", pk=who.pk)


class AccountView(AdministratorMixin, View):
    """An act on somebody's account, by its name in the address."""

    def post(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        """Do it, say what was done, and go back to the person."""
        who = get_object_or_404(User, pk=pk)
        try:
            getattr(self, f"_{act}")(who)
        except accounts.LastAdministrator as refusal:
            messages.error(request, str(refusal))
        return redirect(reverse("desk:person", args=[pk]))

    def _invite(self, who: User) -> None:
        _send(self.request, who, by=self.person)

    def _close(self, who: User) -> None:
        accounts.close(who, by=self.person)
        messages.success(self.request, f"The account of {who} is closed. What they did stays.")

    def _open(self, who: User) -> None:
        accounts.open_again(who, by=self.person)
        messages.success(self.request, f"{who} can sign in again.")

    def _reset(self, who: User) -> None:
        accounts.reset_second_step(who, by=self.person)
        messages.success(self.request, f"{who} adds a new second step at the next sign-in.")


def _send(request: HttpRequest, person: User, *, by: User) -> None:
    """Send the invitation and say so; mail that cannot be sent is no reason to lose the account."""
    try:
        accounts.send_invitation(person, by=by)
    except (OSError, SMTPException):
        messages.error(
            request, f"The account is there, but no mail could be sent to {person.email}. Send it again later."
        )
    else:
        messages.success(request, f"An invitation is on its way to {person.email}.")
