"""Pages of follow-up: the board, what is taken away of it, and one recommendation."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView, TemplateView, View

from following.access import may_keep, partnerships_of
from following.board import Board, board_of
from following.forms import BoardForm, FollowUpForm
from following.heirs import follow_up_of
from following.keeping import keep
from following.models import FollowUp
from following.table import HEADING, about, lines
from people.models import User
from reviews.models import Item, ItemKind, Partnership
from reviews.spreadsheets import csv_response, xlsx_response

ROWS_ON_A_PAGE = 30


class PartnershipMixin(LoginRequiredMixin):
    """The partnership whose follow-up is looked at: the one in the address, else the person's first."""

    request: HttpRequest

    @property
    def person(self) -> User:
        """Whoever asks."""
        return self.request.user  # type: ignore[return-value]

    @cached_property
    def form_of_board(self) -> BoardForm:
        """What the address asks."""
        return BoardForm(self.request.GET)

    @cached_property
    def partnerships(self) -> list[Partnership]:
        """The partnerships to choose from."""
        return list(partnerships_of(self.person))

    @cached_property
    def partnership(self) -> Partnership | None:
        """The one that is looked at; None where there is none."""
        wanted = self.form_of_board.partnership_key
        named = [one for one in self.partnerships if one.key == wanted]
        return next(iter(named or self.partnerships), None)

    @cached_property
    def board(self) -> Board | None:
        """The board of that partnership."""
        if self.partnership is None:
            return None
        return board_of(self.partnership, self.person, self.form_of_board.asked, timezone.localdate())


class BoardView(PartnershipMixin, TemplateView):
    """All recommendations of a partnership by how far they are."""

    template_name = "following/board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the board, a page of its rows, and the partnerships to choose from."""
        board = self.board
        page = Paginator(board.rows if board else (), ROWS_ON_A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            board=board, page=page, partnerships=self.partnerships,
            query=board.query if board else "",
            may_keep=board is not None and may_keep(self.person, board.partnership),
            **kwargs,
        )  # fmt: skip


class BoardFileView(PartnershipMixin, View):
    """The rows of the board as a file, for the annual report."""

    def get(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        """Return CSV or Excel. Raises PermissionDenied for people of no partnership."""
        if self.board is None:
            raise PermissionDenied
        name = f"recommendations-{self.board.partnership.key}-{timezone.localdate():%Y-%m-%d}.{kind}"
        rows = lines(self.board)
        if kind == "csv":
            return csv_response(name, HEADING, rows)
        return xlsx_response(name, HEADING, rows, about(self.board, timezone.localdate()))


class FollowUpView(PartnershipMixin, FormView[FollowUpForm]):
    """One recommendation: what the partnership does about it, and what was said of it before."""

    template_name = "following/follow_up.html"
    form_class = FollowUpForm

    @cached_property
    def item(self) -> Item:
        """The recommendation, where this person may read it."""
        items = Item.objects.visible_to(self.person).published().of_kind(ItemKind.RECOMMENDATION).with_details()
        return get_object_or_404(items.with_places(), anchor=self.kwargs["anchor"])

    @cached_property
    def follow_up(self) -> FollowUp | None:
        """What is said of it so far."""
        return follow_up_of(self.item, self.partnership)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Return the page; of a recommendation whose place another took, the way to that one."""
        heir = self.item.superseded_by
        if heir is not None and heir.kind == ItemKind.RECOMMENDATION:
            return redirect("following:item", heir.anchor)
        return super().get(request, *args, **kwargs)

    @cached_property
    def may_keep(self) -> bool:
        """Whether this person writes down what the partnership does."""
        return self.partnership is not None and may_keep(self.person, self.partnership)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form begins with."""
        return {**super().get_form_kwargs(), "instance": self.follow_up}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the recommendation with its action plan and history."""
        return super().get_context_data(
            item=self.item, review=self.item.review, partnership=self.partnership, partnerships=self.partnerships,
            follow_up=self.follow_up, may_keep=self.may_keep,
            is_overdue=self.follow_up is not None and self.follow_up.is_overdue(timezone.localdate()),
            actions=self.item.answered_by.select_related("item").order_by("item__position"),
            changes=self.follow_up.changes.all() if self.follow_up else (),
            **kwargs,
        )  # fmt: skip

    def form_valid(self, form: FollowUpForm) -> HttpResponse:
        """Keep what was said and show it. Raises PermissionDenied for people who do not keep this."""
        if self.partnership is None or not self.may_keep:
            raise PermissionDenied
        keep(self.item, self.partnership, form.cleaned_data, by=self.person)
        messages.success(self.request, "Saved.")
        return redirect(f"{reverse('following:item', args=[self.item.anchor])}?partnership={self.partnership.key}")
