"""An editor's hand on a page: by mouse or by keyboard alone, with every click and key counted."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

# More stops than any page of the desk has.
MOST_TABS = 400
IS_FOCUSED = "element => element === document.activeElement"


@dataclass
class Hand:
    """Presses and types as an editor does. `presses` counts clicks, or keys but for the letters of words."""

    page: Page
    by_keyboard: bool
    presses: int = 0
    letters: int = 0
    log: list[str] = field(default_factory=list)

    def press(self, wanted: Locator, *, key: str = "") -> None:
        """Press a button or follow a link: by a click, its key, or Tab and Enter."""
        if not self.by_keyboard:
            self.presses += 1
            wanted.click()
        elif key:
            wanted.wait_for(state="attached")
            self.keys(key)
        else:
            self.reach(wanted)
            self.keys("Enter")

    def tick(self, box: Locator) -> None:
        """Tick or untick a box, or choose a radio button."""
        if self.by_keyboard:
            self.reach(box)
            self.keys("Space")
        else:
            self.presses += 1
            box.click()

    def write(self, field: Locator, words: str) -> None:
        """Put words in place of what stands in a field."""
        if self.by_keyboard:
            self.reach(field)
        else:
            self.presses += 1
            field.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.letters += len(words)

    def choose(self, field: Locator, label: str) -> None:
        """Choose from a list: by mouse two clicks, by keyboard the first letters of the choice."""
        if self.by_keyboard:
            self.reach(field)
            self.page.keyboard.type(label)
            self.letters += len(label)
        else:
            self.presses += 2
            field.select_option(label=label)

    def keys(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.presses += 1
            self.page.keyboard.press(key)

    def reach(self, wanted: Locator) -> None:
        """Walk with Tab until this has the focus, backwards where that is nearer. Raises AssertionError."""
        wanted.wait_for(state="attached")
        step = "Tab" if wanted.evaluate(IS_AFTER_FOCUS) else "Shift+Tab"
        for _ in range(MOST_TABS):
            if wanted.evaluate(IS_FOCUSED):
                return
            self.keys(step)
        raise AssertionError(f"{wanted} cannot be reached by keyboard")


IS_AFTER_FOCUS = """element => {
  const focused = document.activeElement ?? document.body;
  return focused.contains(element)
    || Boolean(focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
