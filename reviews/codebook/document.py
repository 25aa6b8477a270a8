"""docs/themes.md, made of the codebook: `python -m reviews.codebook.document` writes it."""

import re
from pathlib import Path

from reviews.codebook.codebook import CIRCUMSTANCE, Codebook, Theme, default_codebook

FILE = Path(__file__).parents[2] / "docs" / "themes.md"
EXAMPLES = 6
# A cue that anybody can read: words, perhaps with an open ending.
PLAIN_CUE = re.compile(r"[\w ]+\*?")
AUDIENCES = {"children": "Themes of reviews of children", "adults": "Themes of reviews of adults"}

INTRODUCTION = """\
# Themes

This page is made of `reviews/codebook/themes.toml` by `python -m reviews.codebook.document`; a test keeps it in
step.

A theme says what a finding, a recommendation, an event or an action is about, and what a review as a whole is
about. The machine suggests themes with the words that are its evidence; an editor confirms or rejects each
suggestion and can add others. A rejected suggestion does not come back when the review is read again.

An installation starts with the themes below. They are stored in its database: what an administrator changes there
stays changed, and a later version of Crossread adds the themes that are missing and alters none.

## How the machine reads

- **Words.** A theme has words and phrases that show it (`cues`): one is enough. Of its `weak_cues` two different
  ones are needed, or one under a heading that names the theme. A paragraph of more than 150 words tells a story and
  needs more.
- **Not the name but the matter.** Phrases in which the words mean something else are passed over (`guards`):
  "challenging behaviour" is no professional challenge, "abuse and neglect" as a general name for harm is not
  neglect. So are titles of laws, guidance and courses, and definitions quoted from them.
- **Denial.** "There was no evidence of neglect" is not about neglect; "there was no evidence that neglect was
  considered" is. Where a theme is a circumstance that can be absent, what is denied does not count. Where it is
  practice, its absence is what the review speaks of: "there was no challenge" is about challenge.
- **Gap, good practice or context.** The sentences around the words say whether practice was missing or good, or
  only tell what was. A recommendation speaks of a gap.
- **Parts.** What is found of a theme that is part of another counts for the other too.
- **A whole review** has the themes that much of it speaks of: two thirds of a theme's prominence are the share of
  the findings and recommendations that mention it, one third the share of all paragraphs. It needs two mentions,
  and more prominence for what nearly every review mentions (`share`).

## How words are written

| Written | Finds |
|---|---|
| `threshold` | the word, its plural and its possessive, in any case |
| `neglect*` | the word with any ending |
| `CME` | capitals only |
| `(case\\|file) closed` | one of several words or phrases |
| `basic (care)? need` | the words in brackets, or none |
| `at (the\\|their\\|own)* home` | the words in brackets, any number of them |
| `referral .. rejected` | up to five words between, within one sentence; `...` up to twelve |
| `-(drug\\|alcohol) abuse` | not where one of these words comes just before |

Hyphens, dashes, slashes and commas between words count for nothing.
"""


def document(codebook: Codebook) -> str:
    """Return the page on the themes of `codebook`."""
    parts = [INTRODUCTION]
    for audience, title in AUDIENCES.items():
        parts.append(f"## {title}\n")
        parts += [_section(theme, codebook) for theme in codebook.themes if theme.audience == audience]
    return "\n".join(parts)


def _section(theme: Theme, codebook: Codebook) -> str:
    about = "a circumstance: what is denied does not count" if theme.about == CIRCUMSTANCE else "practice"
    facts = [f"key `{theme.key}`", about]
    if theme.is_core:
        facts.insert(0, "one of the first five")
    if theme.parent:
        facts.append(f"part of {codebook.theme(theme.parent).label}")
    lines = [
        f"### {theme.label}\n",
        f"{theme.definition}\n",
        f"- Includes: {theme.includes}",
        f"- Does not include: {theme.excludes}",
        f"- Words, for example: {_examples(theme)}",
        f"- Comes from: {', '.join(theme.grounding)}. The same elsewhere: {'; '.join(theme.keywords)}.",
        f"- {'; '.join(facts)[0].upper()}{'; '.join(facts)[1:]}.\n",
    ]
    return "\n".join(lines)


def _examples(theme: Theme) -> str:
    plain = [cue for cue in theme.cues if PLAIN_CUE.fullmatch(cue)]
    return ", ".join(f"`{cue}`" for cue in plain[:EXAMPLES])


if __name__ == "__main__":
    FILE.write_text(document(default_codebook()), encoding="utf-8")
