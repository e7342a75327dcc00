"""Words: where they begin and end, how they are normalised, and which stand in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trustcheck.language.clauses import clauses_of
from trustcheck.language.quotes import quoted_spans
from trustcheck.language.tokens import tokenize
from trustcheck.model.language import LANGUAGES, Entity, EntityKind, Token
from trustcheck.model.span import Span


def tokens(text: str, language: str = "nb") -> list[Token]:
    whole = Span(0, len(text))
    return tokenize(text, whole, language, (), quoted_spans(text, 0, len(text)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t worry", "don't worry"),
        ("We won't pay.", "we won't pay ."),
        ("e-posten din/deres", "e-posten din/deres"),
        ("åpent 24/7!", "åpent 24/7 !"),
        ("(se side 4)", "( se side 4 )"),
        ("«Takk», sa hun", "« takk » , sa hun"),
        ("betal\u00adingen", "betalingen"),
        ("Bob's bill", "bob's bill"),
        ("Haste!!", "haste ! !"),
        ("vent...", "vent ..."),
        ("innen 14.", "innen 14 ."),
        ("ja,nei", "ja , nei"),
        ("A\u030apne", "åpne"),
        ("500\u00a0kroner", "500 kroner"),
        ("pris- og", "pris- og"),
    ],
)
def test_words(language: str, text: str, expected: str) -> None:
    assert " ".join(token.norm for token in tokens(text, language)) == expected


def test_an_entity_is_one_token() -> None:
    text = "Betal 500 kr. innen 3. mars."
    entity = Entity(EntityKind.MONEY, Span(6, 12), "500.00 NOK")
    found = tokenize(text, Span(0, len(text)), "nb", (entity,), ())
    assert [t.norm for t in found][:4] == ["betal", "MONEY", ".", "innen"]
    assert found[1].entity is entity


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Du «har rett» her", "har rett"),
        ('Du "har rett" her', "har rett"),
        ("Du “har rett” her", "har rett"),
        ("Du ”har rett” her", "har rett"),
        ("Du „har rett“ her", "har rett"),
        ("Du »har rett« her", "har rett"),
        ("Du 'har rett' her", "har rett"),
        ("Du ‘har rett’ her", "har rett"),
        ("Det er Lars' feil og Jens' feil", ""),
        ("We don't know the customers' names", ""),
        ("Du «har rett her", ""),
        ("«En» og «to»", "En to"),
    ],
)
def test_quoted(text: str, quoted: str) -> None:
    assert " ".join(token.text for token in tokens(text) if token.quoted) == quoted


@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
@settings(max_examples=150)
def test_tokens_cover_all_that_is_visible(text: str, language: str) -> None:
    found = tokens(text, language)
    assert "".join(t.text for t in found) == "".join(text.split())
    assert all(t.span.of(text) == t.text for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(t.norm and not any(c.isspace() for c in t.norm) for t in found)


@given(
    st.lists(
        st.sampled_from(
            [
                "hvis",
                "ikke",
                "betaler",
                "du",
                ",",
                "og",
                "?",
                "som",
                "at",
                "vi",
                ".",
                "om",
                "if",
                "når",
                "har",
                ";",
                "–",
                "(",
                ")",
                "“",
                "x",
            ]
        ),
        max_size=40,
    )
)
def test_clauses_partition_the_tokens(words: list[str]) -> None:
    for language in LANGUAGES:
        found = tokens(" ".join(words), language)
        clauses = clauses_of(found, language)
        covered = [i for c in clauses for i in range(c.start, c.end)]
        assert covered == list(range(len(found)))
        assert [c.segment for c in clauses] == sorted(c.segment for c in clauses)
        assert all(c.negators == tuple(sorted(c.negators)) for c in clauses)


@pytest.mark.parametrize(
    "text",
    [
        "ord " * 100_000,
        "hvis du ikke og vi , " * 10_000,
        "ikke " * 50_000,
        "(" * 20_000,
        "." * 20_000 + "x",
        "a" * 50_000,
        "så " * 20_000,
        "« “ \" ' " * 5_000,
        "\x00\x01\x1f\x7f ord \ufffd",
        "👩‍👩‍👧 takk 🙏🏽!",
        "שלום du har ikke betalt مرحبا",
    ],
    ids=[
        "words",
        "clauses",
        "negations",
        "brackets",
        "points",
        "letters",
        "adverbs",
        "quotes",
        "control",
        "emoji",
        "rtl",
    ],
)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    found = tokens(text)
    clauses = clauses_of(found, "nb")
    assert "".join(t.text for t in found) == "".join(text.split())
    assert clauses[-1].end == len(found)


def test_a_hyphen_after_an_entity_belongs_to_the_word() -> None:
    text = "Reply with the 6-digit code"
    number = Entity(EntityKind.NUMBER, Span(15, 16), "6")
    found = tokenize(text, Span(0, len(text)), "en", (number,), ())
    assert len(clauses_of(found, "en")) == 1
