"""The board as a table to take away: what an annual report says of each recommendation."""

from collections.abc import Iterator
from datetime import date

from following.board import STATES, Board, agency_of
from reviews.addresses import absolute
from reviews.spreadsheets import Cell

HEADING = (
    "Review", "Published", "Recommendation", "Text", "For whom", "Agency", "State", "Who sees to it", "To be done by",
    "Done on", "Evidence", "Impact", "Address",
)  # fmt: skip


def lines(board: Board) -> Iterator[list[Cell]]:
    """Yield a line for each row that the board shows."""
    for row in board.rows:
        item, said = row.item, row.follow_up
        yield [
            item.review.display_name, item.review.published, item.name, item.text, item.recommendation.addressee,
            agency_of(item)[1], row.state_name, said.owner if said else "", _day(said.due if said else None),
            _day(said.done_on if said else None), said.evidence if said else "", said.impact if said else "",
            absolute(item.get_absolute_url()),
        ]  # fmt: skip


def about(board: Board, today: date) -> list[tuple[str, Cell]]:
    """Return what the list is, for its second sheet."""
    return [
        ("Partnership", board.partnership.name),
        ("Made on", f"{today:%-d %B %Y}"),
        ("Rows", len(board.rows)),
        ("State", STATES.get(board.asked.state, "All")),
        *((name, count) for _, name, count in board.states),
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
