"""The words by which a dated sentence tells that it is of the case, of the review, or of the wider world."""

from ingest.any_case import AnyCase, any_case


def _pattern(*words: str) -> AnyCase:
    """Return a pattern for any of the phrases as whole words, in any case; spaces stand for any white space."""
    joined = "|".join(word.replace(" ", r"\s+") for word in words)
    return any_case(rf"\b(?:{joined})\b")


# The family, the child, the adult, and those around them.
PEOPLE = _pattern(
    "mother", "father", "mum", "dad", "parents?", "child", "children", "baby", "infant", "twins?", "siblings?",
    "brothers?", "sisters?", "grand(?:mother|father|parents?)", "step-?(?:mother|father|brother|sister)",
    "half-(?:brother|sister|siblings?)", "famil(?:y|ies)", "partner", "boyfriend", "girlfriend", "husband", "wife",
    "ex-(?:partner|husband|wife|boyfriend)", "couple", "sons?", "daughters?", "aunt", "uncle", "cousin", "carers?",
    "foster carers?", "victim", "perpetrator", "deceased", "young person", "boy", "girl", "he", "she", "him", "her",
    "his", "hers", "they", "pupil", "patient", "resident", "tenant", "neighbours?", "M?MGM", "MGF", "PGM",
    "family home", "unborn", "newborn", "adult", "the man", "the woman", "friends?",
)  # fmt: skip
# Those of them who are hardly spoken of except in the case: no "children" or "they", whom a new policy is for too.
FAMILY = _pattern(
    "mother[’']?s?", "father[’']?s?", "mum", "dad", "parents", "the child", "the bab(?:y|ies)", "the infant",
    "the twins", "siblings?", "brother", "sister", "grand(?:mother|father|parents)", "step-?(?:mother|father)",
    "the family", "partner", "boyfriend", "girlfriend", "husband", "wife", "the couple", "the victim",
    "the perpetrator", "the deceased", "his", "her", "the young person", "the boy", "the girl", "in this case",
    "the adult",
)  # fmt: skip
# Those who work with them.
AGENTS = _pattern(
    "GPs?", "general practitioner", "health visitors?", "health visiting", "midwife", "midwives", "midwifery",
    "nurses?", "social workers?", "social care", "children[’']?s services", "adult services", "CSC", "ASC",
    "early help", "police", "officers?", "constabulary", "school", "nursery", "college", "teachers?",
    "head ?teacher", "hospital", "ward", "CAMHS", "psychiatr\\w+", "psycholog\\w+", "paediatric\\w*", "doctors?",
    "consultant", "paramedics?", "ambulance", "A&E", "accident (?:and|&) emergency", "emergency department", "MASH",
    "MARAC", "IDVA", "probation", "court", "judge", "housing", "landlord", "care home", "agency", "agencies",
    "team", "service", "council", "local authority", "clinic", "surgery", "practitioners?", "professionals?",
    "worker", "dentist", "dental", "dietician", "therapist", "solicitors?", "legal", "CAFCASS", "coroner",
    "crown prosecution service", "CPS", "YOT", "YOS", "EWO", "support worker", "children[’']?s centre",
    "pharmac\\w+", "safeguarding lead", "SENCO", "CMHT", "trust", "home care",
)  # fmt: skip
# What happens in a case.
HAPPENINGS = _pattern(
    "referr(?:al|als|ed)", "re-?referr(?:al|als|ed)", "strategy (?:discussion|meeting)s?", "conferences?",
    "core groups?", "visits?", "visited", "appointments?", "attend(?:ed|ance)", "admitted", "admission",
    "discharged?", "assessments?", "assessed", "arrest(?:ed|s)?", "charged", "convicted", "sentenced", "cautioned",
    "bail", "disclos(?:ed|ure)", "reported", "999", "111", "call(?:s|ed)?", "incidents?", "died", "death", "born",
    "birth", "moved", "pregnan(?:t|cy)", "bruis(?:e|es|ed|ing)", "injur(?:y|ies|ed)", "fracture[sd]?", "overdose",
    "assault(?:ed|s)?", "killed", "murder(?:ed)?", "found", "missing", "excluded", "exclusion", "enrolled",
    "absent", "absences?", "closed", "opened", "allocated", "section 47", "section 17", "section 20", "s47", "s17",
    "s20", "s136", "sectioned", "detained", "child in need", "child protection plan", "care proceedings",
    "care order", "care plan", "EHC ?P?", "plans?", "meetings?", "MAAM", "TAF", "diagnos(?:is|ed)", "prescribed",
    "operation", "surgery", "weigh(?:ed|t)", "immunis\\w+", "contact(?:ed|s)?", "notified", "informed", "letter",
    "text", "e-?mails?", "lockdown", "seen", "separated", "married", "divorced", "evicted", "eviction", "tenancy",
    "funeral", "post-?mortem", "fell", "fall", "ulcers?", "wound", "collapsed", "unconscious",
)  # fmt: skip
# What befalls the people of a case after the death or harm: funerals, the care of the other children. Who was charged
# and sentenced is told in introductions as what came of the case, beside the inquest; in the account it is an event.
AFTERMATH = _pattern(
    "funeral", "buried", "placed", "adopted", "care order", "care proceedings", "discharged", "adoption", "foster",
)  # fmt: skip
# A finite verb in the past, or a participle that does for one in notes ("seen at home").
PAST = _pattern(
    "was", "were", "had", "did", "didn[’']t", "wasn[’']t", "\\w{2,}ed", "went", "saw", "made", "told", "said",
    "took", "came", "left", "gave", "began", "became", "found", "held", "met", "rang", "sent", "spoke", "wrote",
    "got", "brought", "put", "kept", "lost", "fell", "felt", "ran", "chose", "knew", "thought", "stood", "drove",
    "hit", "bit", "shook", "hurt", "cut", "set", "let", "paid", "drank", "ate", "broke", "slept", "woke", "sat",
    "lay", "grew", "struck", "withdrew", "undertook", "sought", "overheard", "understood", "withheld", "forgot",
    "fought", "stole", "threw", "bought", "caught", "taught", "led", "built", "hid", "dealt", "swore", "seen",
    "given", "shown", "rose", "took",
)  # fmt: skip

