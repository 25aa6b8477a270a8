"""Questions from the bank, by theme and for those who will be there; and one's own."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import View

from packs.access import EditedPackMixin
from packs.bank import questions
from packs.collecting import NewEntry, collect
from packs.forms.questions import BankForm, QuestionsForm
from packs.models import EntryKind, OwnQuestion
from packs.said import say
from reviews.models import Tagging, Theme


class QuestionsView(EditedPackMixin, View):
    """The bank."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return the questions of a theme."""
        return self._page(QuestionsForm(offered=self._offered()))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Add those that were chosen, and go to them."""
        form = QuestionsForm(request.POST, offered=self._offered())
        if not form.is_valid():
            return self._page(form)
        if form.cleaned_data["keep"] and form.cleaned_data["own"].strip():
            own = form.cleaned_data["own"].strip()
            OwnQuestion.objects.get_or_create(owner=self.person, text=own, defaults={"theme": self.theme})
        new = [NewEntry(EntryKind.QUESTION, text=text) for text in form.texts]
        rows = collect(self.pack, new, by=self.person, after=request.POST.get("after", ""))
        say(request, self.pack, "Question added." if len(rows) == 1 else f"{len(rows)} questions added.")
        return redirect(f"{self.pack.get_absolute_url()}#{rows[0].fragment}")

    @property
    def theme(self) -> Theme | None:
        """The theme that is asked for; else the one that the pack's items speak of most."""
        form = BankForm(self.request.GET)
        asked = form.cleaned_data["theme"] if form.is_valid() else None
        return asked or self._usual() or Theme.objects.order_by("position").first()

    def _usual(self) -> Theme | None:
        items = self.pack.entries.filter(item__isnull=False).values("item")
        met = Counter(Tagging.objects.shown().filter(item__in=items).values_list("theme", flat=True))
        return Theme.objects.filter(pk=met.most_common(1)[0][0]).first() if met else None

    def _offered(self) -> tuple[str, ...]:
        theme = self.theme
        if theme is None:
            return ()
        shipped = questions().get(theme.key)
        own = OwnQuestion.objects.visible_to(self.person).about(theme.key)
        bank = shipped.for_audience(self.pack.audience) if shipped else ()
        return (*own.values_list("text", flat=True), *(question.text for question in bank))

    def _page(self, form: QuestionsForm) -> HttpResponse:
        theme = self.theme
        context: dict[str, Any] = {
            "pack": self.pack, "form": form, "theme": theme,
            "bank_form": BankForm(initial={"theme": theme.key if theme else ""}),
            "sections": self.pack.entries.in_order().filter(kind=EntryKind.SECTION),
        }  # fmt: skip
        return render(self.request, "packs/questions.html", context)
