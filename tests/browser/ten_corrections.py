"""Ten corrections that an editor makes at the desk: a fact, words, dates, themes, order, kind and the rest, by hand."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.browser.hand import Hand

WORDS_ADDED = 8


@dataclass
class Corrections:
    """Corrections of one review, at the address `review`.

    `kept` says what each corrected thing must read as from then on, by its address; `gone` are the items rejected.
    """

    page: Page
    hand: Hand
    review: str
    kept: dict[str, dict[str, str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def made(self) -> list[str]:
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
