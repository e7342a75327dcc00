"""The words that carry grammar, one file a language. A new language is one new file and its name in `_FILES`."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from trustcheck.language.lexicon.base import Lexicon
from trustcheck.model.errors import UsageError

_FILES = {"nb": "nb", "nn": "nn", "sv": "sv", "da": "da", "en": "en"}


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a shipped language, loaded on first use. Raises UsageError for any other language."""
    if language not in _FILES:
        raise UsageError(f"unknown language «{language}»; choose one of {', '.join(_FILES)}")
    found: Lexicon = import_module(f"trustcheck.language.lexicon.{_FILES[language]}").LEXICON
    return found
