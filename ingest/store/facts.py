"""The facts of a review → its row, its people and agencies, through claims."""

from django.utils.text import slugify

from ingest.models import Intake
from ingest.record import ExtractedFacts, ExtractedPerson, ExtractedReview
from reviews import claims
from reviews.models import Claim, Partnership, Review
from reviews.models.person import AgeBand, Sex, Stated
from reviews.naming import display_name

LONGEST_TITLE = 500


def new_review(facts: ExtractedFacts, intake: Intake) -> Review:
    """Return a new draft with an address of its own; its facts are written by `write_facts`."""
    title = facts.title[:LONGEST_TITLE] or intake.name
    name = display_name(
        subject=facts.subject or "",
        area=facts.area or "",
        kind=facts.kind,
        published=facts.published or "",
        title=title,
    )
    return Review.objects.create(
        slug=_free_slug(name), title=title, display_name=name, kind=facts.kind,
        created_by=intake.received_from, held_by=intake.held_by,
    )  # fmt: skip


def write_facts(review: Review, extracted: ExtractedReview) -> None:
    """Replace what the machine said of the review by what it says now, and show what stands."""
    now = extracted.facts
    Claim.objects.filter(review=review).by_machine().standing().withdraw()
    Claim.objects.create(review=review, machine_version=extracted.machine, values=_values(now, review.title))
    claims.show(review)
    _join_partnership(review)


def _values(facts: ExtractedFacts, title: str) -> dict[str, object]:
    """Return what the machine claims; where it found no title the review keeps the one it has, its file's name."""
    return {
        "title": facts.title[:LONGEST_TITLE] or title,
        "kind": facts.kind,
        "nation": facts.nation or "",
        "subject": (facts.subject or "")[:120],
        "partnership_as_printed": (facts.partnership or "")[:250],
        "area": (facts.area or "")[:120],
        "authors": [author[:150] for author in facts.authors],
        "published": facts.published or "",
        "period": facts.period or "",
        "incident": facts.incident or "",
        "outcome": facts.outcome or "",
        "people": _people(facts.people),
    }


def _join_partnership(review: Review) -> None:
    """Tie the review to the partnership of the register that it names; unsure means none."""
    found = Partnership.objects.find(review.partnership_as_printed, review.area)
    if review.partnership is None and found is not None:
        review.partnership = found
        review.nation = review.nation or found.nation
        review.save(update_fields=["partnership", "nation"])


def _people(people: tuple[ExtractedPerson, ...]) -> list[dict[str, str]]:
    """Return what the machine claims of each person."""
    return [
        {
            "name": person.name[:120],
            "role": person.role,
            "age_as_printed": (person.age or "")[:80],
            "age_band": AgeBand.NOT_EXTRACTED.value,
            "sex": person.sex if person.sex in Sex.values else Sex.NOT_EXTRACTED.value,
            "ethnicity": (person.ethnicity or "")[:120],
            "ethnicity_is": _stated(person.ethnicity),
            "disability": (person.disability or "")[:250],
            "disability_is": _stated(person.disability),
        }
        for person in {person.name[:120]: person for person in people}.values()
    ]


def _stated(value: str | None) -> str:
    return Stated.STATED.value if value else Stated.NOT_EXTRACTED.value


def _free_slug(name: str) -> str:
    """Return an address that no review has: the name's, or with the next free number after it."""
    base = slugify(name)[:120] or "review"
    taken = set(Review.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(f"{base}-{number}" for number in range(2, len(taken) + 3) if f"{base}-{number}" not in taken)