_REVIEW = (
    r"(?:serious\s+case|significant\s+case|safeguarding\s+practice|child\s+practice|adult\s+practice|practice|"
    r"safeguarding\s+adults?|domestic\s+homicide|domestic\s+abuse\s+related\s+death|rapid|learning|case\s+management|"
    r"thematic|independent|mental\s+health\s+homicide)\s+reviews?"
)
# The review at work: never an event of the case, whoever is named beside it.
REVIEW_AT_WORK = any_case(
    rf"\b(?:{_REVIEW}|SCRs?|L?CSPRs?|SARs?|DHRs?|DARDRs?|IMRs?|SILP)\b"
    r"|^\W*it\s+(?:examines|considers|covers|looks\s+at)\b"
    r"|\bagencies\s+(?:wrote|provided|submitted|completed)\s+(?:[\w-]+\s+){0,3}reports?\b"
    r"|\bterms\s+of\s+reference\b|\bcriteria\s+for\s+(?:a|an|the|holding)\s+(?:[\w-]+\s+){0,3}review\b|\b(?:review|scr|case\s+review)\s+(?:panel|team|group|sub-?group|process|period|report)\b"
    r"|\b(?:timeframe|time\s+frame|timescales?|scope|period|focus)\s+(?:for|of|under)\s+(?:the\s+|this\s+)?review\b"
    r"|\bperiod\s+(?:from|between)\b[^;]{0,70}?\b(?:was|were)\s+(?:chosen|selected|agreed|set|reviewed|considered|examined)\b"
    r"|\b(?:author|reviewers?|(?:independent|panel|review)\s+chair|investigators?)\s+(?:also\s+|then\s+)?(?:met|visited|interviewed|spoke|wrote|saw|"
    r"telephoned|contacted|travelled)\b|\b(?:met|spoke|spoken)\s+(?:with|to|by)\s+the\s+(?:\w+\s+)?(?:author|reviewers?|investigators?)\b"
    r"|\bwrote\s+to\s+the\s+famil\w+\b[^.;]{0,40}\b(?:contribute|take\s+part|participate|meet)\b|\bcop(?:y|ies)\s+of\s+the\s+(?:\w+\s+)?report\b"
    r"|\bscoping\s+(?:meeting|exercise|document)\b|\bsecure\s+(?:their|its|all|the)\s+(?:case\s+)?(?:files|records)\b|\bat\s+the\s+time\s+of\s+writing\b"
    r"|\bin\s+the\s+(?:serious\s+case\s+)?review\s+of\s+(?:Child|Baby|Adult|Family)\s+[A-Z]{1,2}\d?\b"
    r"|\b(?:serious\s+(?:untoward\s+)?incident|root\s+cause)\s+(?:investigation|analysis|review|report)\b"
    r"|\b(?:time\s?frame|time\s?line|scoping\s+period|review\s+period|period\s+(?:under|of)\s+(?:the\s+)?review"
    r"|(?:period|time)\s+(?:reviewed|considered|examined|covered|looked\s+at|in\s+(?:scope|question)))\s+"
    r"(?:for\s+\w+\s+)?(?:runs?|ran|is|was|were|covers?|covered|spans?|starts?|begins?|began|extends?|agreed|set)\b"
    r"|\b(?:lead|independent|overview)\s+(?:overview\s+)?(?:reviewers?|authors?|writers?|chair)\b|\boverview\s+report\b"
    r"|\bindividual\s+management\b|\bagency\s+(?:report|management\s+review|chronolog)|\bpanel\s+(?:met|meetings?|was|first)\b"
    r"|\b(?:first|second|third|fourth|final|initial)\s+(?:review\s+)?panel\b"
    r"|\b(?:practitioners?|learning|reflective|scoping)[’']?s?\s+(?:learning\s+)?(?:events?|workshops?|sessions?|participation|discussion)\b"
    r"|\b(?:home\s+office|quality\s+assurance\s+panel)\b|\bnational\s+(?:child\s+safeguarding\s+practice\s+review\s+)?panel\b"
    r"|\b(?:draft|final|this|the|full|overview|published)\s+report\s+(?:was|is|were|has|had)\b|\bdate\s+published\b"
    r"|\breport\s+completed\b|\bthis\s+(?:review|report)\b|\bdate\s+of\s+(?:this|the)\s+report\b"
    r"|\b(?:it|review|report|period|scope)\s+(?:covers?|covered|looks?\s+at|runs?|spans?|considers?|considered|is|was)\s+(?:the\s+)?"
    r"(?:time|period|events|practice|from|between)\b|\bsafeguarding\s+partners\b"
)
# The review named in passing, or the body that runs it: an event only where the case is told.
REVIEW_NAMED = any_case(
    r"\b(?:the|our)\s+review\b(?!\s+(?:child|conference|meeting|health|assessment|of\s+(?:the\s+)?(?:child|care|medication|plan)))"
    r"|\b(?:author|reviewers?)\b|\bcommissioned\b|\bthe\s+(?:safeguarding\s+)?(?:board|partnership)\b(?![’'])|\bLSCB\b(?![’'])|\bLSAB\b(?![’'])"
    r"|\bsafeguarding\s+(?:children|adults?)[’']?s?\s+(?:board|partnership)\b(?![’'])|\bcommunity\s+safety\s+partnership\b"
    r"|\bchief\s+officers?\b|\bcommittee\b|\bpublish(?:ed|es|ing)\b|\bpublication\b|\bchronolog(?:y|ies)\b"
)
# What is written about law, research and the country: never an event of the case, whoever is named beside it.
LAW_AND_RESEARCH = any_case(
    r"\bet\s+al\b|\bresearch\b|\bstud(?:y|ies)\s+(?:by|of|found|shows?)\b|\bstatutory\s+guidance\b|\bworking\s+together\s+(?:to|\(?20)"
    r"|\b(?:NICE|government|national|department(?:al)?|DfE|DoH|HM\s+government)\s+(?:guidance|guidelines?|polic(?:y|ies)|strategy|report|review)\b"
    r"|\bworking\s+together\s+(?:was|were|is|has|had)\b"
    r"|\b(?:statutory|multi-agency|practice|procedures?|guidance|guidelines|handbook|code\s+of\s+practice)\b[^.;]{0,40}?\b(?:was|were)\s+(?:\w+\s+)?"
    r"(?:revised|reissued|updated|amended|withdrawn|superseded|repealed)\b"
    r"|\b(?:came|comes?|brought)\s+into\s+(?:force|effect|law)\b|\blegislation\b|\broyal\s+assent\b"
    r"|\b(?:annual|triennial|biennial)\s+(?:report|analysis)\b|\bper\s?cent\s+of\s+(?:all|children|adults|people|families)\b"
    r"|\b(?:national|19\d\d|20\d\d)\s+census\b|\bstatistics\b|\bnationally\b|\bpopulation\b|\bfinancial\s+year\b"
    r"|\b(?:inquest|coroner)\b[^.]{0,60}\b(?:found|concluded|conclusion|recorded|opened|held|verdict|ruled|returned|issued)\b"
)
# Inspection and the like: of the case only where its people are named.
WIDER_WORLD = any_case(
    r"\bofsted\b(?<!registered with ofsted)(?!-registered)|\bCQC\b(?<!registered with CQC)"
    r"|\bcare\s+quality\s+commission\b|\bHMICF?R?S?\b|\binspect(?:ion|ed|ors?|orate)\b|\bestyn\b|\bHIW\b"
    r"|\b(?:country|nation|England|Wales|Scotland|UK|United\s+Kingdom)\s+(?:went|entered|was\s+placed|moved)\s+into\b[^.;]{0,20}\blockdown\b"
    r"|\b(?:the\s+(?:UK\s+|Welsh\s+|Scottish\s+)?government|parliament|children[’']s\s+commissioner|secretary\s+of\s+state)\s+(?:\w+\s+)?"
    r"(?:introduced|announced|reported|published|passed|launched|issued|closed|imposed)\b|\bNICE\b|\baudits?\b"
    r"|\bthe\s+(?:team|service|MASH|hub|department|council|trust|force|panel)\s+(?:received|dealt\s+with|handled|had|carried)\s+(?:\d+,)?\d{2,}\b"
    r"|\ball\s+staff\b|\b(?:guidance|polic(?:y|ies)|procedures?|protocols?)\s+(?:that\s+was\s+|which\s+was\s+)?(?:in\s+place|in\s+force|then)\b"
    r"|\bnational\s+lockdown\b[^.;]{0,30}\b(?:began|started|ended|was|were|announced|imposed|came|lifted)\b|\bcare\s+inspectorate\b|\bacross\s+(?:England|Wales|Scotland|the\s+UK|the\s+country)\b"
)
_SYSTEM = (
    r"(?:polic(?:y|ies)|procedures?|protocols?|pathways?|process(?:es)?|systems?|guidance|guidelines?|toolkits?|tools?|"
    r"templates?|strateg(?:y|ies)|threshold\s+documents?|documents?|pilot|projects?|programmes?|training|routes?|framework|campaign|service\s+specification|"
    r"operating\s+model|structures?|arrangements?|model|briefings?|audits?|database|forms?|checklists?)"
)
_BODIES = (
    r"(?:trusts?|clinical\s+commissioning\s+groups?|CCGs?|PCTs?|integrated\s+care\s+boards?|ICBs?|councils?|authorit(?:y|ies)|"
    r"partnerships?|teams?|services?|departments?|constabular(?:y|ies)|rehabilitation\s+compan(?:y|ies)|hubs?|MASH)"
)
_CHANGED = (
    r"(?:introduced|launched|implemented|developed|rolled\s+out|updated|revised|reviewed|ratified|embedded|established|"
    r"ceased|piloted|relaunched|re-?designed|re-?structured|restructured|put\s+in\s+place|brought\s+in|delivered|created|"
    r"strengthened|circulated|issued|commenced|audited|undertaken)"
)
# How agencies have changed since: "a process was developed", "implemented a system".
SYSTEM_CHANGE = any_case(
    rf"\b{_SYSTEM}\b[^.;]{{0,60}}?\b(?:was|were|has|have|had)\s+(?:been\s+|since\s+|also\s+)*{_CHANGED}\b"
    rf"|\b{_CHANGED}\s+(?:an?|the|its|their|new|revised|updated|this)\s+(?:\w+\s+){{0,4}}?{_SYSTEM}\b"
    rf"|\b{_BODIES}\s+(?:(?:was|were|had\s+been)\s+)?(?:replaced|abolished|formed|merged|dissolved|re-?organi[sz]ed|restructured|re-?tendered|decommissioned|"
    rf"recommissioned|established|amalgamated|took\s+over\s+from|came\s+into\s+being)\b"
    rf"|\b{_SYSTEM}\b[^.;]{{0,30}}?\b(?:was|were)\s+{_CHANGED}\b|\b(?:transferred|moved)\s+to\s+a\s+new\s+(?:provider|operator|contractor|trust)\b"
    rf"|\btook\s+up\s+(?:the\s+|her\s+|his\s+)?post\b|\bresigned\b"
    rf"|\b(?:pilot|project|programme|scheme|service)\s+(?:ceased|ended|began|started|commenced|launched|ran)\b"
    rf"|\b(?:training|workshops?|briefings?)\b[^.;]{{0,40}}\b(?:delivered|provided|held|took\s+place|rolled)\b"
    rf"|\bcurrently\b|\bsince\s+(?:then|this)\b[^.;]*\bha(?:s|ve)\b"
)
# What did not happen but might have: "removal in May would have prevented".
MIGHT_HAVE_BEEN = any_case(
    r"^\W*(?:had|if)\b|\b(?:would|could|might|may)\b[^.;,]{0,40}\bhave\s+(?:\w+ed|been|made|led)\b"
)
# What is still to be done: "The two bodies will hold a shared contract".
TO_COME = any_case(r"^\W*(?:[\w’'-]+\W+){1,14}?(?:will|shall|must|should|needs?\s+to)\s+(?!have\b)\w+")
