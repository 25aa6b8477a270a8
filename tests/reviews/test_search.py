import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from reviews.forms import NOT_STATED
from reviews.models import ItemState, TaggingState
from reviews.results import results
from reviews.search import SearchParameters, rows
from tests.factories import make_finding, make_passage, make_recommendation, make_review, make_tagging, make_theme

pytestmark = pytest.mark.usefixtures("public")
CHARLIE = AnonymousUser()


def asked(query):
    return SearchParameters.from_query(QueryDict(query))


def found(query):
    return {str(row.text if hasattr(row, "text") else row) for row in rows(asked(query), CHARLIE)}


@pytest.fixture
def three_reviews(public):
    """Tam: neglect and cme; Amara: neglect; Ellis: cme. Each finding has one theme of its own."""
    tam = make_review("Tam", themes=["neglect", "cme"], area="Ambermoor", published="2021-05", kind="lcspr")
    amara = make_review("Amara", themes=["neglect"], area="Thornley Vale", published="2023", kind="cspr")
    ellis = make_review("Ellis", themes=["cme"], area="", published="", kind="scr", nation="")
    make_finding("The school waited for a letter.", review=tam, themes=["neglect"])
    make_finding("Nobody asked where he was.", review=tam, themes=["cme", "neglect"])
    make_finding("The school rang twice.", review=amara, themes=["neglect"])
    make_finding("He was on no roll of any school.", review=ellis, themes=["cme"])
    make_recommendation("Ask where each child is.", review=ellis)
    return tam, amara, ellis


def test_words_are_found_whatever_their_ending(three_reviews):
    assert found("q=schools+waiting") == {"The school waited for a letter."}


def test_words_in_quotation_marks_are_found_as_they_stand(three_reviews):
    assert found('q="school rang"') == {"The school rang twice."}


def test_a_word_after_a_minus_is_left_out(three_reviews):
    assert found("q=school+-letter+-roll") == {"The school rang twice."}


def test_either_word_is_found_with_or_between_them(three_reviews):
    assert found("q=letter+OR+roll") == {"The school waited for a letter.", "He was on no roll of any school."}


@pytest.mark.parametrize(
    "query",
    [
        'q="', "q=%22%22", "q=%26%7C!()%3A*", "q=%00", "q=%FF%FE", "q=-", "q=%F0%9F%98%80", "q=" + "a" * 5000,
        "q=%27;+DROP+TABLE+reviews_item", "q=the", "q=%5C", "q=a%3A*+%3C-%3E+b", "page=-1", "page=99999999999999999999",
        "page=x", "show=nonsense", "match=none", "within=x", "sort=x", "theme=unknown", "theme=%00", "kind=unknown",
        "year=20x1", "year=99999999", "year=%D9%A1%D9%A2%D9%A3%D9%A4", "year=0000", "area=" + "b" * 999,
        "nation=%00wales", "area=%00", "&".join(["theme=neglect"] * 200), "show=reviews&q=%22a+OR", "=&&&=",
    ],
)  # fmt: skip
def test_odd_input_is_never_an_error(client, three_reviews, query):
    assert client.get(f"/search/?{query}").status_code == 200
    assert client.get(f"/reviews/?{query}").status_code == 200


def test_any_of_the_themes_of_the_review_is_the_usual_meaning(three_reviews):
    assert len(found("theme=neglect&theme=cme")) == 4
    assert len(found("theme=neglect")) == 3


def test_all_of_the_themes_of_the_review_can_be_asked_for(three_reviews):
    assert found("theme=neglect&theme=cme&match=all") == {
        "The school waited for a letter.", "Nobody asked where he was.",
    }  # fmt: skip


def test_the_finding_itself_can_be_asked_to_have_the_themes(three_reviews):
    assert found("theme=neglect&theme=cme&match=all&within=item") == {"Nobody asked where he was."}


def test_a_rejected_theme_is_no_theme(three_reviews):
    finding = make_finding("Something else.", review=make_review("Nobody"))
    make_tagging("neglect", item=finding, state=TaggingState.REJECTED)

    assert "Something else." not in found("theme=neglect&within=item")


def test_what_is_not_stated_can_be_asked_for(three_reviews):
    assert found(f"year={NOT_STATED}&show=reviews") == {"Ellis"}
    assert found(f"area={NOT_STATED}&area=Ambermoor&show=reviews") == {"Ellis", "Tam"}


def test_a_review_is_found_by_its_name_and_by_the_words_in_it(three_reviews):
    assert found("q=amara&show=reviews") == {"Amara"}
    assert found("q=letter&show=reviews") == {"Tam"}


def test_what_is_superseded_or_rejected_is_not_found(three_reviews):
    review = make_review("Gone")
    make_finding("A quixotic finding.", review=review, state=ItemState.SUPERSEDED)
    make_finding("Another quixotic finding.", review=review, state=ItemState.REJECTED)

    assert found("q=quixotic") == set()
    assert found("q=quixotic&show=reviews") == set()


def test_the_best_match_comes_first_and_the_order_can_be_chosen(three_reviews):
    make_finding("School, school and school again.", review=make_review("Old", published="2009"))

    best = results(QueryDict("q=school"), CHARLIE).rows[0].snippet
    oldest = results(QueryDict("q=school&sort=oldest"), CHARLIE).rows[0].review
    newest = results(QueryDict("q=school&sort=newest"), CHARLIE).rows[0].review

    assert best == "<mark>School</mark>, <mark>school</mark> and <mark>school</mark> again."
    assert (oldest.display_name, newest.display_name) == ("Old", "Amara")


def test_the_address_says_the_same_as_what_was_asked():
    query = "q=a+b&show=events&match=all&within=item&theme=cme&theme=neglect&area=Isle+of+X&year=2021&sort=oldest"

    assert asked(asked(query).query()) == asked(query)


def test_removing_one_value_keeps_every_other_filter(three_reviews):
    query = "q=school&show=passages&theme=cme&theme=neglect&kind=scr&year=2021&match=all"

    without = asked(query).without("theme", "cme")

    assert without == asked(query.replace("theme=cme&", ""))


def test_a_value_in_use_stays_although_nothing_has_it(three_reviews):
    make_theme("escalation")
    theme = results(QueryDict("theme=escalation"), CHARLIE).facets[0]

    assert [(one.value, one.count) for one in theme.used] == [("escalation", 0)]


def test_where_nothing_is_found_each_way_out_says_how_much_it_gives(three_reviews):
    nothing = results(QueryDict("q=letter&area=Thornley+Vale&show=findings"), CHARLIE)

    assert nothing.counted == "No findings"
    assert {(way.asked, way.count) for way in nothing.ways_out} == {("Area: Thornley Vale", 1), ("“letter”", 1)}


def test_a_passage_is_found_once_however_many_themes_its_review_has(three_reviews):
    make_passage("A quixotic passage.", review=three_reviews[0])

    assert len(results(QueryDict("q=quixotic&show=passages&theme=neglect&theme=cme"), CHARLIE).rows) == 1
