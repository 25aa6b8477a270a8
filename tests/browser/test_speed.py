"""What a first visit fetches, and that nothing moves while it arrives."""

from gzip import compress

import pytest
from playwright.sync_api import Request

MAIN_PAGES = ("home", "reviews", "search", "review", "theme", "insight")
KB = 1000
# 4G at its slower end, as in Lighthouse's simulation: long enough for a page to be drawn before its fonts are there.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SHIFTS = """
  window.shifted = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted.push([one.value, one.sources.map(
      (source) => source.node?.parentElement?.outerHTML.slice(0, 80))]);
  }).observe({ type: "layout-shift", buffered: true });
"""


def address_of(library, name):
    return {"reviews": "/reviews/", "insight": "/insight/", "theme": "/themes/neglect/"}.get(name) or library.addresses[
        name
    ]


@pytest.mark.parametrize("name", MAIN_PAGES)
def test_a_first_visit_fetches_less_than_250_kb(open_browser, library, name):
    page = open_browser().new_page()
    fetched = {}
    page.on("requestfinished", lambda request: fetched.update({request.url: request}))

    page.goto(address_of(library, name), wait_until="networkidle")

    sizes = {url: size_of(request) for url, request in list(fetched.items())}
    assert sum(sizes.values()) < 250 * KB, sizes
    assert len(sizes) >= 4


def size_of(request: Request) -> int:
    """Return how many bytes travel where styles and scripts are compressed, as the test's server does not send them."""
    answer = request.response()
    if answer is not None and request.resource_type in {"stylesheet", "script"}:
        return len(compress(answer.body()))
    return request.sizes()["responseBodySize"] + request.sizes()["responseHeadersSize"]


@pytest.mark.parametrize("name", MAIN_PAGES)
@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_moves_while_a_page_arrives_over_a_slow_line(open_browser, library, name, width):
    page = open_browser(viewport={"width": width, "height": 780}).new_page()
    page.add_init_script(SHIFTS)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)

    page.goto(address_of(library, name), wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(300)

    assert page.evaluate("window.shifted") == []
