"""Small extracted reviews for tests of what becomes of them; the story is made up."""

from typing import Any

from ingest.record import (
    ExtractedAction,
    ExtractedEvent,
    ExtractedFacts,
    ExtractedFinding,
    ExtractedPassage,
    ExtractedPerson,
    ExtractedRecommendation,
    ExtractedReview,
    Place,
    ThemeMention,
)

PARAGRAPHS = tuple(
    f"Paragraph {number} tells how the health visitor and the school of Ambermoor saw the child in week {number * 3}."
    for number in range(40)
)
NEGLECT = ThemeMention("neglect", 2.0, "gap", "chronic neglect")


def facts(**changes):
    given: dict[str, Any] = {
        "title": "Local Child Safeguarding Practice Review: Child Tam",
        "kind": "lcspr",
        "subject": "Child Tam",
    }
    given |= {"area": "Ambermoor", "published": "2021-05", "incident": "2020-11-03", "authors": ("Jo Marsh",)}
    return ExtractedFacts(**(given | {"people": (ExtractedPerson("Child Tam", sex="male"),)} | changes))


def extracted(paragraphs=PARAGRAPHS, *, read_from="pdf", machine="test 1", **parts):
    """Return a review with the given paragraphs; parts replace its recommendations, findings and so on."""
    given = {
        "recommendations": (
            ExtractedRecommendation(
                "The partnership should review how absences are shared.",
                label="1",
                group="Recommendations",
                addressee="The partnership",
                themes=(NEGLECT,),
                place=Place(page=2, passages=(3,)),
            ),
        ),
        "findings": (
            ExtractedFinding("Absences were not seen as a sign of neglect.", label="F1", themes=(NEGLECT,)),
            ExtractedFinding("The school nurse acted well and at once.", kind="good_practice"),
        ),
        "timeline": (ExtractedEvent("In spring 2019 the family moved.", "2019-21", printed="spring 2019"),),
        "actions": (ExtractedAction("Review how absences are shared", steps="Audit", lead="Head of Service"),),
        "themes": (NEGLECT,),
    }
    return ExtractedReview(
        facts=parts.pop("facts", facts()),
        passages=tuple(
            ExtractedPassage("paragraph", text, number=f"1.{number}", page=number // 10 + 1)
            for number, text in enumerate(paragraphs)
        ),
        page_sizes=((595.0, 842.0),) * 4,
        format=read_from,
        machine=machine,
        **(given | parts),
    )
