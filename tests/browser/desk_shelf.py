"""What lies on the desk for the browser's tests: something in every state, and the pages that show it."""

from django.urls import reverse
from django.utils import timezone

from ingest.models import Intake, IntakeState
from people.models import User
from reviews.models import Decision, Document, Edition, Problem, Review
from reviews.privacy.listing import look_again
from reviews.problems import report
from tests.browser.library import Library
from tests.factories import make_document, make_passage

CHANGES = {
    "new": [{"kind": "finding", "label": "F3", "after": "Nobody asked about the house."}],
    "gone": [{"kind": "event", "label": "2.4", "before": "In May 2019 the family moved.", "anchor": "0" * 12}],
    "changed": [
        {"kind": "recommendation", "label": "1", "before": "Ask again.", "after": "Ask again within a week.",
         "anchor": "1" * 12, "kept": True}
    ],
    "same": 41, "confirmed": 12,
}  # fmt: skip


def files_that_wait(editor: User, library: Library) -> dict[str, str]:
    """Return the pages of a file that asks, of one that waits to be put in place, and of an edition."""
    beside = library.document
    offer = {"document": beside.pk, "role": "overview", "changes": CHANGES, "review": beside.review_id}
    asks = {"kin": "edition", "why": "About 93% of its words are the same."}
    given = {"size": 5, "held_by": library.partnership, "received_from": editor}
    make = Intake.objects.create
    asking = make(name="asks.pdf", sha256="6" * 64, state=IntakeState.ASKS, offer={**offer, **asks}, **given)
    held = make(name="held.pdf", sha256="7" * 64, state=IntakeState.HELD, offer={**offer, "kin": "edition"}, **given)
    old = make_document(library.review, name="first-edition.pdf", gives_items=False)
    Document.objects.filter(pk=old.pk).update(replaced_by=beside)
    edition = Edition.objects.create(
        review=library.review, document=beside, replaced=old, made_by=editor, changes=CHANGES
    )
    return {
        "asks": reverse("desk:answer", args=[asking.pk]),
        "held": reverse("desk:answer", args=[held.pk]),
        "edition": reverse("desk:edition", args=[edition.pk]),
    }


def privacy_check(draft: Review) -> str:
    """Return the page of a privacy check with words in every state."""
    make_passage("The nurse, Jo Farrow, wrote to Ros Tarrant at 14 Mill Lane in May.", review=draft)
    look_again(draft)
    draft.private_words.filter(words="Ros Tarrant").update(decision=Decision.HIDDEN)
    draft.private_words.filter(words="Jo Farrow").update(decision=Decision.FINE)
    return reverse("desk:privacy", args=[draft.slug])


def reports(library: Library) -> dict[str, str]:
    """Return the pages of what readers report: the form, the list, an open case and its address, and a request."""
    open_case = report(library.review, None, kind="take_down", words="The family asks for this.", name="An aunt")
    answered = report(library.review, library.finding, kind="wrong", words="The page says otherwise.")
    Problem.objects.filter(pk=answered.pk).update(answer="You are right.", answered_at=timezone.now())
    return {
        "report-form": reverse("report_item", args=[library.finding.anchor]),
        "report-status": answered.get_absolute_url(),
        "reports": reverse("desk:problems"),
        "report": reverse("desk:problem", args=[open_case.pk]),
        "request": reverse("desk:request", args=[library.review.slug]),
    }
