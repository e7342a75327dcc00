"""All entities of a text at once: finders run from the most to the least certain, each on what is left over."""

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
from trustcheck.text.times import find_times
from trustcheck.text.web import find_emails, find_links

_NUMBER = re.compile(rf"(?<![\w.,/-])(?:{FIGURE})(?![\w]|[.,]\d)")
_DIGIT = re.compile(r"\d")
_HIDDEN = "\x00"


def find_entities(text: str, *, language: str, country: str, today: date) -> tuple[Entity, ...]:
    """Everything with a value in the text, in order, never overlapping. Linear in the text for any input.

    `country` (ISO 3166, may be empty) sets the number plans. Every style is read in every `language`: letters mix them.
    """
    found: list[Entity] = []
    left = text
    for stage in _WITH_FIGURES if _DIGIT.search(text) else _WITHOUT_FIGURES:
        # A proposal that reaches over something found already would hold it: what was found first is surer.
        new = _apart((e for e in stage(left, country, today) if _HIDDEN not in e.span.of(left)), len(text))
        left = _hide(left, new)
        found += new
    return tuple(sorted(found, key=lambda e: e.span))


def _web(text: str, country: str, today: date) -> Iterator[Entity]:
    yield from find_emails(text)
    yield from find_links(text)


def _identifiers(text: str, country: str, today: date) -> Iterator[Entity]:
    yield from find_org_numbers(text, country)
    yield from find_payment_references(text)
    yield from find_bank_accounts(text, country)
    yield from find_national_ids(text, country)
    yield from find_cards(text)


def _days(text: str, country: str, today: date) -> Iterator[Entity]:
    return find_dates(text, today)


def _money(text: str, country: str, today: date) -> Iterator[Entity]:
    return find_money(text, country)


def _labelled(text: str, country: str, today: date) -> Iterator[Entity]:
    yield from find_postal_addresses(text, country)
    yield from find_references(text)


def _phones(text: str, country: str, today: date) -> Iterator[Entity]:
    return find_phones(text, country)


def _rest(text: str, country: str, today: date) -> Iterator[Entity]:
    yield from find_durations(text)
    if _DIGIT.search(text):
        yield from find_times(text)
        yield from _numbers(text)


_WITH_FIGURES = (_web, _identifiers, _days, _money, _labelled, _phones, _rest)
_WITHOUT_FIGURES = (_web, _days, _rest)


def _numbers(text: str) -> Iterator[Entity]:
    for match in _NUMBER.finditer(text):
        value = decimal_of(match.group())
        if value is not None:
            yield Entity(EntityKind.NUMBER, Span(*match.span()), str(value))


def _apart(proposed: Iterable[Entity], length: int) -> list[Entity]:
    """Of proposals that overlap, the one that came first."""
    kept: list[Entity] = []
    taken = bytearray(length)
    for entity in proposed:
        start, end = entity.span.start, entity.span.end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(entity)
    return kept


def _hide(text: str, found: Iterable[Entity]) -> str:
    """The text with what was found made unreadable; its length stays, so spans keep their meaning."""
    pieces: list[str] = []
    at = 0
    for span in sorted(e.span for e in found):
        pieces += (text[at : span.start], _HIDDEN * len(span))
        at = span.end
    return "".join((*pieces, text[at:])) if pieces else text
