import pytest

from ingest.extractors.manuscript.labels import ItemKind, clean_number, label_of

R, F, LP, L, G, C = (
    ItemKind.RECOMMENDATION,
    ItemKind.FINDING,
    ItemKind.LEARNING_POINT,
    ItemKind.LESSON,
    ItemKind.GOOD_PRACTICE,
    ItemKind.CONSIDERATION,
)


@pytest.mark.parametrize(
    ("text", "kind", "printed", "rest"),
    [
        ("Recommendation 1: The Board should act.", R, "Recommendation 1", "The Board should act."),
        ("Recommendation 2:", R, "Recommendation 2", ""),
        ("RECOMMENDATION NO 4 – Police", R, "RECOMMENDATION NO 4", "Police"),
        (
            "Recommendation 3 The Board should do this at once",
            R,
            "Recommendation 3",
            "The Board should do this at once",
        ),
        ("National recommendation 2. We ask", R, "National recommendation 2", "We ask"),
        ("Multi-agency recommendation 5 (Board): review", R, "Multi-agency recommendation 5", "review"),
        ("Recommendation One: train staff", R, "Recommendation One", "train staff"),
        ("R4: The Board should act", R, "R4", "The Board should act"),
        ("Finding 3: In Northshire", F, "Finding 3", "In Northshire"),
        ("System finding 1: The pathway", F, "System finding 1", "The pathway"),
        ("Learning point: Children need", LP, "Learning point", "Children need"),
        ("Key learning 1: Ask", LP, "Key learning 1", "Ask"),
        ("Practice point 2: Record", LP, "Practice point 2", "Record"),
        ("Lesson 1 – Information sharing", L, "Lesson 1", "Information sharing"),
        ("Good practice: The school rang.", G, "Good practice", "The school rang."),
    ],
)
def test_a_label_is_read_at_the_start_of_a_text(text, kind, printed, rest):
    label = label_of(text)

    assert label is not None
    assert (label.kind, label.printed, label.rest) == (kind, printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 3 was accepted in full by the partners.",
        "Recommendation 2 of the earlier review asked for training.",
        "Good practice was evident in the work of the school.",
        "Learning from this review has confirmed what others found.",
        "Learning has been identified in the following areas:",
        "The recommendation was repeated.",
        "R. v. Northshire",
    ],
)
def test_talk_about_an_item_is_no_label(text):
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Key lessons learned:", L),
        ("Learning points", LP),
        ("Findings", F),
        ("Examples of good practice", G),
        ("Questions for the Board to consider:", C),
        ("Issues for consideration by the Board", C),
    ],
)
def test_a_label_in_the_plural_announces_several(text, kind):
    label = label_of(text)

    assert label is not None
    assert (label.kind, label.is_plural) == (kind, True)


def test_an_abbreviation_without_a_mark_counts_only_where_it_is_set_apart():
    assert label_of("F4 The plan") is None
    assert label_of("F4 The plan", is_set_apart=True) is not None


@pytest.mark.parametrize(
    ("printed", "number"), [("(a)", "a"), ("4.2.", "4.2"), ("1,", "1"), ("iv)", "iv"), ("", None), (None, None)]
)
def test_a_number_is_kept_without_the_marks_around_it(printed, number):
    assert clean_number(printed) == number
