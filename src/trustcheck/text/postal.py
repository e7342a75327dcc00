"""Postal addresses, on one line or two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_BREAK = r"(?:\s{0,3}[,·|]\s{0,3}|[ \t]{0,3}\n[ \t]{0,60}|\s·\s)"
_CITY = r"[A-ZÆØÅÄÖ][\w.-]+(?:[ ](?:[A-ZÆØÅÄÖ][\w.-]*|[CKNSVØ])){0,2}"
_STREET = r"[A-ZÆØÅÄÖ][\wæøåäöé.'-]+(?:[ ][\wæøåäöé.'-]+){0,4}[ ]\d{1,4}(?:[ ]?[A-Za-z])?(?:,?[ ](?:\d\.|st\.|kl\.)[ ]?\w*\.?)?"
_BOX = r"(?:Post)?[Bb]oks\s?\d{1,5}(?:[ ][A-ZÆØÅ]\w+)?|(?:Post)?[Bb]ox\s?\d{1,5}|Postfack\s?\d{1,4}|PO\s?Box\s?\d{1,5}"
_ADDRESS = re.compile(rf"(?:{_BOX}|{_STREET}){_BREAK}(?:(?:NO?|SE?|DK)-)?\d{{3}}[ ]?\d{{1,2}}[ ]{_CITY}")
_BRITISH = re.compile(
    r"(?:[\w'.-]+[ ]){0,3}[\w'.-]+(?:,[ ]?|\n[ \t]*)(?:[^\n,]{2,40}(?:,[ ]?|\n[ \t]*)){0,4}?[^\n,]{0,40}"
    r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b")


def find_postal_addresses(text: str, country: str) -> Iterator[Entity]:
    """Addresses that a letter can be sent to: a street or box, and a postcode with a town."""
    for match in _ADDRESS.finditer(text):
        yield _entity(*match.span(), match.group())
    if country in ("GB", "") and _POSTCODE.search(text):
        for match in _BRITISH.finditer(text):
            yield _entity(*match.span(), match.group())


def _entity(start: int, end: int, written: str) -> Entity:
    return Entity(EntityKind.POSTAL_ADDRESS, Span(start, end), " ".join(written.split()))
