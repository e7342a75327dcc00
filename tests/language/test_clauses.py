"""What the clause layer says of words in sentences as letters have them, language by language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from trustcheck.language.clauses import clauses_of
from trustcheck.language.tokens import tokenize
from trustcheck.model.language import LANGUAGES, Clause
from trustcheck.model.span import Span

TABLES = Path(__file__).parent / "tables"


def clause_with(sentence: str, word: str, language: str) -> Clause:
    tokens = tokenize(sentence, Span(0, len(sentence)), language, (), ())
    at = next(i for i, token in enumerate(tokens) if token.norm == word)
    return next(c for c in clauses_of(tokens, language) if c.start <= at < c.end)


def facts(clause: Clause) -> set[str]:
    truths = {
        "condition": clause.condition,
        "conditioned": clause.conditioned,
        "question": clause.question,
        "imperative": clause.imperative,
        "reported": clause.reported,
        "subordinate": clause.subordinate,
        "passive": clause.passive,
        "negated": bool(clause.negators),
    }
    return {name for name, holds in truths.items() if holds} | {clause.modality, clause.tense, clause.actor}


def rows() -> list[tuple[str, str, str, str]]:
    return [
        (language, sentence, word, expected)
        for language in LANGUAGES
        for sentence, word, expected in yaml.safe_load((TABLES / f"{language}.yaml").read_text("utf-8"))
    ]


@pytest.mark.parametrize(("language", "sentence", "word", "expected"), rows())
def test_clause_of_a_word(language: str, sentence: str, word: str, expected: str) -> None:
    found = facts(clause_with(sentence, word, language))
    wanted = {e for e in expected.split() if not e.startswith("!")}
    unwanted = {e[1:] for e in expected.split() if e.startswith("!")}
    assert wanted - found == set(), found
    assert unwanted & found == set(), found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_table(language: str) -> None:
    assert len([row for row in rows() if row[0] == language]) >= 40
