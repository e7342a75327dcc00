"""Is this an ordinary word of the language, or a name? Asked only where capitals hide which of the two it is."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from trustcheck.language.lexicon import lexicon


class Spelling(Enum):
    """How a word is written inside a sentence. `BOTH`: «berg» and «Berg» are both in the dictionary."""

    LOWER = "lower"
    NAME = "name"
    BOTH = "both"
    UNKNOWN = "unknown"


@lru_cache(maxsize=10_000)
def spelling(word: str, language: str) -> Spelling:
    """How the dictionary writes `word` (given in any case). A word of the grammar («du», «ikke») is lower case."""
    low = word.lower()
    if low in _grammar_words(language):
        return Spelling.LOWER
    lower, name = (f"\n{form}\n".encode() in _words(language) for form in (low, low.capitalize()))
    if lower:
        return Spelling.BOTH if name else Spelling.LOWER
    return Spelling.NAME if name else Spelling.UNKNOWN


@cache
def _grammar_words(language: str) -> frozenset[str]:
    words = lexicon(language)
    tagged = (word for listed in words.words.values() for word in listed.split())
    return frozenset((*words.markers, *tagged))


@cache
def _words(language: str) -> bytes:
    """All words of the lemma table with line breaks between: a tenth of the memory of a set, and quick enough."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    table = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    return ("\n" + "\n".join(table) + "\n").encode()
