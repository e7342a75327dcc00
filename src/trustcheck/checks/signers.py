"""Who signs: persons' names in the sign-off and under it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from trustcheck.model.check import Context
from trustcheck.model.message import BlockRole
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.letterform import is_sign_off, sign_off_name
from trustcheck.text.names import person_name

_PART = re.compile(r"\s*(?:[,;:|(/–·\t]| - |\s—\s| {2,}|\bv/|$)\s*")
_JOINED = re.compile(
    r"\s(?:i|in|hos|ved|på|fra|frå|från|at|from|for|för|og|och|and|&|med|with|av|af|of|by|gjennom|genom|gennem)\s.*",
    re.DOTALL,
)
_WARM = re.compile(
    r"\s*(?:(?:stor|store|mange|många|varm|big|lots of)\s+)?"
    r"(?:k\.?h|knus|kys|klem(?:mer|mar)?|kram(?:ar)?|hugs)\b[ .,!]*"
    r"(?:\s*(?:fra|frå|från|from)\s+)?"
    r"|\s*(?:love|best|bedste|kærligst|kindly|xx+|puss|ses|vi ses)[ .,!]*$",
    re.IGNORECASE,
)
"""Closings that a chatty sender writes and that look like a name. Love Ek is one: the word must stand alone."""
_ARTICLES = ("erne", "arna", "ene", "ane", "en", "et", "a", "n")
_SURE_WORDS = 2
"""A later part of a line is a name only from two words on: «Billing, Leeds» names a town."""


def signs(rule: Rule, context: Context, roles: Sequence[BlockRole]) -> bool:
    """Does a person's name stand in blocks of these roles?

    Options `unit_words` and `unit_endings`: words, and ends of words, that name a team or a function.
    """
    units = frozenset(rule.options["unit_words"])
    endings = tuple(rule.options["unit_endings"])
    names = context.organisation.names
    for block in context.message.of_role(*roles):
        for part, first in _parts(context.message.text, block.span):
            name = person_name(part.of(context.message.text), names)
            sure = first or len(name.split()) >= _SURE_WORDS
            if name and sure and not any(_is_unit(word, units, endings) for word in name.split()):
                return True
    return False


def _is_unit(word: str, units: Container[str], endings: tuple[str, ...]) -> bool:
    lowered = word.lower().strip(".")
    return lowered in units or any(form.endswith(endings) for form in _forms(lowered))


def _forms(word: str) -> Iterator[str]:
    """The word with and without the article that Nordic languages put at its end: «opkrævningen», «opkrævning»."""
    yield word
    yield from (word[: -len(end)] for end in _ARTICLES if len(word) > len(end) + 4 and word.endswith(end))


def _parts(text: str, block: Span) -> Iterator[tuple[Span, bool]]:
    """What may be a name in each line of a block, and whether it opens the line."""
    for line in _lines(text, block):
        start = line.start
        words = line.of(text)
        if is_sign_off(words):
            named = sign_off_name(words)
            if named is None:
                continue
            start += named.start
        elif warm := _WARM.match(words):
            start += warm.end()
        begin = start
        for mark in _PART.finditer(text, start, line.end):
            part = text[start : mark.start()]
            kept = _JOINED.sub("", part)
            if kept.strip():
                yield Span(start, start + len(kept)), start == begin
            start = mark.end()
            if start >= line.end:
                break


def _lines(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for line in block.of(text).split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1
