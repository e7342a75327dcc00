"""Telephone numbers in every local style, compared as numbers and never as strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_CANDIDATE = re.compile(
    r"(?<![\w.,/#:-])(?:\+|00)?\(?\d(?:[\d()]|[ \u00a0\u202f./-](?=[\d(])|\n[ \t]*(?=\d)){4,22}\d(?![\w])"
)
_SHORT = re.compile(r"(?<![\w.,:/–-])(?:\d{3,6}|\d{2} \d{3}|\d{3} \d{2}|\d{3} \d{3})(?![\w/–-]|[.,:]\d|[ ]?\d|[ ]?%)")
_CALL_WORD = re.compile(
    r"(?:\btlf\b|\btelefon\w*|\btel\b|\bphone|\bmobil\w*|\bring\w*|\bcall|\bdial|\bsms\b|\bsvar på\b|\btext\b|☎"
    r"|\bnås\b)"
    r"[^\d\n]{0,25}\Z",
    re.IGNORECASE,
)
_CALL_SHORT = re.compile(
    r"\b(?:tlf|telefon(?:en)?|tel|phone|ring(?:e|er|a)?|call|dial|sms|text|samtal|samtaler|calls)\.?:?"
    r"(?:\s(?:oss|meg|mig|os|us|me|til|till|to|på|on|nummer|number|nr\.?))*\s?:?\s?\Z",
    re.IGNORECASE,
)
# «(mobile|phone|telephone) number» is a phone; any other numbered thing is not.
_NUMBER_OF_ELSE = re.compile(
    r"(?:\b(?:booking|billett|biljett|billet|medlems|kunde?|customer|membership|account|reference|referen[sc]e?|referanse|polise|police"
    r"|policy|konto|saks|sags|ärende|case|order|ordre|faktura|invoice|måler|målar|mätar|meter|serie|serial|pakke|parcel"
    r"|kolli|tracking|sporings|spårnings|avtale|avtal|aftale|anlegg|anläggning|pin)[\w-]{0,12}"
    r"(?:\s(?:number|no\.?|nr\.?|nummer|id|code|kode))?|\b\w*(?:kode|kod|koden|code))(?:\s(?:is|er|är))?:?\s{1,3}\Z",
    re.IGNORECASE,
)
_IN_A_LAW = re.compile(r"(?:§|\b(?:paragra(?:f|ph)|section|article|artik(?:kel|el))\w{0,5})[ \u00a0]?\Z", re.IGNORECASE)
"""«§ 22-15 6. ledd» is a place in a law."""
_THOUSANDS = re.compile(r"\d{1,2}(?:[ .\u00a0]\d{3}){2}|[1-9]\d[ .\u00a0]\d{3}")
"""A sum or a meter reading, unless a word that says «call» stands before it."""
_BESIDE_CONTACT = re.compile(
    r"(?:^|\n|[,·|–]|\b(?:kundeservice|kundesenter|kundtjänst|kundcenter|support|kontakt|vakt\w*|sentralbord"
    r"|växel|oss|meg|mig|os|"
    r"me|us|på|on)\b:?)[ \u00a0\t]*\Z",
    re.IGNORECASE,
)
_PREMIUM = {
    "NO": re.compile(r"^\+47(?:82\d|829)\d+$"),
    "SE": re.compile(r"^\+46(?:900|939|944|99)\d+$"),
    "DK": re.compile(r"^\+4590\d+$"),
    "GB": re.compile(r"^\+44(?:84|87|9[018]|70|118)\d+$"),
}
_TRUNK_ZERO = ("SE", "GB")
"""Where every number dialled at home begins with a zero."""
_PREFIX = {"NO": "+47", "SE": "+46", "DK": "+45", "GB": "+44", "IE": "+353", "FI": "+358"}
_PREMIUM_SHAPE = {
    "NO": re.compile(r"^82\d{6}$"),
    "SE": re.compile(r"^0(?:900|939|944|99)\d{5,8}$"),
    "DK": re.compile(r"^90\d{6}$"),
    "GB": re.compile(r"^0(?:84|87|9[018])\d{8}$|^118\d{3}$"),
}


def find_phones(text: str, country: str) -> Iterator[Entity]:
    """Numbers that are possible in the country's plan (or written with a country code). Values in E.164.

    Short numbers are taken only right after a word that says «call», and given as `short:12345`.
    """
    for match in _CANDIDATE.finditer(text):
        start = match.start() + _opens_remark(match.group())
        written = text[start : match.end()]
        value = normal_phone(written, country)
        if value and _looks_dialled(written, text, start, country):
            yield Entity(EntityKind.PHONE, Span(start, match.end()), value)
    for match in _SHORT.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        said = _CALL_WORD if len(digits) == 5 and country == "NO" else _CALL_SHORT
        if said.search(text, max(0, match.start() - 45), match.start()):
            yield Entity(EntityKind.PHONE, Span(*match.span()), f"short:{digits}")


def _opens_remark(written: str) -> bool:
    """Does the number stand in a bracket that is not its own: «(0330 818 2270, free)»?"""
    return written.startswith("(") and ")" not in written


@lru_cache(maxsize=16384)
def normal_phone(number: str, country: str) -> str:
    """The number in E.164, `short:…` for a bare five-digit one, or an empty text where it is no phone number."""
    import phonenumbers

    digits = re.sub(r"\D", "", number)
    if len(digits) == 5 and country == "NO":
        return f"short:{digits}"
    shape = _PREMIUM_SHAPE.get(country)
    if shape and shape.match(digits):
        # Premium ranges are partly unassigned in the metadata, and are dialled all the same.
        return _PREFIX[country] + digits.removeprefix("0")
    written = "+" + digits[2:] if digits.startswith("00") else " ".join(number.split())
    try:
        parsed = phonenumbers.parse(written, country or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed) or not _plausible(parsed, country):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def _plausible(parsed: object, country: str) -> bool:
    import phonenumbers

    if phonenumbers.is_valid_number(parsed):  # type: ignore[arg-type]
        return True
    # Numbers kept free for examples and drama are not «valid»; of the right length they still are phone numbers.
    national = str(parsed.national_number)  # type: ignore[attr-defined]
    lengths = {"NO": (8, 8), "DK": (8, 8), "SE": (7, 10), "GB": (9, 10)}.get(country, (7, 12))
    return lengths[0] <= len(national) <= lengths[1]


def same_number(one: str, other: str, country: str) -> bool:
    """Do two written numbers reach the same telephone?"""
    first = normal_phone(one, country)
    return bool(first) and first == normal_phone(other, country)


def is_premium(value: str, country: str) -> bool:
    """Is this E.164 number in a premium or special-rate range (numbering plans of NO, SE, DK, UK)?"""
    if value.startswith("short:"):
        return False
    pattern = _PREMIUM.get(_country_of(value) or country)
    return bool(pattern and pattern.match(value)) or _is_premium_type(value)


@lru_cache(maxsize=4096)
def _is_premium_type(value: str) -> bool:
    """Premium by the metadata of phonenumbers, which knows more countries than the ranges above."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE)


def _country_of(value: str) -> str:
    return next((c for c, prefix in _PREFIX.items() if value.startswith(prefix)), "")


def _looks_dialled(written: str, text: str, start: int, country: str) -> bool:
    """Long bare digits are more often references than phones, unless what stands before them speaks of contact."""
    if country in _TRUNK_ZERO and written[0] not in "+(0":
        return False
    before = max(0, start - 45)
    if _NUMBER_OF_ELSE.search(text, before, start) or _IN_A_LAW.search(text, before, start):
        return False
    if _THOUSANDS.fullmatch(written):
        return bool(_CALL_WORD.search(text, before, start))
    if not written.isdigit() or written.startswith("0"):
        return True
    if len(written) == 8 and written[0] not in "01" and _BESIDE_CONTACT.search(text, before, start):
        return True
    return bool(_CALL_WORD.search(text, before, start))
