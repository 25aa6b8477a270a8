"""Which events of a timeline are wanted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wanted:
    """The lanes and themes of which events are wanted; of all where none is named."""

    lanes: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lanes or self.themes)
