"""Ordinary word or name, where capitals hide it."""

from __future__ import annotations

import pytest

from trustcheck.language.dictionary import Spelling, spelling


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("FAKTURAEN", "nb", Spelling.LOWER),
        ("Du", "nb", Spelling.LOWER),
        ("OSLO", "nb", Spelling.NAME),
        ("BERG", "sv", Spelling.BOTH),
        ("XANTVIK", "da", Spelling.UNKNOWN),
        ("REKNINGA", "nn", Spelling.LOWER),
        ("ENGLAND", "en", Spelling.NAME),
        ("", "en", Spelling.UNKNOWN),
        ("A\nB", "en", Spelling.UNKNOWN),
    ],
)
def test_how_a_word_is_written_inside_a_sentence(word: str, language: str, expected: Spelling) -> None:
    assert spelling(word, language) is expected
