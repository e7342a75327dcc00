"""Lines of a letter that say what they are: dates, references, postcodes, an organisation's particulars, running text.

All five languages (nb, nn, sv, da, en) are read at once: a reader needs the form of a letter before its language is
known. Every function takes one line without its line break.
"""

from __future__ import annotations

import re

_LONGEST = 200
"""A line longer than this is running text, whatever it begins with."""

_MONTH = (
    r"jan(?:uar[iy]?)?|feb(?:ruar[iy]?)?|mar(?:s|ts|ch)?|apr(?:il)?|ma[ijy]|ju[nl][iy]?|june|july|aug(?:usti?)?|"
    r"sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?"
)
WEEKDAY = (
    r"(?:man|mån|måndag|tirs?|tis|tys|ons|tors?|fre|lør|laur|lör|søn|sun|sön|mon|tues|wednes|wed|thurs?|fri|satur|sat)"
    r"(?:da[gy]\w{0,2})?\.?"
)
_PLACE = r"(?-i:[A-ZÆØÅÄÖ])[\w.-]{1,30}(?:\s(?:(?-i:[A-ZÆØÅÄÖ])[\w.-]{0,30}|i|på)){0,2}"
_DATE_LINE = re.compile(
    rf"\s*(?:{_PLACE},?\s{{1,4}})?(?:(?:dato|datum|date|dated)\s*:?\s*)?"
    rf"(?:{WEEKDAY},?\s+)?(?:(?:den|d\.|the|on)\s+)?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s?(?:{_MONTH})\.?,?\s?\d{{4}}"
    rf"|(?:{_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})\.?\s*",
    re.IGNORECASE,
)
_REFERENCE_LINE = re.compile(
    r"\s*(?:(?:vår|våre|vores|deres|dykkar|din|er|ert|our|your)\s+)?"
    r"(?:ref(?:erans[e]?|erens|erence)?|sak(?:s)?(?:nr|nummer)?|sag(?:s)?(?:nr|nummer)?|ärende(?:nr|nummer)?|case|dok(?:nr)?|"
    r"kundenr|kundenummer|kundnr|kundnummer|customer|faktura(?:nr|nummer)?|invoice|avtale(?:nr)?|avtal|aftale(?:nr)?|"
    r"account|emne|ämne|subject|re)"
    r"(?:\s?(?:nr|no|nummer|number))?\.?\s?:\s*\S.*",
    re.IGNORECASE,
)

_POSTCODE = re.compile(
    r"(?:\b(?:N|S|SE|DK|NO|FI)-)?(?:\b\d{4}\s+[A-ZÆØÅ]|\b\d{3}\s?\d\d\s+[A-ZÅÄÖÆØ])\w+"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
)
_LEGAL_FORM = re.compile(
    r"\b(?:AS|ASA|SA|BA|AB|A/S|ApS|I/S|P/S|K/S|HB|KB|KF|IKS|Ltd|Limited|PLC|plc|LLP|Inc|GmbH|Oy)\b"
    r"|(?:Forsikring|Försäkring|Sparbank|Sparebank|Bank)\b"
)
_COMPANY = re.compile(
    r"\b(?:org\.?\s?-?(?:nr|no|num)|organi[sz]a[st]jons(?:nummer|nr)|organisationsn\w*|cvr"
    r"|føretaksregisteret|foretaksregisteret|registered in|company no|vat)\b"
    r"|@|\bwww\.|\b(?:tlf|tel|tfn|telefon|phone|telephone)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:til|till|to)\s*:?\s+\S", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*$")


def is_date_line(line: str) -> bool:
    """True for a line that is a date, at most with its place: «Oslo, 20. november 2026», «Borlänge den 3 maj 2026»."""
    return len(line) <= _LONGEST and _DATE_LINE.fullmatch(line) is not None


def is_reference_line(line: str) -> bool:
    """True for a labelled reference or subject on a line of its own: «Vår ref.: 2026/114», «Ärendenr: 4711»."""
    if len(line) > _LONGEST or line.rstrip().endswith((".", "!", "?")):
        return False
    return _REFERENCE_LINE.fullmatch(line) is not None


def has_postcode(line: str) -> bool:
    """True where a Nordic or British postcode with its town stands in the line."""
    return bool(_POSTCODE.search(line))


def is_company_line(line: str) -> bool:
    """True where a line says what only an organisation says: legal form, register number, phone, web."""
    return bool(_LEGAL_FORM.search(line) or _COMPANY.search(line))


def is_to_line(line: str) -> bool:
    """True for a line that names the recipient: «Til Ola Nordmann», «Till innehavaren av …»."""
    return bool(_TO.match(line)) and not ends_sentence(line) and len(line.split()) <= 8


def ends_sentence(line: str) -> bool:
    return bool(_SENTENCE_END.search(line.rstrip()))


def is_prose(text: str) -> bool:
    """True for running text: five or more words that end as a sentence, or a long line without labels."""
    words = text.split()
    if is_company_line(text) and len(words) <= 10:
        return False
    return (len(words) >= 5 and ends_sentence(text)) or (len(words) > 12 and not has_postcode(text))
