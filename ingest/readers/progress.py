"""How a reader tells how far it is."""

from collections.abc import Callable

# Called with the number of pages read and the number of pages in all.
Progress = Callable[[int, int], None]
