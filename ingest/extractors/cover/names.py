"""How people’s names are printed: "Dr Siân Gwilt-Evans MBE", "P. J. Mossop", "Colm Averill and Stella Marchbanks"."""

import re

_LATIN = [chr(code) for code in range(0xC0, 0x180)]
UPPER = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
# Words with a capital that no person is called by: of bodies, roles, reports, offices, months.
_NO_PERSON = (
    r"(?:The|This|These|That|Child|Children|Adult|Adults|Safeguarding|Review|Report|Board|Partnership|Council|Police|"
    r"Services?|Trust|Hospital|School|University|Panel|Independent|Lead|Authors?|Reviewers?|Overview|Health|Social|Care|"
    r"Serious|Case|Practice|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"National|Local|Home|Office|NHS|Consultants?|Consultancy|Consulting|Limited|Ltd|Associates?|Group|Committee|"
    r"Executive|Domestic|Homicide|Working|Together|Published|Publication|County|City|Borough|England|Wales|Scotland|"
    r"Ireland|Team|Agency|Agencies|Individual|Management|Learning|Terms|Reference|Directors?|Managers?|Rapid|Thematic|"
    r"Community|Safety|Chief|Detective|Inspector|Superintendent|Sergeant|Constable|Constabulary|Named|Designated|Family|"
    r"Mother|Father|Version|Date|Final|Draft|In|By|It|An|At|On|For|From|And|Of|To|With|He|She|They|We|Chair|Chaired|"
    r"Prepared|Commissioned|Completed|Spring|Summer|Autumn|Winter|Joint|Principal|External|Summary|Head|Former|Formerly|"
    r"Retired|Senior|Deputy|Assistant|Freelance|Worker|Nurse|Doctor|Business|Quality|Strategic|Policy|Development|"
    r"Registered|Barrister|Solicitor|Specialist|Advis[eo]r|Writer|Signature|Signed|Statement|Name|Print|Members?|Role|"
    r"Organisation|Title|Position|Contact|Email|Telephone|Website|Protection|Public|Regional|District|Clinical|Mental|"
    r"Education|Housing|Probation|Foundation|Recommendations?|Findings?|Introduction|Appendix|Confidential|Official|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Its|His|Her|Their|Both|Two|Three|Contents|Foreword|"
    r"Preface|Acknowledgements?|Bwrdd|Diogelu|Cadeirydd|Adolygydd|Dyddiad)\b"
)
_WORD = rf"[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?(?:[’'-][{UPPER}{LOWER}][{LOWER}]*)*"
_PART = (
    rf"(?!{_NO_PERSON})(?:[{UPPER}][’'][{UPPER}][{LOWER}]+|{_WORD}|"
    rf"(?:[{UPPER}]\.[ ]?)*[{UPPER}]\.|(?:ap|de|van|von|der|ferch|bin|al)\b)"
)
_TITLE = r"(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|Rev|Cllr)\b\.?"
_LAST = rf"(?!{_NO_PERSON})(?:[{UPPER}][’'][{UPPER}][{LOWER}]+|{_WORD})\b"
PERSON = rf"(?:{_TITLE}[ ]+)?{_PART}(?:[ ]{_PART}){{0,2}}[ ]{_LAST}"
# Degrees and honours after a name: "BA (Hons), MSc, CQSW", "MBE QPM".
_LETTERS = (
    r"(?:BA|BSc|MA|MSc|MPhil|PhD|DPhil|MBA|LLB|LLM|BEd|MEd|PGCE|RGN|RMN|RSCN|RHV|RN|RM|SCPHN|CQSW|DipSW|Dip\s?SW|CSS|"
    r"DipHE|CertEd|MRCGP|MRCPsych|FRCPCH|FRCP|FRSA|OBE|MBE|CBE|QPM|KPM|QC|KC|JP|FRCN|Cert\.?\s?Ed)\b\.?(?:\s*\(Hons\.?\))?"
)
LETTERS = rf"(?:[ ]*,?[ ]*{_LETTERS})*"
# Whom each works for stands in brackets: "A. Name (SCIE) and B. Name (Independent)".
_OF = r"(?:\s*\([^()\n]{2,40}\))?"
PEOPLE = rf"{PERSON}{LETTERS}{_OF}(?:[ ]*(?:,\s*and|,|and|&|;|/|\n)\s*{PERSON}{LETTERS}{_OF})*"
_WORKS_FOR = re.compile(r"\([^()\n]*\)")
_EACH = re.compile(PERSON)
_TITLED = re.compile(rf"^{_TITLE}\s+")


def people_in(text: str) -> list[str]:
    """Return the people named in a text in order, without their titles and letters."""
    names = (" ".join(_TITLED.sub("", match.group()).split()) for match in _EACH.finditer(_WORKS_FOR.sub("", text)))
    return [name for name in dict.fromkeys(names) if len(name.split()) >= 2]


def in_title_case(text: str) -> str:
    """Return a line in capitals as names are written; another as it is."""
    return re.sub(r"\bAnd\b", "and", text.title()) if text.isupper() else text
