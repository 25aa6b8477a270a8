"""What is done with pages whose words are only in pictures."""

import math
from enum import StrEnum

# Pages are recognised however long it takes.
FOREVER = math.inf


class Pictures(StrEnum):
    """What is done with pages whose words are only in pictures, or in fonts that do not say what they draw."""

    RECOGNISED = "recognised"
    ANNOUNCED = "announced"
    LEFT = "left"


class NeedsRecognition(Exception):
    """Pages need text recognition, which takes more time and memory than reading; `pages` says how many."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages need text recognition")
        self.pages = pages
