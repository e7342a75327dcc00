"""How the lines of a letter look: greetings, sign-offs, dates, addresses, sender lines, quotation marks of replies.

Five languages at once (nb, nn, sv, da, en), because the language is not known yet when a file is read.
"""

from __future__ import annotations

import re

_HELLO = (
    r"hei(?:sann)?|hallo|hallå|hej(?:san)?|halløj?|hi|hello|dear|kjære|kære|kära|käre|bästa|bäste"
    r"|god\s+(?:dag|morgen|kveld|morgon|kväll)"
    r"|goddag|godmorgen|gomorgen|good\s+(?:morning|afternoon|evening)|tjena"
)
_GREETING = re.compile(
    rf"(?:{_HELLO})(?=[\s,.!?:]|$)(?![.!?]\S)"
    r"(?P<name>[^,.!?:\n]*(?:\b(?:hr|fr|mr|mrs|ms|dr)\.[^,.!?:\n]*)*)(?P<end>\s*[,.!?:]*)",
    re.IGNORECASE,
)
_SMALL_WORDS = (
    "og och and & alle alla all du dere deg dig dykk kunde kunden kund customer sir madam or eller there igen igjen"
    " team fra från frå from hr fr fru herr frk mr mrs ms dr av af von van de der den das medlem member til till to"
    " nabo granne neighbour undefined none null nan beboer"
)
_SMALL_IN_NAMES = frozenset(_SMALL_WORDS.split())

_SMALL_AFTER_SIGN_OFF = _SMALL_IN_NAMES | {"oss", "hele", "hela"}

_SIGN_OFF = re.compile(
    r"(?:(?:med|dei|de|our|with|mange|många|many)\s+)?"
    r"(?:(?:aller|very|the)\s+)?"
    r"(?:"
    r"(?:\w+\s+){0,2}(?:\w*hils(?:en|ener|ner)|\w*helsing(?:ar)?|\w*hälsning(?:ar|arna)?)"
    r"|mvh|vh|mvhs|mbh|vmh"
    r"|(?:yours|sincerely|faithfully|respectfully)(?:\s+(?:sincerely|faithfully|truly|ever))?(?:\s+yours)?"
    r"|(?:(?:kind|kindest|best|warm|warmest)\s+)*(?:regards|wishes)"
    r"|(?:all\s+the\s+)?best|take\s+care|cheers|al{1,2}t\s+go(?:tt|dt)|ærbødigst|venligst|vennligst|vänligen"
    r")(?P<rest>(?=[\s,.!/–-]|$).*)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?:ha|hav)\s+(?:en|ein|ei|et|eit|ett|det)\b[^.?:,]{0,40}|(?:go|trevlig|fin|god|riktig god)\s+helg!?",
    re.IGNORECASE,
)
_BARE_ONLY = re.compile(r"(?:all the )?best|cheers|venligst|vennligst|vänligen|sincerely", re.IGNORECASE)

