"""The sentences that the samples share, as a reader must give them back."""

import re
from pathlib import Path

_SOURCE = (Path(__file__).parent / "common.typ").read_text(encoding="utf-8")
BRIDGE, KITCHEN, MEETING, LETTER, VISIT = re.findall(r"^#let \w+ = \[(.+)\]$", _SOURCE, re.MULTILINE)
