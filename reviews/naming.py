"""What a review is called in lists: "Child Tam – Ambermoor, LCSPR"."""

from reviews.models.review_choices import ReviewKind

LONGEST_NAME = 250


def display_name(*, subject: str, area: str, kind: str, published: str, title: str) -> str:
    """Return subject, place and kind; without a subject the year tells reviews of one place apart.

    Where neither subject nor place is known, the title has to do.
    """
    short = ReviewKind(kind).short
    year = published[:4]
    if subject and area:
        name = f"{subject} – {area}, {short}"
    elif subject:
        name = f"{subject}, {short}"
    elif area:
        name = f"{area}, {short} {year}".rstrip()
    else:
        name = title
    return name[:LONGEST_NAME]
