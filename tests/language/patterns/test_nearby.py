from __future__ import annotations

from trustcheck.language.patterns.nearby import Nearby
from trustcheck.model.rule import PatternText, SourceLine, Vocabulary


def entries(*texts: str) -> tuple[PatternText, ...]:
    return tuple(PatternText(text, SourceLine("words.yaml", 1, column)) for column, text in enumerate(texts, 1))


WORDS = Vocabulary(
    {"tool": {"en": entries("shovel~", "spade", "garden fork", "rake")}, "sv": {"sv": entries("skyffel")}}
)


def texts(vocabulary: Vocabulary) -> list[str]:
    return [entry.text for entry in vocabulary.sets["tool"]["en"]]


def test_only_words_that_may_stand_there_are_kept_and_one_that_does_not() -> None:
    near = Nearby("en", WORDS)
    assert texts(near.vocabulary([" we send shovels "], {})) == ["shovel~", "spade"]
    assert texts(near.vocabulary([" a garden fork ", " a rake "], {})) == ["garden fork", "rake", "shovel~"]


def test_an_entry_can_be_left_out_or_written_otherwise() -> None:
    near, (shovel, *_) = Nearby("en", WORDS), WORDS.sets["tool"]["en"]
    assert texts(near.vocabulary([" we send shovels "], {shovel: None})) == ["spade"]
    other = PatternText("scoop", shovel.at)
    assert texts(near.vocabulary([" we send shovels "], {shovel: other})) == ["scoop", "spade"]


def test_sets_without_words_of_the_language_are_left_out() -> None:
    assert set(Nearby("en", WORDS).vocabulary([], {}).sets) == {"tool"}
