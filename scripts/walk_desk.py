"""Take reviews from upload to published at a running demonstration as an editor would; print presses and losses.

    python -m scripts.walk_desk ADDRESS FILE... [--keyboard] [--width 768] [--plain] [--pictures FOLDER]

Every file becomes a review of its own, unless its text is there already. `--plain` corrects nothing and counts what
checking alone takes.
"""

import argparse
import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.hand import Hand
from tests.browser.whole_way import Way

EDITOR, PASSWORD = "editor@crossread.example", "a-quiet-reading-room"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
LONGEST_WAIT = 600
STILL_WAITS = ("to go.", "waits to be read")


def main(arguments: list[str]) -> int:
    """Walk; return 0 where every correction was kept."""
    asked = _asked(arguments)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": asked.width, "height": 900}, base_url=asked.address)
        page = context.new_page()
        _sign_in(page)
        lost = [fault for file in asked.files for fault in _walk(page, file, asked)]
        browser.close()
    for fault in lost:
        sys.stdout.write(f"LOST {fault}\n")
    return 1 if lost else 0


def _walk(page: Page, file: Path, asked: argparse.Namespace) -> list[str]:
    hand = Hand(page, asked.keyboard)
    way = Way(page, hand, _wait)
    way.upload([file])
    corrected = [] if asked.plain else way.correct()
    corrections = hand.presses
    page.goto(way.review)
    found = way.check()
    if asked.pictures:
        asked.pictures.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=asked.pictures / f"{file.stem}{file.suffix}-{asked.width}.png")
    said = "" if asked.plain else way.read_again(_wait)
    lost = way.what_was_lost()
    page.goto(f"{way.review}check/#checking")
    way.publish()
    sys.stdout.write(
        f"{file.name}: {found} items, {hand.presses} presses, {hand.letters} letters"
        f"{f', {len(corrected)} corrections ({corrections} presses with uploading)' if corrected else ''}. {said}\n"
    )
    sys.stdout.flush()
    return lost


def _wait(page: Page) -> None:
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        page.goto(page.url)
        if not any(words in page.locator("main").inner_text() for words in STILL_WAITS):
            return
        time.sleep(1)
    raise TimeoutError("It is still not read.")


def _sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(EDITOR)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--keyboard", action="store_true")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--pictures", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
