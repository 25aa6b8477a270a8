"""The whole way of a review as an editor goes it: upload, facts, themes, items, ten corrections, read again, publish.

`scripts/walk_desk.py` goes it at a running demonstration with real files, `test_the_whole_way.py` with fictional ones.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.hand import Hand
from tests.browser.ten_corrections import Corrections

LEFT = re.compile(r"(\d+) left")
PUBLISHED = "4 May 2021"


@dataclass
class Way:
    """One review on its way; `corrections` are there once it is corrected."""

    page: Page
    hand: Hand
    let_read: Callable[[Page], None]
    review: str = ""
    corrections: Corrections | None = None

    def upload(self, files: Sequence[Path]) -> None:
        """Send the files, wait until they are read, and open the review that the first became."""
        self.page.goto("/desk/")
        self.hand.press(self.page.get_by_role("button", name="Upload reviews").first)
        self.page.locator("input[type=file]").set_input_files(files)
        self.hand.presses += 1  # the window in which files are chosen belongs to the browser
        self.hand.press(self.page.get_by_role("button", name="Upload", exact=True))
        self.page.wait_for_url("**/batches/**")
        self.page.wait_for_load_state("load")
        self.let_read(self.page)
        self.hand.press(self.page.get_by_role("link", name="Check it").first)
        self.page.wait_for_url("**/desk/reviews/**")
        self.review = self.page.url.split("?")[0]

    def check(self) -> int:
        """Confirm facts, themes and items as they are; return how many items there were."""
        page, hand = self.page, self.hand
        hand.press(page.get_by_role("button", name="Check what was found"))
        expect(page.locator("#checking")).to_be_visible()
        if page.get_by_role("button", name="Confirm these facts").count():
            hand.press(page.get_by_role("button", name="Confirm these facts"), key="c")
            expect(page.locator("#said")).to_contain_text("facts are saved")
        if page.get_by_role("button", name="Confirm these themes").count():
            hand.press(page.get_by_role("button", name="Confirm these themes"), key="c")
            expect(page.locator("#said")).to_contain_text("themes of the review are saved")
        found = self.left()
        self.confirm_the_rest()
        return found

    def left(self) -> int:
        """Return how many items are left to check, as the page says."""
        said = LEFT.search(self.page.locator("h1").inner_text())
        return int(said.group(1)) if said else 0

    def confirm_the_rest(self) -> None:
        """Confirm page by page until everything is checked."""
        while left := self.left():
            together = self.page.locator("[data-key=p]")
            one = self.page.locator("[data-key=c]")
            self.hand.press(*((together,) if together.count() else (one,)), key="p" if together.count() else "c")
            expect(self.page.locator("h1")).not_to_contain_text(f" {left} left")

    def publish(self) -> None:
        """Mend what stands against publishing, and publish."""
        page, hand = self.page, self.hand
        hand.press(page.get_by_role("link", name="Go on to publishing"))
        page.wait_for_url(self.review)
        date = page.get_by_role("link", name="no date of publication is set")
        if date.count():
            hand.press(date)
            hand.write(page.get_by_label("Published by the partnership"), "2014-05")
            hand.press(page.get_by_role("button", name="Save", exact=True))
            page.wait_for_url(re.compile(rf"{re.escape(self.review)}(?:#.*)?$"))
        private = page.get_by_role("link", name="private words are not looked at")
        if private.count():
            hand.press(private)
            hand.press(page.get_by_role("button", name="what is not looked at is fine"))
            hand.press(page.get_by_role("link", name="Go on to publishing"))
            page.wait_for_url(self.review)
        hand.press(page.get_by_role("button", name="Publish", exact=True))
        expect(page.get_by_text("is published")).to_be_visible()

    def correct(self) -> list[str]:
        """Make the ten corrections, as far as the review has something for them; return their names."""
        self.corrections = Corrections(self.page, self.hand, self.review)
        return self.corrections.made()

    def read_again(self, let_read: Callable[[Page], None]) -> str:
        """Have the review read again and put in place; return the sentence that says what it changes."""
        self.page.goto(f"{self.review}check/again/#checking")
        self.hand.press(self.page.get_by_role("button", name="Read it again"))
        expect(self.page.locator("section.panel-item").first).to_be_visible()
        let_read(self.page)
        said = self.page.locator(".checking__counts").first.inner_text()
        self.hand.press(self.page.get_by_role("button", name="Put it in place").first)
        expect(self.page.locator("#said")).to_contain_text("What people said stands")
        return said

    def what_was_lost(self) -> list[str]:
        """Return every correction that the desk no longer shows as it was made."""
        lost: list[str] = []
        if self.corrections is None:
            return lost
        for address, fields in self.corrections.kept.items():
            self.page.goto(address)
            lost += [f"{address}: {label}" for label, value in fields.items() if not self._shows(label, value)]
        for address in self.corrections.gone:
            self.page.goto(address)
            if not self.page.get_by_text("An editor rejected this").count():
                lost.append(f"{address}: rejected")
        return lost

    def _shows(self, label: str, value: str) -> bool:
        if label == "theme":
            return self.page.get_by_role("checkbox", name=f"{value} (confirmed").count() == 1
        shown = self.page.get_by_label(label, exact=True)
        return shown.count() == 1 and shown.input_value() == value
