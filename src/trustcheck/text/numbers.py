"""Figures and number words of five languages."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_UNITS = {
    1: "en ein ett et eit éin én één one",
    2: "to två två tvenne two begge",
    3: "tre three",
    4: "fire fyra four",
    5: "fem five",
    6: "seks sex six",
    7: "sju syv sjö seven",
    8: "åtte åtta otte eight",
    9: "ni nio nine",
    10: "ti tio ten",
    11: "elleve elva eleven",
    12: "tolv twelve",
    13: "tretten tretton thirteen",
    14: "fjorten fjorton fourteen",
    15: "femten femton fifteen",
    16: "seksten sexton sixteen",
    17: "sytten sjutton seventeen",
    18: "atten arton eighteen",
    19: "nitten nitton nineteen",
    20: "tjue tyve tjugo twenty",
    30: "tretti tredve tredive trettio thirty",
    40: "førti fyrre fyrtio forty",
    50: "femti halvtreds femtio fifty",
    60: "seksti tres sextio sixty",
    70: "sytti halvfjerds sjuttio seventy",
    80: "åtti firs åttio eighty",
    90: "nitti halvfems nittio ninety",
}
WORDS = {word: value for value, words in _UNITS.items() for word in words.split()}
"""Number word → value. Small ones that are articles or pronouns too (en, ett, ni) count only before a unit."""

FIGURE = (
    r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?(?![\d,])"
    r"|\d{1,3}(?:[ .\u00a0\u202f\u2009']\d{3}){1,4}(?:,\d{1,2})?"
    r"|\d{1,12}(?:[.,]\d{1,4})?"
)


def decimal_of(figure: str) -> Decimal | None:
    """The value of a figure in any local style: `1 894,00`, `1.284,50`, `1,284.50`, `499`. None if it is none.

    The last mark followed by one or two digits splits off the decimals; every other mark groups thousands.
    """
    compact = re.sub(r"[\s\u00a0\u202f\u2009']", "", figure)
    marks = list(re.finditer(r"[.,]", compact))
    if marks:
        last = marks[-1]
        decimals = compact[last.end() :]
        grouping = len(decimals) == 3
        whole = re.sub(r"[.,]", "", compact if grouping else compact[: last.start()])
        compact = whole if grouping else f"{whole}.{decimals}"
    try:
        return Decimal(compact)
    except InvalidOperation:
        return None


def count_of(word: str) -> int | None:
    """The whole number that a figure or number word stands for, if it does."""
    lowered = word.lower()
    if lowered.isdigit() and lowered.isascii():
        return int(lowered)
    return WORDS.get(lowered)
