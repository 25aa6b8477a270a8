"""python -m bench [PART ...] [--scale N ...]: measure one part or more; `make bench` installs what it takes."""

import argparse

from bench.database import set_up

# Pages and search are measured where nothing is named; plot draws the figures of search, reading measures how PDFs are
# read.
PARTS = ("pages", "search", "plot", "reading")
USUAL_PARTS = PARTS[:2]
USUAL_REVIEWS = 2_000
USUAL_SCALES = (10_000, 100_000)
USUAL_ROUNDS = 5


def main() -> None:
    """Measure the parts that are named."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", default=USUAL_PARTS, help=f"what to measure: {', '.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=USUAL_ROUNDS, help="how often each question is asked")
    parser.add_argument("--scale", nargs="+", type=int, default=USUAL_SCALES, help="numbers of passages")
    parser.add_argument("--reviews", type=int, default=USUAL_REVIEWS, help="how many reviews pages are measured over")
    given = parser.parse_args()
    for part in given.parts:
        if part not in PARTS:
            parser.error(f"there is no part {part}")
    for part in given.parts:
        run(part, given)


def run(part: str, given: argparse.Namespace) -> None:
    """Measure one part. What a part needs is imported with it, once Django is set up for those that need it."""
    if part == "reading":
        from bench import reading

        reading.main()
        return
    folder = set_up()
    if part == "pages":
        from bench.pages import measure_pages

        measure_pages(given.reviews)
    elif part == "plot":
        from bench.plot import draw

        draw(folder)
    else:
        from bench.search import measure_search

        measure_search(given.scale, folder, rounds=given.rounds)


if __name__ == "__main__":
    main()
