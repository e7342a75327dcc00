from __future__ import annotations

import pytest

from trustcheck.language.patterns.alternatives import alternatives_in, sets_in, written
from trustcheck.language.patterns.notation import parse
from trustcheck.model.errors import RuleFileError
from trustcheck.model.rule import PatternText, SourceLine
from trustcheck.packs.load import builtin_rules, load_pack


def pattern(text: str) -> PatternText:
    return PatternText(text, SourceLine("rule.yaml", 1, 1))


def without(text: str) -> list[tuple[str, str]]:
    """Each branch, and the pattern without it."""
    return [(a.text, written(a.rest)) for a in alternatives_in(pattern(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("du har glemt", []),
        ("(glemt) det", []),
        ("(a1|b1 c1) d1", [("a1", "(b1 c1) d1"), ("b1 c1", "(a1) d1")]),
        ("[nå] betal", [("nå", "betal")]),
        ("[nå|snart] betal", [("nå", "[snart] betal"), ("snart", "[nå] betal")]),
        ("[nå]", []),
        ("(a1|(b1|c1) d1)", [("a1", "((b1|c1) d1)"), ("(b1|c1) d1", "(a1)"), ("b1", "(a1|(c1) d1)"), ("c1", "(a1|(b1) d1)")]),
        ("a1 & !(b1|c1)", [("b1", "a1 & !(c1)"), ("c1", "a1 & !(b1)")]),
        ("(kr|kroner):unit {MONEY}", [("kr", "(kroner):unit {MONEY:money}"), ("kroner", "(kr):unit {MONEY:money}")]),
    ],
)  # fmt: skip
def test_each_branch_and_the_pattern_without_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert without(text) == expected


def test_branches_of_what_must_be_absent_are_known_as_such() -> None:
    assert [a.absent for a in alternatives_in(pattern("(a1|b1) & !(c1|d1)"))] == [False, False, True, True]


def test_several_elements_are_a_phrase() -> None:
    assert [a.phrase for a in alternatives_in(pattern("(glemt|unnlatt å|<pay>)"))] == [False, True, False]


def test_sets_are_found_wherever_they_stand() -> None:
    assert sets_in(pattern("<one> (a1|[<two>] b1) & !<three>")) == {"one", "two", "three"}


@pytest.mark.parametrize(
    "text", [r"\?", r"a\*b~", r"\(\)", r"\!", r"\.\.", "^ a1 ..3 $", "*avtale~ betaling*", "a1 , b1", "...  x1"]
)
def test_what_is_written_means_the_same(text: str) -> None:
    parts = parse(pattern(text))
    assert parse(pattern(written(parts))) == parts


def test_every_shipped_pattern_can_be_written_again() -> None:
    pack = load_pack([builtin_rules()])
    found = [p for rule in pack.rules for by in rule.patterns.values() for ps in by.values() for p in ps]
    found += [p for by in pack.vocabulary.sets.values() for ps in by.values() for p in ps]
    assert [p.text for p in found if parse(pattern(written(parse(p)))) != parse(p)] == []


def test_a_mistake_in_the_pattern_is_an_error() -> None:
    with pytest.raises(RuleFileError):
        list(alternatives_in(pattern("(a1|b1")))
