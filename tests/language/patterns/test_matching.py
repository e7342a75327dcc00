"""What patterns match in a sentence: forms, compounds, gaps, slots, free order, and what the clause layer adds."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.language.analyse import analyse
from trustcheck.language.patterns.compile import compile_all
from trustcheck.language.patterns.index import PatternIndex
from trustcheck.language.patterns.matches import find_matches
from trustcheck.model.errors import RuleFileError
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import Block, BlockRole, Channel, Message
from trustcheck.model.rule import PatternText, SourceLine, Vocabulary
from trustcheck.model.sourcemap import SourceMap
from trustcheck.model.span import Span

AT = SourceLine("x.yaml", 1, 1)
WORDS = Vocabulary(
    {
        "invoice": {
            "nb": (PatternText("*faktura~", AT), PatternText("giro", AT)),
            "en": (PatternText("invoice~", AT),),
        },
        "we": {"nb": (PatternText("vi", AT),)},
        "loop": {"nb": (PatternText("<loop>", AT),)},
        "cut": {"nb": (PatternText("koble~ ..2 fra", AT),)},
    }
)


def find(pattern: str, text: str, language: str = "nb") -> tuple[Match, ...]:
    message = Message(
        "x.txt",
        Channel.LETTER,
        text,
        SourceMap.identity(len(text)),
        text,
        (Block(BlockRole.PARAGRAPH, Span(0, len(text))),),
    )
    analysis = analyse(message, language=language, default=None, country="NO", today=date(2026, 11, 20))
    index = PatternIndex(compile_all({("rule", "match"): (PatternText(pattern, AT),)}, language, WORDS))
    return find_matches(analysis.sentences, {language: index}).of("rule")


def texts(pattern: str, text: str, language: str = "nb") -> list[str]:
    return [m.span.of(text) for m in find(pattern, text, language)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("du har glemt", "Du har glemt fakturaen.", ["Du har glemt"]),
        ("betale~", "Hun betalte i går.", ["betalte"]),
        ("betale~", "Beløpet er betalt.", ["betalt"]),
        ("*avtale~", "Abonnementsavtalen din er klar.", ["Abonnementsavtalen"]),
        ("*avtale~", "Avtalen din er klar.", ["Avtalen"]),
        ("betaling*", "Her er betalingsfristen.", ["betalingsfristen"]),
        ("<invoice>", "Purrefakturaen kom.", ["Purrefakturaen"]),
        ("har ... betalt", "Vi har ennå ikke sett at du har betalt.", ["har betalt"]),
        ("(glemt|unnlatt å) betale~", "Du har unnlatt å betale.", ["unnlatt å betale"]),
        ("er [dessverre] stengt", "Linjen er dessverre stengt.", ["er dessverre stengt"]),
        ("er [dessverre] stengt", "Linjen er stengt.", ["er stengt"]),
        ("^ ring", "Ring oss. Du kan ringe.", ["Ring"]),
        ("<cut>", "Vi kobler deg fra i morgen.", ["kobler deg fra"]),
        ("forfall {DATE:due}", "Forfall 20. oktober 2026 er passert.", ["Forfall 20. oktober 2026"]),
        ("nå", "Naa er det alvor.", ["Naa"]),
        ("<we> & mottatt & betaling~", "Betalingen har vi ikke mottatt.", ["Betalingen har vi ikke mottatt"]),
        ("mottatt & betaling~", "Vi har mottatt brevet, og betalingen er registrert.", []),
        ("mottatt & !betaling~", "Vi har mottatt brevet.", ["mottatt"]),
        ("mottatt & !betaling~", "Vi har mottatt betalingen.", []),
    ],
)
def test_a_pattern_finds_the_wording_it_describes(pattern: str, text: str, expected: list[str]) -> None:
    assert texts(pattern, text) == expected


def test_a_soft_hyphen_inside_a_word_does_not_hide_it() -> None:
    assert texts("abonnementet", "Vi stenger abonne\u00admentet.") == ["abonne\u00admentet"]


def test_a_slot_gives_the_place_of_its_entity() -> None:
    text = "Du skylder 499 kr for oktober."
    (match,) = find("skylder {MONEY:amount}", text)
    assert match.slots["amount"].of(text) == "499 kr"


@pytest.mark.parametrize(
    ("text", "flag", "expected"),
    [
        ("Vi har ikke mottatt betalingen.", Flag.NEGATED, True),
        ("Vi har mottatt betalingen.", Flag.NEGATED, False),
        ("Har dere mottatt betalingen?", Flag.QUESTION, True),
        ("Hvis vi har mottatt betalingen, kan du se bort fra brevet.", Flag.CONDITION, True),
        ("Har vi mottatt betalingen innen fredag, skjer det ingenting.", Flag.CONDITION, True),
    ],
)
def test_the_clause_layer_says_how_the_words_are_meant(text: str, flag: Flag, expected: bool) -> None:
    (match,) = find("mottatt ... betaling~", text)
    assert (flag in match.flags) is expected


def test_a_negation_that_the_pattern_names_is_part_of_the_wording() -> None:
    (match,) = find("ikke mottatt", "Vi har ikke mottatt betalingen.")
    assert Flag.NEGATED not in match.flags


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("<nosuch> x", "no vocabulary set <nosuch>"),
        ("<loop>", "refers to itself"),
        ("[kanskje] ...", "no word that must occur"),
        ("<we> ord", ""),
    ],
)
def test_a_pattern_that_cannot_work_is_refused(pattern: str, complaint: str) -> None:
    if not complaint:
        assert texts(pattern, "vi ord") == ["vi ord"]
        return
    with pytest.raises(RuleFileError, match=re.escape(complaint)):
        find(pattern, "tekst")


def test_a_set_without_words_for_a_language_is_refused() -> None:
    with pytest.raises(RuleFileError, match="no entry for en"):
        find("<we> stop", "we stop", "en")


@given(
    st.lists(st.sampled_from(["vi", "har", "ikke", "mottatt", "betaling", ",", "og", "hvis", "du", "."]), max_size=25)
)
def test_matches_are_ordered_and_inside_their_sentence(words: list[str]) -> None:
    text = " ".join(words) or "x"
    found = find("mottatt ... betaling", text)
    assert all(m.sentence.span.contains(m.span) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_hostile_text_ends() -> None:
    # Every repetition in a compiled pattern is bounded, so this is quick; a runaway would hang the suite.
    text = "har " * 20_000 + "a" * 50_000
    assert find("har ... har ... mottatt", text) == ()
