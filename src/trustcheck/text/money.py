"""Amounts of money in every local style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.numbers import FIGURE, decimal_of

_CROWN_OF_COUNTRY = {"NO": "NOK", "SE": "SEK", "DK": "DKK"}
_CODE = {"£": "GBP", "€": "EUR", "$": "USD"}
_BEFORE = r"(?P<before>\b(?:kr\.?|nok|sek|dkk|eur|gbp|usd)|[£€$])"
_AFTER = r"(?P<after>kr\.?|kroner|kronor|krone|krona|nok|sek|dkk|eur|euro|gbp|pounds?|pund|usd|£|€|:-|,-)"
_SPACE = r"[ \u00a0\u202f\t]{0,3}\n?[ \t]{0,8}"
_MONEY = re.compile(
    rf"{_BEFORE}{_SPACE}(?P<a>{FIGURE})(?:,[-–]|:-)?(?![\d%])"
    rf"|(?<![\w.,/:-])(?P<b>{FIGURE}){_SPACE}{_AFTER}(?![\w])",
    re.IGNORECASE,
)


def find_money(text: str, country: str) -> Iterator[Entity]:
    """Amounts with a currency sign or word; plain «kr» is the country's crown. Values like `499.00 NOK`."""
    for match in _MONEY.finditer(text):
        amount = decimal_of(match["a"] or match["b"])
        if amount is None:
            continue
        unit = (match["before"] or match["after"]).lower().rstrip(".")
        yield Entity(EntityKind.MONEY, Span(*match.span()), f"{amount:.2f} {_currency(unit, country)}")


def _currency(unit: str, country: str) -> str:
    if unit.upper() in ("NOK", "SEK", "DKK", "EUR", "GBP", "USD"):
        return unit.upper()
    if unit in _CODE:
        return _CODE[unit]
    if unit in ("pound", "pounds", "pund"):
        return "GBP"
    if unit == "euro":
        return "EUR"
    return _CROWN_OF_COUNTRY.get(country, "?")
