"""Postal addresses, on one line or two. The postcode is found first, and the rest is read backwards from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.span import Span

_REACH = 130
"""How far before its postcode an address may begin, in code points."""
_CAPITAL = "A-ZÆØÅÄÖÉ"
_BREAK = r"(?:\s{0,3}[,·|]\s{0,3}|[ \t]{0,3}\n[ \t]{0,60})"
_CITY = rf"[{_CAPITAL}][\w-]{{1,30}}(?:[ ](?:[{_CAPITAL}][\w-]{{0,30}})){{0,2}}"
_FLOOR = r"(?:,?[ ](?:\d{1,2}\.|st\.|kl\.)[ ]?(?:(?:tv|th|mf|sal)\b\.?)?)?"
_STREET = rf"[{_CAPITAL}][\w.'-]{{1,30}}(?:[ ][\w.'-]{{1,30}}){{0,4}}[ ]\d{{1,4}}(?:[ ]?[A-Za-z])?{_FLOOR}"
_BOX = rf"(?:Post)?[Bb]oks\s?\d{{1,5}}(?:[ ][{_CAPITAL}]\w{{1,20}})?|(?:Post)?[Bb]ox\s?\d{{1,5}}|Postfack\s?\d{{1,4}}"
_NORDIC = re.compile(rf"(?<![\w.,/-])(?:(?:NO?|SE?|DK)-)?(?:\d{{4}}|\d{{3}}[ ]?\d\d)[ ]{_CITY}")
_BEFORE_NORDIC = re.compile(rf"\b(?:{_BOX}|{_STREET}){_BREAK}\Z")
_BRITISH = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b")
_PART = re.compile(r"[^\n,]{1,60}")
_MOST_PARTS = 4


def find_postal_addresses(text: str, country: str) -> Iterator[Entity]:
    """Addresses that a letter can be sent to: a street or box, and a postcode with its town."""
    for match in _NORDIC.finditer(text):
        if street := _BEFORE_NORDIC.search(text, max(0, match.start() - _REACH), match.start()):
            yield _entity(text, street.start(), match.end())
    if country in ("GB", "IE", ""):
        for match in _BRITISH.finditer(text):
            start = _british_start(text, match.start())
            if start < match.start():
                yield _entity(text, start, match.end())


def _british_start(text: str, postcode: int) -> int:
    """Where the address of a postcode begins: the part with the house number, and the house's name before it.

    Parts are split by commas and line ends; a blank line ends the search.
    """
    reach = max(0, postcode - _REACH)
    blank = text.rfind("\n\n", reach, postcode)
    begin = blank + 2 if blank >= 0 else reach
    parts = [(p.start(), p.group()) for p in _PART.finditer(text, begin, postcode) if p.group().strip()]
    near = parts[-_MOST_PARTS - 1 :]
    numbered = next((i for i, (_, part) in enumerate(near) if any(c.isdigit() for c in part)), None)
    if numbered is None:
        return _after_small_words(*near[-2]) if len(near) > 1 else postcode
    named = numbered > 0 and "\n" not in text[near[numbered - 1][0] : near[numbered][0]]
    return _after_small_words(*near[numbered - named])


def _after_small_words(start: int, part: str) -> int:
    """The first word of the part from which no small word follows: «write to us at | Foundry House»."""
    words = list(re.finditer(r"\S+", part))
    small = [i for i, word in enumerate(words[:-1]) if word.group()[0].islower()]
    return start + words[small[-1] + 1 if small else 0].start()


def _entity(text: str, start: int, end: int) -> Entity:
    return Entity(EntityKind.POSTAL_ADDRESS, Span(start, end), " ".join(text[start:end].split()))
