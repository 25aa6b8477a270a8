import pytest

from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.sections import section_of, subjects_of
from ingest.outline import Heading


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("Recommendations", Subject.RECOMMENDATIONS),
        ("Recommendations for the Partnership", Subject.RECOMMENDATIONS),
        ("Improving systems and practice", Subject.RECOMMENDATIONS),
        ("Strategies for improving practice", Subject.RECOMMENDATIONS),
        ("Areas for improvement", Subject.RECOMMENDATIONS),
        ("Questions for the Board to consider", Subject.CONSIDERATIONS),
        ("Multi-agency action plan", Subject.ACTION_PLAN),
        ("Practice and organisational learning", Subject.LEARNING),
        ("What did we learn?", Subject.LEARNING),
        ("Key messages", Subject.LEARNING),
        ("Lessons to be learned", Subject.LESSONS),
        ("Summary of findings", Subject.FINDINGS),
        ("What could have been better", Subject.FINDINGS),
        ("Effective practice", Subject.GOOD_PRACTICE),
        ("What worked well", Subject.GOOD_PRACTICE),
    ],
)
def test_a_heading_says_what_its_section_holds(heading, subject):
    assert subjects_of(heading) == {subject}


@pytest.mark.parametrize(
    ("heading", "subjects"),
    [
        ("Conclusion and recommendations", {Subject.CONCLUSION, Subject.RECOMMENDATIONS}),
        ("Findings & analysis", {Subject.FINDINGS, Subject.ANALYSIS}),
        ("Conclusions and lessons learned", {Subject.CONCLUSION, Subject.LESSONS}),
    ],
)
def test_a_heading_may_say_two_things(heading, subjects):
    assert subjects_of(heading) == subjects


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("Progress on recommendations", Subject.OF_OTHERS),
        ("Recommendations from previous reviews", Subject.OF_OTHERS),
        ("Actions taken since the review", Subject.OF_OTHERS),
        ("Findings of the Ofsted inspection", Subject.OF_OTHERS),
        ("The learning event", Subject.ELSEWHERE),
        ("Terms of reference", Subject.ELSEWHERE),
    ],
)
def test_what_others_found_and_how_the_review_was_made_is_told_apart(heading, subject):
    assert subjects_of(heading) == {subject}


def test_a_heading_that_states_something_names_no_part_of_the_report():
    assert subjects_of("Family background was not considered") == frozenset()


@pytest.mark.parametrize("heading", ["Appendix 1", "Early help", "Report of findings from a serious case review"])
def test_a_heading_may_say_nothing(heading):
    assert subjects_of(heading) == frozenset()


def test_the_nearest_heading_that_says_something_decides():
    headings = (Heading("Findings", 1), Heading("Recommendations", 2), Heading("Northshire Police", 3))

    section = section_of(headings)

    assert section.subjects == {Subject.RECOMMENDATIONS}
    assert [heading.text for heading in section.below] == ["Northshire Police"]
    assert [heading.text for heading in section.above] == ["Findings"]