_MONTH = (
    r"jan(?:uar[iy]?)?|feb(?:ruar[iy]?)?|mar(?:s|ts|ch)?|apr(?:il)?|ma[ijy]|ju[nl][iy]?|june|july|aug(?:ust[i]?)?|"
    r"sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?"
)
_DATE = re.compile(
    r"(?:(?:[A-ZÆØÅÄÖ][^\s:,]*(?:\s[A-ZÆØÅÄÖ][^\s:,]*){0,2}),?\s+)?"
    r"(?:(?:dato|datum|date|dated)\s*:?\s*)?(?:(?:den|d\.|the|on)\s+)?"
    r"(?:(?:man|tirs|tis|tys|ons|tors|fre|lør|laur|lau|lör|søn|sun|sön|mon|tues|wednes|thurs|fri|satur)"
    r"da[gy]\w*,?\s+(?:den\s+)?)?"
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?(?:\d{{4}}|\d\d)"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?\s?(?:{_MONTH})\.?,?\s?\d{{4}}"
    rf"|(?:{_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})\.?",
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
_LABEL = re.compile(
    r"(?:(?:vår|deres|dykkar|din|er|our|your|vores)\s+)?"
    r"(?:ref(?:erans[e]?|erens|erence)?|saks?(?:nr|nummer)|dok(?:nr)?)\b[^.!?]*",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:til|till|to)\s*:?\s+\S", re.IGNORECASE)

_WEEKDAY = (
    r"(?:man|tirs|tis|tys|ons|tors|fre|lør|laur|lau|lör|søn|sun|sön|mon|tues|wednes|thurs|fri|satur)(?:da[gy]\w*|\.)"
)
_WROTE = r"(?:skrev|skreiv|wrote)\b(?!\s(?:du|dere|de|vi|jeg|eg|jag|i|you|we|ni|dykk|me)\b)[^:.]{0,120}(?:<[^>]*>)?\s?:"
_QUOTE_INTRO = re.compile(
    r"-{2,}\s*(?:original(?:\s+message|meddelande|melding|t\s+meddelande)|opprinnelig\s+melding"
    r"|oprindelig\s+meddelelse|opphavleg\s+melding|ursprungligt\s+meddelande|forwarded\s+message"
    r"|videresendt\s+(?:melding|meddelelse)|vidaresend\s+melding|"
    r"vidarebefordrat\s+meddelande)\s*-{2,}"
    rf"|(?=.*\d)(?:(?:on|den|d\.|på|am|{_WEEKDAY})\b|\d|[^<]{{2,60}}<[^>]+@).{{4,200}}\b{_WROTE}",
    re.IGNORECASE,
)
_BARE_INTRO = re.compile(rf"[^.!?]{{2,60}}\b{_WROTE}", re.IGNORECASE)
_MAIL_HEAD = re.compile(r"\*?(?:fra|från|frå|from)\s?:\*?\s+\S.*", re.IGNORECASE)
_MAIL_HEAD_NEXT = re.compile(
    r"\*?(?:sendt|skickat|sent|dato|datum|date|til|till|to|emne|ämne|subject)\s?:\*?\s", re.IGNORECASE
)

_LONGEST = 200
"""A line longer than this is running text, whatever it begins with."""

_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*$")


def greeting_length(line: str) -> int:
    """How many characters at the start of `line` are a greeting («Hei Kari!»), with its mark; 0 if there is none."""
    found = _GREETING.match(line)
    if found is None:
        return 0
    rest = line[found.end() :].strip()
    if not rest:
        return len(line) if len(line.split()) <= 8 else 0
    if not found["name"].strip() and _is_name(rest.rstrip(",.!")) and len(rest.split()) <= 3:
        return len(line)
    if _is_name(found["name"]) and found["end"].strip():
        return found.end()
    bare = re.match(rf"(?:{_HELLO})\s*[,!.]", line, re.IGNORECASE)
    return bare.end() if bare else 0


def is_sign_off(line: str) -> bool:
    """True for «Med vennlig hilsen», also with a name on the same line; running text is none."""
    if len(line) > _LONGEST:
        return False
    if _WISH.fullmatch(line):
        return True
    found = _SIGN_OFF.fullmatch(line)
    if found is None or len(line.split()) > 9 or line.rstrip().endswith(("?", ":")):
        return False
    rest = found["rest"].strip(" ,.!/–-")
    if _BARE_ONLY.match(line) and rest:
        return False
    words = rest.split()
    return (
        not words
        or words[0][0].isupper()
        or words[0].lower() in _SMALL_IN_NAMES
        or words[0] in ("oss", "hele", "hela", "alle")
    )


def is_date(line: str) -> bool:
    """True for a line that is a date and at most its place: «Bergen, 20. november 2026»."""
    return len(line) <= _LONGEST and bool(_DATE.fullmatch(line.strip()))


def has_postcode(line: str) -> bool:
    """True where a Nordic or British postcode with its town stands in the line."""
    return bool(_POSTCODE.search(line))


def is_company_line(line: str) -> bool:
    """True where a line says what only an organisation says: legal form, register number, phone, web."""
    return bool(_LEGAL_FORM.search(line) or _COMPANY.search(line))


def is_reference_line(line: str) -> bool:
    """True for «Vår ref.: 2026/114» and its like."""
    return bool(_LABEL.fullmatch(line.strip()))


def is_to_line(line: str) -> bool:
    """True for a line that names the recipient: «Til Ola Nordmann», «Till innehavaren av …»."""
    return bool(_TO.match(line)) and not ends_sentence(line) and len(line.split()) <= 8


def starts_quoted_reply(line: str, following: str = "") -> bool:
    """True where a quoted message begins: «… skrev:», «-----Original Message-----», «Fra: …» above «Sendt: …»."""
    if _QUOTE_INTRO.fullmatch(line.strip()):
        return True
    if following.startswith(">"):
        return bool(_BARE_INTRO.fullmatch(line.strip()))
    return bool(_MAIL_HEAD.fullmatch(line.strip()) and _MAIL_HEAD_NEXT.match(following.strip()))


def ends_sentence(line: str) -> bool:
    return bool(_SENTENCE_END.search(line.rstrip()))


def is_prose(text: str) -> bool:
    """True for running text: five or more words that end as a sentence, or a long line without labels."""
    words = text.split()
    if is_company_line(text) and len(words) <= 10:
        return False
    return (len(words) >= 5 and ends_sentence(text)) or (len(words) > 12 and not has_postcode(text))


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\s]+", text)
    return len(words) <= 6 and all(not w[0].islower() or w.lower().strip(".") in _SMALL_IN_NAMES for w in words)
