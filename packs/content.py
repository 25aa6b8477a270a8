"""What a pack shows to one person: frozen, complete, with nothing in it that the person may not see.

`packs.showing` makes it; the pages, the slides and every export only read it. No database here.
"""

from dataclasses import dataclass, field

from packs.bank import Advice, HelpLine

# What a part is called where it has no title of its own.
NAMES = {
    "section": "Section", "aim": "Learning aim", "quotation": "Quotation", "review": "Review", "timeline": "Timeline",
    "picture": "Picture", "text": "Text", "question": "Question", "help": "Help and support",
    "evaluation": "Evaluation form",
}  # fmt: skip
LONGEST_NAME = 60


@dataclass(frozen=True)
class Citation:
    """Where words come from: in words, and as an address on this site."""

    words: str
    address: str


@dataclass(frozen=True)
class Source:
    """One review that a pack draws on, as the list of sources and the CSV give it."""

    name: str
    title: str
    kind: str
    partnership: str
    area: str
    nation: str
    published: str
    address: str
    publisher: str
    citation: str
    used_as: tuple[str, ...]


@dataclass(frozen=True)
class Quotation:
    """A review's own words. `text` has […] where words are left out; `who` is whom a recommendation addresses."""

    text: str
    item: str
    kind: str
    review: str
    citation: Citation
    page: int | None = None
    paragraph: str = ""
    who: str = ""
    is_checked: bool = False
    advice: tuple[tuple[str, Advice], ...] = ()

    @property
    def place(self) -> str:
        """Where it stands in its review: "Finding 3, paragraph 4.2, page 12"."""
        paragraph = f"paragraph {self.paragraph}" if self.paragraph and self.kind != "passage" else ""
        page = f"page {self.page}" if self.page else ""
        return ", ".join(part for part in (self.item, paragraph, page) if part)


@dataclass(frozen=True)
class Event:
    """What happened and when, as the review tells it."""

    date: str
    text: str
    citation: Citation
    anchor: str = ""
    earliest: str = ""
    is_vague: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG without styles or scripts; what it shows in words, and as a table.

    `note` says beside it what it is of, `citation` where it stands on this site.
    """

    svg: str
    alt: str
    rows: tuple[tuple[str, ...], ...] = ()
    header: tuple[str, ...] = ()
    note: str = ""
    citation: Citation | None = None


@dataclass(frozen=True)
class Timeline:
    """A review's events; those after `shown` wait until they are revealed."""

    review: str
    events: tuple[Event, ...]
    citation: Citation
    shown: int
    is_checked: bool = False
    # What is shown at once, to scale and by agency.
    scaled: Picture | None = None

    @property
    def before(self) -> tuple[Event, ...]:
        """The events that are shown at once."""
        return self.events[: self.shown]

    @property
    def after(self) -> tuple[Event, ...]:
        """The ending, which is revealed."""
        return self.events[self.shown :]


@dataclass(frozen=True)
class ReviewCard:
    """A whole review in a few lines."""

    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    describes: str
    themes: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True)
class Part:
    """One entry as it is shown. What stands in it depends on its `kind`, a value of EntryKind.

    `gone` says in place of the content why there is none: withdrawn, or not for this person's eyes.
    """

    key: str
    kind: str
    title: str = ""
    text: str = ""
    note: str = ""
    minutes: int | None = None
    content_note: str = ""
    is_graphic: bool = False
    is_reveal: bool = False
    gone: str = ""
    quotation: Quotation | None = None
    review: ReviewCard | None = None
    timeline: Timeline | None = None
    picture: Picture | None = None
    help_lines: tuple[HelpLine, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in lists: "Finding 3: Child Tam – Ambermoor, LCSPR"."""
        if self.title:
            return self.title
        if self.quotation:
            return f"{self.quotation.item}: {self.quotation.review}"
        if self.timeline:
            return f"Timeline: {self.timeline.review}"
        if self.review:
            return self.review.name
        begins = self.paragraphs[0] if self.paragraphs and not self.help_lines else ""
        short = begins if len(begins) <= LONGEST_NAME else f"{begins[:LONGEST_NAME].rsplit(' ', 1)[0]}…"
        return ": ".join(word for word in (NAMES[self.kind], short) if word)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its text, paragraph by paragraph."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; `title` is empty for what stands before the first heading."""

    title: str
    parts: tuple[Part, ...]
    note: str = ""
    minutes: int | None = None
    key: str = ""
    text: str = ""

    @property
    def length(self) -> int | None:
        """How long it takes: its own minutes, or those of its parts together; None where nothing is said."""
        together = sum(part.minutes or 0 for part in self.parts)
        return self.minutes if self.minutes is not None else together or None


@dataclass(frozen=True)
class PackContent:
    """A whole pack, as one person may see it."""

    name: str
    shape: str
    shape_name: str
    audience: str
    audience_name: str
    maker: str
    made_on: str
    address: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = ()
    explained: tuple[tuple[str, str], ...] = ()
    help_lines: tuple[HelpLine, ...] = ()
    is_fictional: bool = False
    site: str = "Crossread"
    # What the export must remember: the reviews in it by id, and the checksums of its items' texts by anchor.
    review_ids: tuple[int, ...] = ()
    taken: dict[str, str] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, in order."""
        return tuple(part for section in self.sections for part in section.parts)

    @property
    def aims(self) -> tuple[str, ...]:
        """The learning aims."""
        return tuple(part.text for part in self.parts if part.kind == "aim")

    @property
    def minutes(self) -> int:
        """How long it takes, where timings are given."""
        return sum(section.length or 0 for section in self.sections)

    @property
    def content_notes(self) -> tuple[str, ...]:
        """What the pack describes, each said once."""
        return tuple(dict.fromkeys(part.content_note for part in self.parts if part.content_note and not part.gone))

    @property
    def has_unchecked(self) -> bool:
        """Whether anything in it was found by machine and not yet checked."""
        found = [part.quotation or part.timeline for part in self.parts]
        return any(one is not None and not one.is_checked for one in found)
