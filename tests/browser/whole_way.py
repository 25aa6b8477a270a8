"""The whole way of a review as an editor goes it: upload, facts, themes, items, ten corrections, read again, publish.

`scripts/walk_desk.py` goes it at a running demonstration with real files, `test_the_whole_way.py` with fictional ones.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.hand import Hand

LEFT = re.compile(r"(\d+) left")
PUBLISHED = "4 May 2021"
WORDS_ADDED = 8


@dataclass
class Way:
    """One review on its way. `kept` says what each corrected thing must read as, by its address."""

    page: Page
    hand: Hand
    let_read: Callable[[Page], None]
    kept: dict[str, dict[str, str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    review: str = ""

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

    # -- ten corrections

    def correct(self) -> list[str]:
        """Make each correction that the review has something for; return their names."""
        done = [
            self.a_fact(), self.two_joined(), self.one_split(), self.the_words(), self.a_date(), self.an_addressee(),
            self.themes(), self.the_order(), self.the_kind(), self.words_from_the_page(), self.one_rejected(),
        ]  # fmt: skip
        return [name for name in done if name]

    def a_fact(self) -> str:
        """Mend whom the review is about."""
        self.page.goto(f"{self.review}check/facts/#checking")
        self.hand.write(self.page.get_by_label("About"), "Child Z")
        self.hand.press(self.page.get_by_role("button", name="Confirm these facts"))
        expect(self.page.locator("#said")).to_contain_text("facts are saved")
        self.kept[f"{self.review}check/facts/"] = {"About": "Child Z"}
        return "a fact"

    def open(self, kind: str) -> bool:
        """Open an item of a kind that is not corrected yet; return whether there is one."""
        self.page.goto(f"{self.review}check/?show={kind}#checking")
        for _ in range(20):
            if self.page.locator("#item").count() == 0:
                return False
            if self.item() not in self.kept and self.page.locator("#id_text, #id_steps").count():
                return True
            if not self.page.locator("[data-key=j]").count():
                return False
            before = self.item()
            self.hand.press(self.page.locator("[data-key=j]"), key="j")
            expect(self.page.locator("form[data-keep]")).not_to_have_attribute("action", before)
        return False

    def item(self) -> str:
        """Return the address of the item that is open."""
        return str(self.page.locator("form[data-keep]").get_attribute("action"))

    def save(self, said: str = "saved") -> None:
        """Save the item that is open."""
        self.hand.press(self.page.get_by_role("button", name="Save only"))
        expect(self.page.locator("#said")).to_contain_text(said)

    def remember(self, *labels: str) -> None:
        """Keep in mind what the fields of the open item say."""
        self.kept[self.item()] = {label: self.field(label).input_value() for label in labels}

    def field(self, label: str) -> Locator:
        """Return a field of the item that is open."""
        return self.page.get_by_label(label, exact=True)

    def the_words(self) -> str:
        """Mend an item's text."""
        if not self.open("finding") and not self.open("recommendation"):
            return ""
        text = self.field("Text").input_value()
        self.hand.write(self.field("Text"), f"{' '.join(text.split()[:30])} Mended.")
        self.save()
        self.remember("Text")
        return "words"

    def a_date(self) -> str:
        """Mend an event's date."""
        if not self.open("event"):
            return ""
        self.hand.write(self.field("Date"), "spring 2020")
        self.save()
        self.remember("Date")
        return "a date"

    def an_addressee(self) -> str:
        """Mend who must act."""
        if not self.open("recommendation"):
            return ""
        self.hand.write(self.field("Who must act"), "The board")
        self.save()
        self.remember("Who must act")
        return "an addressee"

    def themes(self) -> str:
        """Reject the themes of an item, add one, and confirm."""
        if not self.open("recommendation") and not self.open("finding"):
            return ""
        for box in self.page.locator("input[name=themes]").all():
            self.hand.tick(box)
        self.hand.press(self.page.locator("summary", has_text="Add a theme"))
        added = self.page.locator("#id_more option", has_text=re.compile("^Escalation")).first.inner_text()
        self.hand.choose(self.page.locator("#id_more"), added)
        address = self.item()
        self.hand.press(self.page.get_by_role("button", name="Confirm", exact=True))
        expect(self.page.locator("#said")).to_contain_text("confirmed")
        self.kept[address] = {"theme": added}
        return "themes"

    def more(self) -> None:
        """Unfold the less common acts."""
        self.hand.press(self.page.locator("summary", has_text="Change its kind"))

    def of_any(self, *kinds: str) -> bool:
        """Open an item of the first of these kinds that has two left."""
        return any(self.open(kind) and self.page.locator("[data-key=j]").count() for kind in kinds)

    def the_order(self) -> str:
        """Move an item down."""
        if not self.of_any("event", "finding", "recommendation"):
            return ""
        self.more()
        self.hand.press(self.page.get_by_role("button", name="Move it down"))
        expect(self.page.locator("#said")).to_contain_text("moved")
        self.remember("Text")
        return "the order"

    def two_joined(self) -> str:
        """Join an item with the next."""
        if not self.of_any("event", "finding", "recommendation"):
            return ""
        self.more()
        self.hand.press(self.page.get_by_role("button", name="Join the next one to it"))
        expect(self.page.locator("#said")).to_contain_text("joined")
        self.remember("Text")
        return "two joined"

    def one_split(self) -> str:
        """Split in two what was joined."""
        joined = next((one for one in reversed(self.kept) if "/items/" in one), "")
        if not joined:
            return ""
        self.page.goto(joined)
        if not self.hand.by_keyboard:
            self.more()
        self.hand.press(self.page.locator("[data-key=S]"), key="S")
        self.page.wait_for_url("**/split/")
        if not self.page.get_by_role("radio").count():
            return ""
        self.hand.tick(self.page.get_by_role("radio").first)
        self.hand.press(self.page.get_by_role("button", name="Split it"))
        expect(self.page.locator("#said")).to_contain_text("is now two")
        self.remember("Text")
        self.page.goto(joined)
        self.remember("Text")
        return "one split"

    def the_kind(self) -> str:
        """Make an item another kind."""
        if not self.open("finding") and not self.open("event"):
            return ""
        self.more()
        self.hand.choose(self.page.get_by_label("Kind of item"), "Recommendation")
        self.hand.press(self.page.get_by_role("button", name="Change the kind"))
        expect(self.page.locator("#said")).to_contain_text("It is now a recommendation")
        self.remember("Text")
        return "the kind"

    def words_from_the_page(self) -> str:
        """Select words on the page and make a new item of them."""
        self.page.goto(f"{self.review}check/#checking")
        text = self.page.locator("[data-selectable] p").last.inner_text().split("\n")[-1]
        words = " ".join(text.split()[-WORDS_ADDED:])
        select(self.page, words)
        self.hand.presses += 0 if self.hand.by_keyboard else 1
        self.hand.press(self.page.get_by_role("button", name="New finding"))
        self.hand.press(self.page.get_by_role("button", name="Add it"))
        expect(self.page.locator("#said")).to_contain_text("added")
        self.remember("Text")
        return "words from the page"

    def one_rejected(self) -> str:
        """Reject an item."""
        if not self.of_any("event", "finding", "recommendation"):
            return ""
        self.gone.add(self.item())
        self.hand.press(self.page.locator("[data-key=x]"), key="x")
        expect(self.page.locator("#said")).to_contain_text("rejected")
        return "one rejected"

    # -- reading again

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
        lost = []
        for address, fields in self.kept.items():
            self.page.goto(address)
            lost += [f"{address}: {label}" for label, value in fields.items() if not self._shows(label, value)]
        for address in self.gone:
            self.page.goto(address)
            if not self.page.get_by_text("An editor rejected this").count():
                lost.append(f"{address}: rejected")
        return lost

    def _shows(self, label: str, value: str) -> bool:
        if label == "theme":
            return self.page.get_by_role("checkbox", name=f"{value} (confirmed").count() == 1
        return self.field(label).count() == 1 and self.field(label).input_value() == value


def select(page: Page, words: str) -> None:
    """Select the last words like these in the text of the page, as a mouse would."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector("[data-selectable]"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.replace(/\\s/g, " ").indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
          }
        }""",
        words,
    )
