"""Whether the words of a message name a piece of information that the records have on file."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from trustcheck.checks.verify.field_words import WORDS


class Known(Enum):
    """Do the words name the piece of information? `UNCLEAR` where neither words nor key are in the table."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


def knows(wanted: str, key: str) -> Known:
    """Whether `wanted` (a key such as `serial_number`, or a message's words) names what `key` of `on_file` holds."""
    asked, held = _spaced(wanted), _spaced(key)
    kinds_asked, kinds_held = kinds_in(asked), kinds_in(held)
    if kinds_asked & kinds_held or asked == held:
        return Known.YES
    if kinds_held:
        return Known.NO
    if held and held in asked:
        return Known.YES
    return Known.NO if kinds_asked else Known.UNCLEAR


def kinds_in(text: str) -> frozenset[str]:
    """The kinds of information that a text names. Longer words win: an «email address» is no address."""
    left, found = _spaced(text), set()
    for word, kind in _by_length():
        rest = re.sub(_pattern(word), "\n", left)
        if rest != left:
            left = rest
            found.add(kind)
    return frozenset(found)


_SHORT = 4
"""Words up to this length stand at the beginning of a word: «pas» is in «passet», and not in «kompas»."""

_DEVICES = frozenset({"telefon", "mobil", "phone", "mobile", "telephone"})
"""Bare words that mean a number; with an ending («telefonens IMEI-nummer») they mean the thing."""


def _pattern(word: str) -> str:
    if word in _DEVICES:
        return rf"(?<!\w){word}(?![\w'’])"
    return rf"(?<!\w){re.escape(word)}\w*" if len(word) <= _SHORT else re.escape(word)


@cache
def _by_length() -> tuple[tuple[str, str], ...]:
    pairs = {(word.replace("_", " "), kind) for kind, words in WORDS.items() for word in (kind, *words)}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _spaced(text: str) -> str:
    return " ".join(re.split(r"[\s_|]+", text.casefold()))
