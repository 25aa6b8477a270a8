"""Other forms of a word that stemming does not bring together: child and children, organise and organize."""

import re
from functools import cache

# Words with the same meaning in the other number or tense. Only such as reviews use; a form stands in one group.
IRREGULAR = """
child children / grandchild grandchildren / stepchild stepchildren / schoolchild schoolchildren / woman women /
man men / policeman policemen / person people / wife wives / midwife midwives / housewife housewives / life lives /
knife knives / self selves / half halves / foot feet / tooth teeth / crisis crises / analysis analyses /
diagnosis diagnoses / hypothesis hypotheses / criterion criteria / phenomenon phenomena / thief thieves /
bring brought / see saw seen / take took taken / know knew known / give gave given / write wrote written /
speak spoke spoken / break broke broken / leave left / tell told / say said / hear heard / feel felt / find found /
keep kept / lose lost / meet met / send sent / spend spent / hold held / withhold withheld / begin began begun /
understand understood / misunderstand misunderstood / become became / come came / go went gone / undergo underwent /
hide hid hidden / fall fell fallen / forget forgot forgotten / choose chose chosen / drive drove driven /
drink drank drunk / eat ate eaten / fight fought / sleep slept / seek sought / teach taught / think thought /
buy bought / catch caught / build built / grow grew grown / throw threw thrown / shake shook shaken /
withdraw withdrew withdrawn / mistake mistook mistaken / undertake undertook undertaken / oversee oversaw overseen /
foresee foresaw foreseen / strike struck stricken / wake woke woken / wear wore worn / flee fled / feed fed /
breastfeed breastfed / bleed bled / lead led / mislead misled / pay paid / rise rose risen / arise arose arisen /
steal stole stolen / swear swore sworn / tear tore torn / forbid forbade forbidden / lay laid / deal dealt /
run ran / make made / get got / sit sat / stand stood / win won / sell sold / bite bitten / beat beaten / die dying
"""

# How words begin in British and in American spelling.
BEGINNINGS = """
behaviour behavior, colour color, favour favor, neighbour neighbor, labour labor, honour honor, rumour rumor,
harbour harbor, endeavour endeavor, demeanour demeanor, humour humor, vigour vigor, misdemeanour misdemeanor,
paediatric pediatric, paedophil pedophil, haemorrhag hemorrhag, haemato hemato, anaem anem, anaesth anesth,
oedema edema, orthopaed orthoped, gynaecolog gynecolog, foetus fetus, foetal fetal, diarrhoea diarrhea,
leukaemi leukemi, caesarean cesarean, manoeuvr maneuver, centre center, theatre theater, litre liter, fibre fiber,
defence defense, offence offense, licence license, practise practice, pretence pretense, programme program,
counsell counsel, travell travel, labell label, cancell cancel, signall signal, modell model, quarrell quarrel,
fulfil fulfill, enrol enroll, instal install, skilful skillful, wilful willful, judgement judgment,
acknowledgement acknowledgment, ageing aging, grey gray, mould mold, dialogue dialog, catalogue catalog,
analys analyz, paralys paralyz, sceptic skeptic, mum_ mom_, mums_ moms_, mummy_ mommy_
"""
ISE = re.compile(r"(?P<stem>.{3,}[^aeiou\W\d_]i)(?P<letter>[sz])(?P<end>e|ed|es|er|ers|ing|ation|ations|ational|able)")
OTHER_LETTER = {"s": "z", "z": "s"}
# Abbreviations and their plurals, "GP" and "GPs": stemming takes the s off only where a vowel comes before it.
ABBREVIATION = re.compile(r"[A-Z]{2,}s?|[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,}")


def other_forms(word: str) -> frozenset[str]:
    """Return the other forms of a word, in lower case; forms that do not exist do no harm, nothing has them."""
    plain = word.casefold()
    found = {*_irregular().get(plain, ()), *_other_spellings(plain), *_other_number(word)}
    return frozenset(found - {plain})


def _other_spellings(word: str) -> set[str]:
    found = set()
    ise = ISE.fullmatch(word)
    if ise:
        found.add(f"{ise['stem']}{OTHER_LETTER[ise['letter']]}{ise['end']}")
    for one, other in _beginnings():
        if f"{word}_".startswith(one):
            found.add(f"{other}{f'{word}_'[len(one) :]}".rstrip("_"))
    return found


def _other_number(word: str) -> set[str]:
    if not ABBREVIATION.fullmatch(word):
        return set()
    plain = word.casefold()
    return {plain[:-1] if word[-1] in "sS" and len(word) > 2 else f"{plain}s"}


@cache
def _irregular() -> dict[str, frozenset[str]]:
    groups = [frozenset(group.split()) for group in IRREGULAR.split("/")]
    return {word: group for group in groups for word in group}


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    pairs = [pair.split() for pair in BEGINNINGS.split(",")]
    return tuple((one, other) for a, b in pairs for one, other in ((a, b), (b, a)))
