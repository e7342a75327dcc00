"""Words and alternatives as regular expressions over a sentence's token line, and the literals that anchor them.

The token line of a sentence is its tokens' norms, each followed by one space, after a leading space. An expression for
one token always consumes that space, so a match begins and ends at token edges, and repetition is bounded everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from trustcheck.language.inflect import forms
from trustcheck.language.patterns.notation import Word

_PLAIN = (("å", "aa"), ("ø", "oe"), ("æ", "ae"), ("ä", "ae"), ("ö", "oe"))
_LONGEST_WORD = 40
ANYTHING = rf"[^ A-Z]{{0,{_LONGEST_WORD}}}"
"""Any run of letters inside one token; capitals are left out because only entities have them."""


@lru_cache(maxsize=16384)
def word_forms(word: Word, language: str) -> frozenset[str]:
    """All forms of a pattern word, and their spellings in plain ASCII letters."""
    text = unicodedata.normalize("NFC", word.text.lower())
    found = forms(text, language) | {text} if word.inflected else frozenset({text})
    return frozenset(spelling for form in found for spelling in (form, _plain(form)))


def word_regex(word: Word, language: str) -> str:
    before = ANYTHING if word.before else ""
    after = ANYTHING if word.after else ""
    return f"{before}{alternation(word_forms(word, language))}{after} "


def word_anchors(word: Word, language: str) -> frozenset[str]:
    """Literals of which every match of the word holds at least one, as they stand in the token line."""
    left = "" if word.before else " "
    right = "" if word.after else " "
    found = word_forms(word, language)
    stem = _common_prefix(found)
    if len(found) > 1 and len(stem) >= 4:
        return frozenset({left + stem})
    return frozenset(f"{left}{form}{right}" for form in found)


def alternation(words: Iterable[str]) -> str:
    """One expression for many literal words, sharing their beginnings, so that a long list costs little."""
    tree: dict[str, object] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    return _tree_regex(tree)


def _tree_regex(tree: dict[str, object]) -> str:
    branches = [re.escape(char) + _tree_regex(below) for char, below in sorted(tree.items()) if char]  # type: ignore[arg-type]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in tree else body


def _plain(form: str) -> str:
    for letter, spelled in _PLAIN:
        form = form.replace(letter, spelled)
    return form


def _common_prefix(words: frozenset[str]) -> str:
    first, last = min(words), max(words)
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:length]
