"""Every page of packs for everyone: axe in light, dark and on a phone, no sideways scroll; screenshots to look at."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone

from packs.collecting import NewEntry, collect, quotation, timeline
from packs.drafting import evaluation
from packs.making import make
from packs.models import Pack, PackExport, PackLink
from packs.tasks import make_export
from people.roles import Role
from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_accessibility import LOOKS, RULES, sign_in
from tests.factories import make_event, make_finding, make_user


@pytest.fixture
def trainer(library):
    return make_user("Tariq", role=Role.TRAINER, of=[library.partnership])


@pytest.fixture
def pack(trainer, library) -> Pack:
    """A pack with everything that one can hold, shared by a link, with a file and one under way."""
    for number in range(1, 5):
        make_event(f"Visit {number}.", review=library.review, date=f"2020-0{number}-01")
    events = list(library.review.items.of_kind("event").with_details())
    pack = make(name="Neglect workshop", by=trainer, nation="wales")
    own = [
        NewEntry(kind, title="Words", text="Who saw her?") for kind in ("section", "text", "aim", "question", "help")
    ]
    drawn = [quotation(library.finding, note="Read it aloud."), NewEntry("review", review=library.review)]
    told = [timeline(library.review, events), *evaluation()]
    collect(pack, [*own, *drawn, *told, quotation(make_finding("Gone.", review=library.withdrawn))], by=trainer)
    PackLink.objects.create(pack=pack, expires_at=timezone.now() + timedelta(days=7))
    for number in (1, 2):
        PackExport.objects.create(pack=pack, format="sources", version=number, made_for=trainer, name="sources.csv")
    make_export(export_id=PackExport.objects.earliest("pk").pk)
    return pack


def addresses(pack: Pack) -> dict[str, str]:
    of_pack = ("pack", "settings", "questions", "history", "share", "sessions", "take_away", "print", "present")
    entries = {f"edit-{entry.kind}": reverse("packs:edit", args=[pack.key, entry.key]) for entry in pack.entries.all()}
    item = pack.entries.in_order().filter(kind="quotation")[0].item
    assert item is not None
    return {
        "packs": reverse("packs:packs"),
        "new": reverse("packs:new"),
        "tray": reverse("packs:tray"),
        "quote": reverse("packs:quote", args=[item.anchor]),
        "add": reverse("packs:add_own", args=[pack.key, "text"]),
        "shared": pack.links.get().get_absolute_url(),
        **{name: reverse(f"packs:{name}", args=[pack.key]) for name in of_pack},
        **entries,
    }


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_page_of_packs(open_browser, trainer, pack, look, request):
    page, found = open_browser(**look).new_page(), {}
    sign_in(page, trainer)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for name, address in addresses(pack).items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        page.screenshot(path=SCREENSHOTS / f"packs-{name}-{request.node.callspec.id}.png", full_page=True)
        report = Axe().run(page, options=RULES)
        found[name] = [(one["id"], [node["html"] for node in one["nodes"]]) for one in report.response["violations"]]

    assert {name: violations for name, violations in found.items() if violations} == {}


def test_no_page_of_packs_scrolls_sideways_at_400_per_cent(open_browser, trainer, pack):
    page, widths = open_browser(viewport={"width": 320, "height": 256}).new_page(), {}
    sign_in(page, trainer)
    for name, address in addresses(pack).items():
        page.goto(address)
        widths[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert {name: width for name, width in widths.items() if width > 0} == {}
