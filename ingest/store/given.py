"""Facts that somebody gave with a file → what that person says of the review, which stands before any machine."""

from ingest.models import Intake
from reviews import claims
from reviews.models import Partnership, Review, Visibility

# The columns of a manifest that are claims, under their own names.
CLAIMED = ("title", "kind", "subject", "area", "nation", "authors", "published", "incident")
# Where it comes from and who may see it: nobody claims these, they are set.
SET = {"source": "source_url", "fetched": "fetched_on", "licence": "licence", "visibility": "visibility"}


def write_given(review: Review, intake: Intake) -> str:
    """Write the facts that were given with the file; return a sentence on what could not be, or nothing."""
    given = intake.given
    said = {column: given[column] for column in CLAIMED if column in given}
    if said and intake.received_from:
        claims.person_says(target=review, person=intake.received_from, values=said)
    for column, name in SET.items():
        if column in given:
            setattr(review, name, given[column])
    if "partnership" in given:
        review.partnership = Partnership.objects.filter(key=given["partnership"]).first() or review.partnership
    complaint = ""
    if review.visibility == Visibility.PARTNERSHIP and review.held_by is None:
        review.visibility = Visibility.SIGNED_IN
        complaint = " It could not be kept to one partnership, since none holds it."
    review.save()
    return complaint
