"""A pack's content for tests of what is made of it: everything that a pack can hold, invented."""

from dataclasses import replace
from typing import Any

from packs.bank import help_lines, language_advice
from packs.content import (
    Citation,
    Event,
    PackContent,
    Part,
    Quotation,
    ReviewCard,
    Section,
    Source,
    Timeline,
)

TAM = "Child Tam – Ambermoor, LCSPR"
AMARA = "Amara – Thornley Vale, LCSPR"
SITE = "https://crossread.example"


def citation(words: str = "", anchor: str = "abc123def456") -> Citation:
    usual = "Ambermoor Safeguarding Children Partnership (2023), Child Tam, finding 3, para 4.2, p. 12"
    return Citation(words or usual, f"{SITE}/items/{anchor}/")


def quotation(text: str = "", **fields: Any) -> Quotation:
    usual = (
        "When Tam’s name came off the school’s roll, each service believed that another was seeing him. "
        "The school nurse asked twice where he was being taught, and was told that it was in hand."
    )
    values = {"item": "Finding 3", "kind": "finding", "review": TAM, "citation": citation(), "page": 12, **fields}
    return Quotation(text=text or usual, paragraph="4.2", **values)


def timeline(shown: int = 4, number: int = 7) -> Timeline:
    told = (
        ("September 2020", "2020-09-01", "Tam’s mother tells the school that she will teach him at home."),
        ("12 October 2020", "2020-10-12", "The name comes off the roll. The school writes to the council."),
        ("spring 2021", "2021-03-20", "A neighbour rings about a boy who is seen at the window during school hours."),
        ("4 May 2021", "2021-05-04", "The health visitor sees Tam’s sister. Tam is said to be asleep."),
        ("November 2021", "2021-11-01", "Two dental appointments pass. A letter asks the family to book again."),
        ("January to March 2022", "2022-01-01", "The family moves. The new address reaches the GP in April."),
        ("9 June 2022", "2022-06-09", "Tam is taken to hospital, where he is found to be very underweight."),
    )  # fmt: skip
    events = tuple(
        Event(date, text, citation(anchor=f"event{place}"), anchor=f"event{place}", earliest=earliest,
              is_vague=not date[0].isdigit())
        for place, (date, earliest, text) in enumerate(told[:number])
    )  # fmt: skip
    return Timeline(TAM, events, citation("Ambermoor Safeguarding Children Partnership (2023), Child Tam"), shown)


def sections() -> tuple[Section, ...]:
    """A workshop of 45 minutes with one of everything."""
    rules = "What we read today happened to a child, an adult, a family.\nYou can leave the room at any time."
    advised = quotation(
        "The record says that the mother failed to engage, and that the appointments were DNA’d.",
        item="Learning point 2", review=AMARA, is_checked=True,
        citation=citation("Thornley Vale Safeguarding Children Partnership (2025), Amara, learning point 2, p. 8"),
        advice=tuple(("failed to engage", one) for one in language_advice() if "failed to engage" in one.terms),
    )  # fmt: skip
    recommended = quotation(
        "The partnership should make sure that a child who leaves a school’s roll is seen by somebody within ten days.",
        item="Recommendation 1", kind="recommendation", who="the partnership and its schools",
    )  # fmt: skip
    card = ReviewCard(
        AMARA, "Local child safeguarding practice review: Amara",
        (("Kind of review", "Local child safeguarding practice review (LCSPR)"), ("Published", "March 2025"),
         ("About", "Amara, child, age: 7 weeks."), ("Outcome", "Death")),
        "This review describes how a child died.", ("Neglect", "Children missing education"),
        citation("Thornley Vale Safeguarding Children Partnership (2025), Amara"),
    )  # fmt: skip
    return (
        Section("Welcome", (
            Part("a1", "text", title="Before we begin", text=rules, note="Say where you can be found afterwards."),
            Part("a2", "aim", text="Describe what neglect means for one child’s day."),
            Part("a3", "aim", text="Treat a child’s absence from education as a question about safety."),
        ), minutes=5, key="s1"),
        Section("What happened", (
            Part("b1", "timeline", timeline=timeline(), text="What would you do next? What more would you ask?",
                 note="Stop before the ending.", minutes=15, content_note="Describes neglect"),
            Part("b2", "review", review=card),
        ), key="s2"),
        Section("What reviews found", (
            Part("c1", "quotation", quotation=quotation(), minutes=5, note="Read it aloud."),
            Part("c2", "quotation", quotation=advised, content_note="Describes neglect", is_graphic=True),
            Part("c3", "quotation", gone="“Child K – Northolm, SCR” was here. It was withdrawn on 3 June 2024."),
            Part("c4", "question", text="On the day when the child left the roll, who could still see them each week?"),
            Part("c5", "text", title="What the school did next", text="They rang, and went.", is_reveal=True),
        ), note="One quotation at a time.", minutes=15, key="s3"),
        Section("What we take with us", (
            Part("d1", "quotation", quotation=recommended),
            Part("d2", "help", title="If it stays with you", help_lines=help_lines("england")),
            Part("d3", "evaluation", title="What did you make of this session?",
                 text="This was useful for my work.\nI know what I will do differently.\n\nWhat will stay with you?"),
        ), minutes=10, key="s4"),
    )  # fmt: skip


def source(name: str = TAM, **fields: Any) -> Source:
    values: dict[str, Any] = {
        "title": "Local child safeguarding practice review: Child Tam",
        "kind": "Local child safeguarding practice review (LCSPR)",
        "partnership": "Ambermoor Safeguarding Children Partnership", "area": "Ambermoor", "nation": "England",
        "published": "May 2023", "address": f"{SITE}/reviews/tam-ambermoor/", "publisher": "https://publisher.example/tam",
        "citation": "Ambermoor Safeguarding Children Partnership (2023), Child Tam",
        "used_as": ("Timeline", "Finding 3, paragraph 4.2, page 12"), **fields,
    }  # fmt: skip
    return Source(name=name, **values)


def content(**fields: Any) -> PackContent:
    """A pack with everything in it, but for what `fields` say."""
    amara = source(
        AMARA, address=f"{SITE}/reviews/amara/", publisher="", used_as=("Review", "Learning point 2, page 8"),
        citation="Thornley Vale Safeguarding Children Partnership (2025), Amara",
    )  # fmt: skip
    whole = PackContent(
        name="Neglect and children missing education", shape="workshop", shape_name="60-minute workshop",
        audience="school", audience_name="School staff", maker="Tariq Trainer", made_on="21 November 2026",
        address=f"{SITE}/packs/k3y/", sections=sections(), sources=(source(), amara),
        explained=(("LCSPR", "Local child safeguarding practice review: looks at how services worked together."),),
        help_lines=help_lines("england"), is_fictional=True,
    )  # fmt: skip
    return replace(whole, **fields)
