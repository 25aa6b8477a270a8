"""What is known of a document's type and words: the size of its body, its usual line pitch, its vocabulary."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.layout.lines import Line, fragments_to_lines
from ingest.layout.paragraphs import USUAL_PITCH, column_of, pitch_within
from ingest.layout.vocabulary import Vocabulary

# No report has more different headers and footers; a faulty one may.
MOST_RUNNING = 60


@dataclass
class Profile:
    """Grows as stretches of pages are read.

    `boxes` counts the boxes found so far; `running` are the running headers and footers by what they say and where,
    `running_texts` their words as first printed.
    """

    sizes: Counter[float] = field(default_factory=Counter)
    pitches: Counter[float] = field(default_factory=Counter)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    boxes: int = 0
    running: set[tuple[str, int]] = field(default_factory=set)
    running_texts: dict[str, str] = field(default_factory=dict)

    @property
    def body_size(self) -> float:
        """Return the size that most characters have, in points."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 10.0

    @property
    def pitch(self) -> float:
        """Return the usual distance of baselines in paragraphs, in multiples of the size."""
        return self.pitches.most_common(1)[0][0] if self.pitches else USUAL_PITCH

    def keep_running(self, texts: Iterable[str]) -> None:
        """Keep the words of running lines that are not kept yet; bare page numbers are none."""
        for text in texts:
            if re.search(r"[A-Za-z]{3}", text) and len(self.running_texts) < MOST_RUNNING:
                self.running_texts.setdefault(re.sub(r"\d+", "#", text).casefold(), text)

    def learn(self, pages: Iterable[Sequence[Line]]) -> None:
        """Take in the fragments of some pages."""
        pages = list(pages)
        for fragments in pages:
            for line in fragments:
                self.sizes[line.size] += sum([len(word.text) for word in line.words])
            self.vocabulary.learn([line.text for line in fragments])
        for fragments in pages:
            pitch = pitch_within(column_of(fragments_to_lines(fragments), self.body_size))
            if pitch:
                self.pitches[pitch] += 1
