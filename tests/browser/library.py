"""A small library of fictional reviews with everything that a page can show."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from reviews.alike.store import compare_all
from reviews.models import Document, Item, Partnership, Passage, Review
from tests.factories import (
    make_action,
    make_document,
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_person,
    make_recommendation,
    make_review,
    make_theme,
    make_withdrawn,
)
from tests.reviews.pdfs import pdf_of

CORE = {
    "neglect": "Neglect", "thresholds": "Thresholds", "escalation": "Escalation and challenge",
    "disability": "Children who have disabilities", "cme": "Children missing education",
}  # fmt: skip
NAMES = ("Tam", "Amara", "Ellis", "Ruth", "Mali", "Bryony", "Edwin", "Fraser", "Dylan", "Josie", "Robin", "Asha")
AREAS = ("Ambermoor", "Thornley Vale", "Northolm", "Wexbourne", "Calderwick", "Bro Celydd")


@dataclass(frozen=True)
class Library:
    """What tests ask for by name."""

    partnership: Partnership
    review: Review
    document: Document
    finding: Item
    withdrawn: Review

    @property
    def source(self) -> str:
        """The address of the page that the finding stands on."""
        return reverse("source", args=[self.review.slug, self.document.pk, 2])

    @property
    def addresses(self) -> dict[str, str]:
        """One of each kind of page, by name."""
        return {
            "home": "/",
            "search": "/search/?q=school&theme=neglect",
            "search-other-names": "/search/?q=CME+school&not_area=Northolm&show=passages",
            "search-misspelt": "/search/?q=scholo",
            "search-values": "/search/filters/area/?q=school",
            "review-marked": f"{self.review.get_absolute_url()}?q=school",
            "source-lit": f"{self.source}?q=asked",
            "search-nothing": "/search/?q=school&theme=neglect&year=1999",
            "search-reviews": "/search/?show=reviews",
            "take-away": "/search/take-away/?q=school&theme=neglect",
            "on-paper": "/search/take-away/print/?q=school&theme=neglect",
            "reviews": "/reviews/",
            "answer": "/packs/answer/?q=school&theme=neglect",
            "reviews-alike": f"{self.review.get_absolute_url()}like/",
            "repeated": "/repeated/",
            "review": self.review.get_absolute_url(),
            "timeline": f"{self.review.get_absolute_url()}timeline/",
            "actions": f"{self.review.get_absolute_url()}actions/",
            "text": f"{self.review.get_absolute_url()}text/",
            "source": f"{self.source}?item={self.finding.anchor}",
            "item": self.finding.get_absolute_url(),
            "themes": "/themes/",
            "theme": "/themes/neglect/",
            "themes-laid-over": "/themes/neglect/?with=escalation",
            "insight": "/insight/",
            "compare": f"/timelines/?review={self.review.slug}",
            "coverage": "/coverage/",
            "help": "/help/",
            "about": "/about/",
            "accessibility": "/accessibility/",
            "sign-in": "/accounts/login/",
            "not-found": "/nothing/",
            "withdrawn": self.withdrawn.get_absolute_url(),
        }


def fill_library() -> Library:
    """Store the library and return what tests ask for."""
    for position, (key, label) in enumerate(CORE.items(), start=1):
        theme = make_theme(key, label, position=position)
        theme.is_core = True
        theme.save()
    partnership = make_partnership("Ambermoor Safeguarding Children Partnership", area="Ambermoor")
    reviews = [add_review(number, name) for number, name in enumerate(NAMES)]
    first = reviews[0]
    document = first.documents.get()
    finding = first.items.of_kind("finding").first()
    assert finding is not None
    compare_all()
    return Library(partnership, first, document, finding, make_withdrawn(display_name="Child K – Northolm, SCR"))


def add_review(number: int, name: str) -> Review:
    """One review of two pages, with every kind of item."""
    area = AREAS[number % len(AREAS)]
    keys = [key for place, key in enumerate(CORE) if (place + number) % 2 == 0]
    review = make_review(
        f"{name} – {area}, LCSPR", slug=f"{name.lower()}-{area.lower().replace(' ', '-')}", area=area, themes=keys,
        published=str(2026 - number), outcome="death", subject=name, authors=["Jo Writer"],
        kind=("lcspr", "scr", "sar")[number % 3],
    )  # fmt: skip
    make_person(review, name, age_as_printed="7 years")
    document = make_document(review, content=pdf_of("The school wrote.", "Nobody asked."), pages=2)
    here: dict[str, Any] = {"review": review, "document": document}
    make_passage("What happened", block="heading", level=1, **here)
    text = "The school wrote to the council, and waited."
    passage = make_passage(text, label="1.1", **here)
    Passage.objects.filter(pk=passage.pk).update(note_marks={"of": len(text), "at": [[len(text), "1"]]})
    make_passage("Learning", block="heading", level=2, box=1, page=2, **here)
    make_passage("Ask again when nobody answers.", box=1, page=2, **here)
    make_passage("first", block="list_item", page=2, **here)
    make_passage("second", block="list_item", page=2, **here)
    make_passage("By whom By when", block="table", rows=[["By whom", "By when"], ["Council", "May"]], page=2, **here)
    make_passage("A note below the text.", block="footnote", label="1", page=2, **here)
    boxes = [[2, 72, 730, 240, 756]]
    finding = make_finding(f"The school waited, and nobody asked where {name} was.", label="1", page=2, boxes=boxes,
                           themes=keys, **here)  # fmt: skip
    finding.passages.add(passage)
    make_finding("The nurse asked, and wrote it down.", finding_kind="good_practice", themes=keys[:1], **here)
    make_recommendation("Ask where each child is.", label="1", addressee="The council", themes=keys[:1], **here)
    make_event("The school wrote.", date="2019-03-04", printed="4 March 2019", **here)
    make_event("The family moved.", date="2019-21", printed="spring 2019", **here)
    make_action("Ask each term.", columns={"steps": "Ask each term.", "lead": "Head of service"}, **here)
    return review
