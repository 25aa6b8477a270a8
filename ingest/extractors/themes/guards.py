"""Guards: words that look like a cue and are not, because they stand in a template or in a name."""

from collections.abc import Iterable, Sequence

from ingest.extractors.themes.cues import Hit

EVERY_THEME = "*"
# What a guard covers of a cue that counts on its own before the cue is not read.
MOSTLY = 0.5

# Titles of laws, guidance and courses; definitions quoted from them. They name a theme and say nothing of the case.
GENERAL_GUARDS = (
    "working together to safeguard (children|people)",
    "keeping children safe in education",
    "what to do if (you're|you are) worried a child is being abused",
    "safeguarding disabled children",
    "children and families act",
    "(mental capacity|mental health|care|children|equality|education|housing) act (19*|20*)",
    "(modern slavery|domestic abuse|homelessness reduction|human rights) act (19*|20*)",
    "(is|are|was|were) defined (as|in|by) ... (neglect|abuse|harm|disability|exploitation|control|slavery|eligib*)",
    "(is|are|was|were) defined (as|in|by) ... capacity",
    "(neglect|abuse|exploitation|disability|capacity|slavery|control|harm) (is|are) defined (as|in|by|under)",
    "(defines|define|defined|definition of) (neglect|abuse|exploitation|disability|capacity|slavery|domestic abuse)",
    "(defines|define|defined|definition of) (coercive control|child in need|significant harm|self neglect)",
    "national society for the prevention of cruelty to children",
    "(course|module|webinar|e learning|book|article|paper|leaflet|podcast|conference) (called|titled|entitled|named)",
    "(course|module|webinar|e learning|book|article|paper|leaflet|podcast|conference) on the theme of",
)


def unguarded(hits: Iterable[Hit], guards: Sequence[Hit]) -> list[Hit]:
    """Return those of `hits` that no guard of their theme, or of every theme, covers.

    A weak cue falls where a guard touches it; one that counts on its own falls where a guard covers most of it.
    """
    return [hit for hit in hits if not any(_guards(guard, hit) for guard in guards)]


def _guards(guard: Hit, hit: Hit) -> bool:
    if guard.cue.theme not in (EVERY_THEME, hit.cue.theme):
        return False
    covered = min(guard.end, hit.end) - max(guard.start, hit.start)
    if covered <= 0:
        return False
    return hit.cue.weight < 1 or covered > MOSTLY * (hit.end - hit.start)
