"""Amounts of money in every local style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.numbers import FIGURE, decimal_of

_CROWN_OF_COUNTRY = {"NO": "NOK", "SE": "SEK", "DK": "DKK", "IS": "ISK"}
_ISO = frozenset({"NOK", "SEK", "DKK", "ISK", "EUR", "GBP", "USD", "CHF", "PLN"})
_CODE = {"£": "GBP", "€": "EUR", "$": "USD", "pound": "GBP", "pounds": "GBP", "pund": "GBP", "euro": "EUR",
         "euros": "EUR", "dollar": "USD", "dollars": "USD", "pence": "GBP"}  # fmt: skip
_HUNDREDTHS = frozenset({"øre", "öre", "pence"})
_FACTORS = {"tusen": 1_000, "tusind": 1_000, "thousand": 1_000, "mill": 1_000_000, "million": 1_000_000,
            "millioner": 1_000_000, "millionar": 1_000_000, "miljon": 1_000_000, "miljoner": 1_000_000}  # fmt: skip
# Capitals only: «12 nok» is «12 enough», «30 sek» are seconds.
_CODES = "(?-i:NOK|SEK|DKK|ISK|EUR|GBP|USD|CHF|PLN)"
_SPACE = r"[ \u00a0\u202f\u2009\t]{0,3}\n?[ \t]{0,8}"
# After a currency word a figure may go on over a line break: «kr 1\n894,00».
_WRAPPED = r"\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})*[ \u00a0]?\n[ \t]{0,8}\d{3}(?:,\d\d)?(?![\d.,:/-])"
_FACTOR = rf"(?:{_SPACE}(?P<factor>{'|'.join(sorted(_FACTORS, key=len, reverse=True))})\b\.?)?"
_BEFORE = re.compile(
    rf"(?:(?<![^\W_])(?P<unit>kr\.?|kroner|kronor|{_CODES})(?![^\W\d_])|(?P<sign>[£€$])){_SPACE}(?P<minus>[-−–](?=\d))?"
    rf"(?P<figure>{_WRAPPED}|{FIGURE})(?:,[-–]|[:.]-)?(?![\d%]){_FACTOR}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?<![\w.,/:-])(?P<minus>[-−])?(?<![.,/:])(?P<figure>{FIGURE})(?:(?P<mark>,[-–]|[:.]-)(?:{_SPACE}kr\b\.?)?"
    rf"|{_FACTOR}{_SPACE}(?P<unit>kr\.?|kroner|kronor|krone|krona|{_CODES}|euros?|pounds?|pund|dollars?|pence|"
    r"[øö]re|[£€$]))(?![^\W_])",
    re.IGNORECASE,
)
_UNIT_NEAR = re.compile(rf"kr|[£€$]|{_CODES}|[,:.][-–]|poun|pund|dollar|pence|[øö]re", re.IGNORECASE)


def find_money(text: str, country: str) -> Iterator[Entity]:
    """Amounts with a currency sign or word; plain «kr» is the country's crown. Values like `499.00 NOK`.

    The currency is `?` where «kr» stands in a country that has none.
    """
    if not _UNIT_NEAR.search(text):
        return
    end = 0
    for match in sorted((*_BEFORE.finditer(text), *_AFTER.finditer(text)), key=lambda m: (m.start(), -m.end())):
        amount = decimal_of(match["figure"])
        if match.start() < end or amount is None:
            continue
        end = match.end()
        yield Entity(EntityKind.MONEY, Span(match.start(), end), _value(match, amount, country))


def _value(match: re.Match[str], amount: Decimal, country: str) -> str:
    groups = match.groupdict()
    unit = (groups.get("sign") or groups["unit"] or "").lower().rstrip(".")
    factor = _FACTORS.get((groups["factor"] or "").lower(), 1)
    amount *= factor if unit not in _HUNDREDTHS else Decimal("0.01")
    return f"{-amount if groups['minus'] else amount:.2f} {_currency(unit, country)}"


def _currency(unit: str, country: str) -> str:
    if unit.upper() in _ISO:
        return unit.upper()
    if unit == "kronor":
        return "SEK"
    return _CODE.get(unit) or _CROWN_OF_COUNTRY.get(country, "?")
