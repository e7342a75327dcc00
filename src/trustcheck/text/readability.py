"""How hard a text is to read, from the words of its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONG_WORD = 6
_VOWELS = re.compile(r"[aeiouy]+")


def lix(sentences: Sequence[Sequence[str]]) -> float:
    """LIX (C. H. Björnsson): words per sentence + 100 × words of more than six letters per word.

    About 25 is a children's book, 45 a newspaper, 60 hard official prose. 0 for no words.
    """
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    long_words = sum(len(word) > _LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * long_words / len(words)


def flesch_kincaid_grade(sentences: Sequence[Sequence[str]]) -> float:
    """Flesch–Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59. English only."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    """Groups of vowels, a silent final e not counted; an estimate that evens out over a text."""
    word = word.lower()
    count = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee", "ie", "ye")) and count > 1
    return max(count - silent, 1)
