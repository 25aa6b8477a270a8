"""Headings open parts of a report by their words, whatever the nation, decade or kind of review."""

import pytest

from ingest.outline import Part
from ingest.outlining.parts import part_of_heading

HEADINGS = {
    Part.CONTENTS: ["Contents", "Table of Contents", "CONTENTS PAGE", "Cynnwys"],
    Part.INTRODUCTION: [
        "Introduction",
        "Chair's Foreword",
        "Introduction & synopsis of the review",
        "Executive Summary",
        "Reason for the review",
        "Background to the review",
        "Purpose of this review",
        "Circumstances leading to the review",
    ],
    Part.METHOD: [
        "Methodology",
        "The Process",
        "Terms of Reference",
        "How the review was conducted",
        "Scope of the review",
        "Review panel",
        "Family Involvement",
        "Contribution of family members",
        "Key lines of enquiry",
        "Parallel processes",
        "Independence",
        "The lead reviewer and author",
        "Agencies involved",
        "Publication",
    ],
    Part.FAMILY: [
        "Family composition",
        "Genogram",
        "Pen picture of Tobias",
        "Who was Tobias?",
        "Subject of the review",
    ],
    Part.CHRONOLOGY: [
        "Chronology",
        "Narrative chronology",
        "Integrated chronology of events",
        "Summary of case",
        "Concise summary of relevant case history",
        "The facts",
        "Key events",
        "Significant Events October 2010 – August 2014",
        "What happened",
        "Timeline",
        "Agency involvement",
        "Background information prior to 2010",
        "Narrative and summary of events within the year preceding the child's serious injury",
    ],
    Part.ANALYSIS: [
        "Analysis",
        "Analysis of practice",
        "Appraisal of practice",
        "Critical analysis",
        "Thematic analysis",
        "How effective was the escalation policy?",
        "Discussion",
    ],
    Part.FINDINGS: [
        "Findings",
        "The Learning",
        "Key learning",
        "What did we learn?",
        "Lessons learnt",
        "LESSONS LEARNED FROM THIS REVIEW",
        "Practice learning points",
        "Learning identified from considering Child Y",
        "Key themes",
        "Findings & analysis",
        "What can we learn from this?",
    ],
    Part.GOOD_PRACTICE: ["Good practice", "Examples of good practice", "What worked well", "Effective practice"],
    Part.CONCLUSION: ["Conclusion", "CONCLUSIONS", "Concluding remarks", "Summing up"],
    Part.RECOMMENDATIONS: [
        "Recommendations",
        "Conclusion and recommendations",
        "Single agency recommendations",
        "Recommendations for the Partnership",
        "Learning and recommendations",
        "SCR RECOMMENDATIONS",
        "Considerations for the Board",
        "Questions for the Board",
        "Improving Systems and Practice",
        "Areas for improvement",
    ],
    Part.ACTION_PLAN: [
        "Action plan",
        "Appendix 2: Multi-agency action plan",
        "ACTION PLAN FOR CHILD Z",
    ],
    Part.REFERENCES: ["References", "Bibliography", "Endnotes"],
    Part.GLOSSARY: ["Glossary", "Abbreviations", "Glossary of terms and acronyms"],
    Part.APPENDIX: ["Appendix 1", "Annex B", "APPENDICES", "Appendix 3: letter to families"],
    Part.OTHER: ["Race, language and culture", "Tobias", "The house in Sparrow Lane"],
}


@pytest.mark.parametrize(
    ("part", "heading"), [(part, heading) for part, those in HEADINGS.items() for heading in those]
)
def test_headings_open_their_part(part, heading):
    assert part_of_heading(heading) == part


@pytest.mark.parametrize(
    "heading",
    ["Learning disability services", "Family support", "The family court", "Lesson planning at the school"],
)
def test_words_of_services_open_no_part_of_learning_or_family(heading):
    assert part_of_heading(heading) not in (Part.FINDINGS, Part.FAMILY)


def test_an_appendix_is_what_it_holds():
    assert part_of_heading("Appendix 1: terms of reference") == Part.METHOD
    assert part_of_heading("Appendix A – Glossary") == Part.GLOSSARY
