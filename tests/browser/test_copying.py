"""Citations: folded away, opened by keyboard, copied by one press; readable without a script."""


def test_a_citation_opens_by_keyboard_and_is_copied(open_browser, library):
    context = open_browser()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(library.finding.get_absolute_url())

    page.locator(".cite summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Copied", exact=True).wait_for()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite__words").text_content().strip()
    assert library.finding.anchor in copied


def test_without_a_script_the_citation_can_be_read(open_browser, library):
    page = open_browser(java_script_enabled=False).new_page()
    page.goto(library.finding.get_absolute_url())

    page.locator(".cite summary").click()

    assert page.locator(".cite__words").is_visible()
    assert not page.get_by_role("button", name="Copy").is_visible()
