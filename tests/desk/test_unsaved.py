"""A session that ends, or a sign-in elsewhere, while a form of the desk is open: the words typed are not lost."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from reviews.models import Theme
from tests.desk.checking.conftest import fields_in
from tests.factories import make_draft, make_theme

pytestmark = pytest.mark.django_db
WORDS = "An hour’s work & more."
# Any values do: who may come in is asked before anything is looked up.
VALUES = {"pk": 1, "slug": "a-review", "key": "neglect", "anchor": "0" * 12, "token": "none", "act": "close"}
# These take files in pieces, by a script that tells of a session's end itself.
IN_PIECES = {"begin_batch", "begin_file", "part"}
# These show what was kept in their own form.
IN_THEIR_OWN_FORM = {"check_item", "check_add", "check_facts", "check_themes"}
# These have buttons and choices only: their page is shown again.
WITHOUT_WORDS = {"check_split", "check_again", "check_differences"}


def patterns():
    """Every name of the desk's addresses whose view takes a form, with the values in it."""
    desk: Any = next(one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "desk")
    waiting: list[Any] = list(desk.url_patterns)
    while waiting:
        one = waiting.pop()
        if hasattr(one, "url_patterns"):
            waiting += one.url_patterns
        elif hasattr(one.callback.view_class, "post") and one.name not in IN_PIECES:
            yield one.name


def address(name):
    for wanted in (set(), {"slug"}, {"pk"}, {"key"}, {"slug", "anchor"}, {"pk", "act"}):
        try:
            return reverse(f"desk:{name}", kwargs={value: VALUES[value] for value in wanted})
        except NoReverseMatch:
            continue
    pytest.fail(f"no address for {name}")


def fields_of(page):
    """What a browser would send of the page's form of a theme."""
    return fields_in(re.findall(r'<form[^>]*class="theme-form".*?</form>', page, re.DOTALL)[-1])


@pytest.mark.parametrize("name", sorted(set(patterns()) - IN_THEIR_OWN_FORM - WITHOUT_WORDS))
def test_words_typed_into_any_form_of_the_desk_are_there_after_signing_in(client, alice, ada, name):
    answer = client.post(address(name), {"words": WORDS, "act": "save"})

    assert answer.url.startswith(reverse("account_login"))
    signed_in = client.post(answer.url, {"login": ada.email, "password": "a-long-password"}, follow=True)
    page = signed_in.content.decode()
    assert "An hour’s work &amp; more." in page
    assert f'action="{address(name)}"' in page


def send_again(client, page):
    """Press the button that sends what is on the page once more."""
    ((address, form),) = re.findall(r'<form method="post" action="([^"]+)" novalidate>(.*?)</form>', page, re.DOTALL)
    fields = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', form, re.DOTALL)
    more = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form)
    return client.post(html.unescape(address), {name: html.unescape(value) for name, value in [*fields, *more]})


def test_a_theme_that_was_written_while_the_session_ended_is_saved_with_one_press(client, ada):
    make_theme("neglect", definition="As it was.")
    client.force_login(ada)
    address = reverse("desk:theme", args=["neglect"])
    page = client.get(address).content.decode()
    typed = {**fields_of(page), "definition": "As it should be.", "act": "save"}
    client.session.flush()

    answer = client.post(address, typed)
    page = client.post(answer.url, {"login": ada.email, "password": "a-long-password"}, follow=True).content.decode()
    assert "You were signed out before it was saved." in page
    send_again(client, page)

    assert Theme.objects.get(key="neglect").definition == "As it should be."
    assert "Nothing is left to save." in client.get(reverse("desk:unsaved")).content.decode()


def test_what_is_left_out_is_forgotten(client, ada):
    answer = client.post(reverse("desk:invite"), {"name": "Asha Rahman"})
    client.post(answer.url, {"login": ada.email, "password": "a-long-password"})

    client.post(reverse("desk:unsaved"))

    assert "Asha Rahman" not in client.get(reverse("desk:unsaved")).content.decode()


def test_a_button_without_words_leads_back_to_the_page_that_it_was_on(client, alice, ambermoor):
    review = make_draft(held_by=ambermoor)
    page = reverse("desk:review", args=[review.slug])

    answer = client.post(reverse("desk:publish", args=[review.slug]), headers={"referer": f"http://testserver{page}"})

    assert answer.url == f"{reverse('account_login')}?next={page}"


@pytest.fixture
def old_tab(ada):
    """A browser in which somebody signed in again after a page was opened: the page's token is no longer good."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    client.get(reverse("desk:rules"))
    return client


def test_a_tab_left_open_while_signing_in_elsewhere_keeps_its_words(old_tab):
    make_theme("neglect", definition="As it was.")
    address = reverse("desk:theme", args=["neglect"])
    typed = {**fields_of(old_tab.get(address).content.decode()), "definition": WORDS, "act": "save"}

    answer = old_tab.post(address, {**typed, "csrfmiddlewaretoken": "0" * 64}, headers={"origin": "http://testserver"})
    page = answer.content.decode()
    assert (answer.status_code, "An hour’s work &amp; more." in page) == (403, True)
    token = re.findall('name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    old_tab.post(address, {**typed, "csrfmiddlewaretoken": token}, headers={"origin": "http://testserver"})

    assert Theme.objects.get(key="neglect").definition == WORDS


@pytest.mark.parametrize("origin", [{}, {"origin": "https://elsewhere.example"}])
def test_what_another_site_sends_is_not_offered_again(old_tab, origin):
    answer = old_tab.post(reverse("desk:invite"), {"name": "Mallory"}, headers=origin)

    assert (answer.status_code, "Mallory" in answer.content.decode()) == (403, False)


def test_a_password_is_never_written_into_a_page(old_tab):
    sent = {"login": "ada@crossread.example", "password": "a-long-password"}

    page = old_tab.post(reverse("account_login"), sent, headers={"origin": "http://testserver"}).content.decode()

    assert "a-long-password" not in page
    assert "Send the form again" in page
