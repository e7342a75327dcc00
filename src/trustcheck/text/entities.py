"""All entities of a text at once: each finder proposes, and what is more certain wins where two overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span
from trustcheck.text.dates import find_dates
from trustcheck.text.durations import find_durations
from trustcheck.text.money import find_money
from trustcheck.text.numbered import (
    find_bank_accounts,
    find_cards,
    find_national_ids,
    find_org_numbers,
    find_payment_references,
)
from trustcheck.text.numbers import FIGURE, decimal_of
from trustcheck.text.phones import find_phones
from trustcheck.text.postal import find_postal_addresses
from trustcheck.text.references import find_references
from trustcheck.text.web import find_emails, find_links

_TIME = re.compile(
    r"\b(?:kl\.?|klokka|klokken|klockan|at)\s?(?P<h>[0-2]?\d)(?:[.:](?P<m>[0-5]\d))?(?![\d.,]\d|\d)(?:\s?(?P<ap>[ap]m))?"
    r"|(?<![\d.,:])(?P<h2>[0-2]?\d):(?P<m2>[0-5]\d)(?![\d:])|(?<![\d.,])(?P<h3>1?\d)(?:\.(?P<m3>[0-5]\d))?\s?(?P<ap3>[ap]m)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?<![\w.,/-])(?:{FIGURE})(?![\w]|[.,]\d)")
_DIGIT = re.compile(r"\d")


def find_entities(text: str, *, language: str, country: str, today: date) -> tuple[Entity, ...]:
    """Everything with a value in the text, in order, never overlapping. Linear in the text for any input.

    `country` (ISO 3166, may be empty) sets the number plans; `language` is not needed to read any style, but words
    that are figures in one language alone are only read in that one.
    """
    kept: list[Entity] = []
    taken = bytearray(len(text))
    for entity in _proposals(text, language, country, today):
        if not any(taken[entity.span.start : entity.span.end]):
            taken[entity.span.start : entity.span.end] = b"\x01" * len(entity.span)
            kept.append(entity)
    return tuple(sorted(kept, key=lambda e: e.span))


def _proposals(text: str, language: str, country: str, today: date) -> Iterator[Entity]:
    """Candidates from the most to the least certain."""
    dates = list(find_dates(text, today))
    yield from find_emails(text)
    yield from find_links(text)
    if _DIGIT.search(text):
        yield from find_org_numbers(text, country)
        yield from find_payment_references(text)
        yield from find_bank_accounts(text, country)
        yield from find_national_ids(text, country)
        yield from find_cards(text)
        yield from find_money(text, country)
        yield from _calendar(dates)
        yield from find_postal_addresses(text, country)
        yield from find_references(text)
        yield from find_phones(text, country)
    yield from find_durations(text)
    yield from dates
    if _DIGIT.search(text):
        yield from _times(text)
        yield from _numbers(text)


def _calendar(dates: Iterable[Entity]) -> Iterator[Entity]:
    """Dates with figures in them; «i dag» and weekdays wait until durations have had their say."""
    return (d for d in dates if d.value[:1].isdigit() or d.value.startswith("--"))


def _times(text: str) -> Iterator[Entity]:
    for match in _TIME.finditer(text):
        hour = int(match["h"] or match["h2"] or match["h3"])
        minute = int(match["m"] or match["m2"] or match["m3"] or 0)
        half = (match["ap"] or match["ap3"] or "").lower()
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        if hour <= 24:
            yield Entity(EntityKind.TIME, Span(*match.span()), f"{hour:02}:{minute:02}")


def _numbers(text: str) -> Iterator[Entity]:
    for match in _NUMBER.finditer(text):
        value = decimal_of(match.group())
        if value is not None:
            yield Entity(EntityKind.NUMBER, Span(*match.span()), str(value))
