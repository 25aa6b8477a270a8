"""What each ready-made shape of pack is made of: its sections with their timings, and how much goes into each.

No database, no Django: `packs.drafting` fills a shape with what a theme or a search gives.
"""

from dataclasses import dataclass

# What a slot of a section is filled with.
AIMS = "aims"
GROUND_RULES = "ground_rules"
HELP = "help"
TIMELINE = "timeline"
REVIEWS = "reviews"
FINDINGS = "findings"
GOOD_PRACTICE = "good_practice"
RECOMMENDATIONS = "recommendations"
QUESTIONS = "questions"
TEXT = "text"
EVALUATION = "evaluation"


@dataclass(frozen=True)
class Slot:
    """A place to fill: with what, with how many, and words that stand in it."""

    filled_with: str
    most: int = 1
    title: str = ""
    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class PlannedSection:
    """A section of a shape, its minutes, and its slots in order."""

    title: str
    minutes: int | None
    slots: tuple[Slot, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class PlannedShape:
    """A shape: what it is for, and its sections."""

    key: str
    purpose: str
    sections: tuple[PlannedSection, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(section.minutes or 0 for section in self.sections)


GROUND = Slot(
    GROUND_RULES,
    title="Before we begin",
    text=(
        "What we read today happened to a child, an adult, a family. Some of it is hard to hear.\n"
        "You can leave the room at any time, without saying why. Come and go as you need.\n"
        "We ask how things came about, and what we can learn. We do not ask who is to blame.\n"
        "What people say of their own lives and work stays here."
    ),
    note="Say where you can be found afterwards. Name one person in the room whom people can turn to.",
)
STILL_WITH_YOU = Slot(HELP, title="If it stays with you", note="Leave this up while people go.")
PROMISE = Slot(
    TEXT,
    title="One thing",
    text=(
        "One thing that I will do differently, and by when.\n"
        "One thing that I will take to my team.\n"
        "One thing that I want to ask or say to another agency."
    ),
    note="Two minutes alone and in writing; then each says one aloud who wants to.",
)

WORKSHOP = PlannedShape(
    "workshop",
    "An hour with a group: what happened, what was found, what we do.",
    (
        PlannedSection("Welcome", 5, (GROUND, Slot(AIMS, 3))),
        PlannedSection(
            "What happened", 15,
            (Slot(TIMELINE, 1, text="What would you do next? What more would you want to know, and from whom?",
                  note="Stop before the ending. Two minutes in pairs, then hear three answers. Only then go on."),),
        ),
        PlannedSection(
            "What reviews found", 15, (Slot(FINDINGS, 5), Slot(GOOD_PRACTICE, 1)),
            note="One quotation at a time, read aloud by somebody who wants to. Let it be quiet afterwards.",
        ),
        PlannedSection("In our own work", 15, (Slot(QUESTIONS, 3),),
                       note="Small groups, one question each; then one sentence from each group."),
        PlannedSection("What we take with us", 10,
                       (Slot(RECOMMENDATIONS, 3), PROMISE, STILL_WITH_YOU, Slot(EVALUATION))),
    ),
)  # fmt: skip

BRIEFING = PlannedShape(
    "briefing",
    "One page to read in a team meeting, with questions to talk about.",
    (
        PlannedSection("1. Why this matters", 1, (Slot(AIMS, 1),)),
        PlannedSection("2. The reviews", 1, (Slot(REVIEWS, 2),)),
        PlannedSection("3. What was found", 1, (Slot(FINDINGS, 2),)),
        PlannedSection("4. What helped", 1, (Slot(GOOD_PRACTICE, 1),)),
        PlannedSection("5. What was recommended", 1, (Slot(RECOMMENDATIONS, 2),)),
        PlannedSection("6. Talk about it", 1, (Slot(QUESTIONS, 3),)),
        PlannedSection("7. What we will do", 1,
                       (Slot(TEXT, text="We will …, by …\nWho will look at whether it has helped, and when?"),
                        Slot(HELP))),
    ),
)  # fmt: skip

HALF_DAY = PlannedShape(
    "half_day",
    "Three and a half hours: two stories, what many reviews found, and a plan.",
    (
        PlannedSection("Welcome", 20, (GROUND, Slot(AIMS, 4))),
        PlannedSection(
            "The first story", 40,
            (Slot(REVIEWS, 1), Slot(TIMELINE, 1, text="What would you do next? What would you want to know?",
                                    note="Stop before the ending. Five minutes in pairs.")),
        ),
        PlannedSection("What was found", 35, (Slot(FINDINGS, 6), Slot(QUESTIONS, 2))),
        PlannedSection("Break", 15),
        PlannedSection(
            "The second story", 40,
            (Slot(REVIEWS, 1),
             Slot(TIMELINE, 1, text="Where is the turning point? What would have helped you to see it?")),
        ),
        PlannedSection("What helps", 25, (Slot(GOOD_PRACTICE, 3), Slot(QUESTIONS, 3))),
        PlannedSection("What was recommended, and what we do", 25, (Slot(RECOMMENDATIONS, 5), PROMISE)),
        PlannedSection("Close", 10, (STILL_WITH_YOU, Slot(EVALUATION))),
    ),
)  # fmt: skip

HANDOUT = PlannedShape(
    "handout",
    "For people to take away: the words themselves, questions, where to read on.",
    (
        PlannedSection("What this is about", None, (Slot(AIMS, 3),)),
        PlannedSection("What reviews found", None, (Slot(FINDINGS, 6),)),
        PlannedSection("What helped", None, (Slot(GOOD_PRACTICE, 2),)),
        PlannedSection("What was recommended", None, (Slot(RECOMMENDATIONS, 4),)),
        PlannedSection("To think about", None, (Slot(QUESTIONS, 5), Slot(HELP))),
    ),
)

READING_LIST = PlannedShape(
    "reading_list",
    "Reviews to read, with what each is about and one sentence from it.",
    (
        PlannedSection("To read", None, (Slot(REVIEWS, 10),)),
        PlannedSection("If it stays with you", None, (Slot(HELP),)),
    ),
)

FREE = PlannedShape("free", "An empty pack that you put together yourself.", ())

SHAPES = {shape.key: shape for shape in (WORKSHOP, BRIEFING, HALF_DAY, HANDOUT, READING_LIST, FREE)}

EVALUATION_LINES = (
    "This was useful for my work.",
    "It was handled with care for the people it was about, and for us.",
    "I know what I will do differently.",
    "I know where to go with a worry.",
)
EVALUATION_OPEN = ("What will stay with you?", "What was missing, or should be different?")
EVALUATION_SCALE = ("Not at all", "A little", "Mostly", "Fully")
