"""How long it takes: the same questions to every engine, one after the other, warm."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

import numpy as np

from bench.questions import Asked

EVERYTHING = "all of these"


class Engine(Protocol):
    """What is measured."""

    def ask(self, asked: Asked) -> int:
        """Return how many passages answer, having made the whole page."""


@dataclass(frozen=True)
class Times:
    """Milliseconds of a class of questions: the middle one, and the one that 95 of 100 stay below; and the longest."""

    p50: float
    p95: float
    longest: float


Table = Mapping[str, Mapping[str, Times]]


def measure(engines: Mapping[str, Engine], asked: Sequence[Asked], *, rounds: int) -> Table:
    """Return the times by class of question and engine; in each round every engine answers a question in turn.

    One round goes before that is not counted.
    """
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for number in range(rounds + 1):
        for question in asked:
            for name, engine in engines.items():
                milliseconds = _milliseconds(engine, question)
                if number:
                    taken[question.sort][name].append(milliseconds)
    table = {sort: {name: times_of(list_) for name, list_ in by_name.items()} for sort, by_name in taken.items()}
    whole = {name: times_of([one for by_name in taken.values() for one in by_name[name]]) for name in engines}
    return {**table, EVERYTHING: whole}


def times_of(milliseconds: Iterable[float]) -> Times:
    """Return what is told of these times."""
    every = np.array(list(milliseconds))
    return Times(float(np.percentile(every, 50)), float(np.percentile(every, 95)), float(every.max()))


def _milliseconds(engine: Engine, question: Asked) -> float:
    gc.collect()
    gc.disable()
    begin = perf_counter()
    engine.ask(question)
    taken = (perf_counter() - begin) * 1000
    gc.enable()
    return taken
