"""The two shapes of picture: bars of one list of values, and a grid of two. Each is also its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviews.insight.suppression import KEPT_BACK, Number, kept_back


@dataclass(frozen=True)
class Cell:
    """One number: where it stands, what it is called, and the list that it counts, where an address can say it."""

    row: str
    column: str
    count: int
    is_kept_back: bool
    address: str

    @property
    def shown(self) -> str:
        """The number as it is shown."""
        return KEPT_BACK if self.is_kept_back else f"{self.count:,}"

    @property
    def link(self) -> str:
        """Where it leads; a number that is kept back leads nowhere, nor does none at all."""
        return "" if self.is_kept_back or not self.count else self.address


@dataclass(frozen=True)
class Shape:
    """A picture's numbers: `rows` and `columns` are their names in order; bars have one column."""

    unit: str
    row_name: str
    column_name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def is_bars(self) -> bool:
        """Whether it is drawn as bars."""
        return len(self.columns) == 1

    @property
    def most(self) -> int:
        """The highest number that is shown."""
        return max((cell.count for cell in self.cells if not cell.is_kept_back), default=0)

    @property
    def keeps_back(self) -> bool:
        """Whether a number is kept back."""
        return any(cell.is_kept_back for cell in self.cells)

    @property
    def table(self) -> list[tuple[str, list[Cell]]]:
        """Its rows, each with its cells in the order of the columns."""
        at = {(cell.row, cell.column): cell for cell in self.cells}
        return [(row, [at[row, column] for column in self.columns]) for row in self.rows]

    @property
    def strongest(self) -> Cell | None:
        """The cell with the highest number that is shown; the first of several."""
        shown = [cell for cell in self.cells if cell.count and not cell.is_kept_back]
        return max(shown, key=lambda cell: cell.count, default=None)


def bars(
    numbers: Mapping[Any, Number],
    labels: Mapping[Any, str],
    addresses: Mapping[Any, str],
    *,
    unit: str,
    name: str,
    is_personal: bool = False,
    beside: Sequence[Mapping[Any, Number]] = (),
) -> Shape:
    """Return bars of the values in `labels`, in their order. `beside` are the numbers with a filter less."""
    shown = {key: numbers.get(key, Number()) for key in labels}
    hidden = kept_back(shown, is_personal=is_personal, beside=beside)
    cells = tuple(Cell(labels[key], unit, shown[key].count, key in hidden, addresses.get(key, "")) for key in labels)
    return Shape(unit, name, "", tuple(labels.values()), (unit,), cells)


def grid(
    numbers: Mapping[tuple[Any, Any], Number],
    rows: Mapping[Any, str],
    columns: Mapping[Any, str],
    addresses: Mapping[tuple[Any, Any], str],
    *,
    unit: str,
    names: tuple[str, str],
    is_personal: bool = False,
    beside: Sequence[Mapping[tuple[Any, Any], Number]] = (),
) -> Shape:
    """Return a grid of the values in `rows` and `columns`, in their order. `names` are what these are."""
    keys: Sequence[tuple[Any, Any]] = [(row, column) for row in rows for column in columns]
    shown = {key: numbers.get(key, Number()) for key in keys}
    hidden = kept_back(shown, is_personal=is_personal, beside=beside)
    cells = tuple(
        Cell(rows[row], columns[column], shown[row, column].count, (row, column) in hidden,
             addresses.get((row, column), ""))
        for row, column in keys
    )  # fmt: skip
    return Shape(unit, *names, tuple(rows.values()), tuple(columns.values()), cells)
