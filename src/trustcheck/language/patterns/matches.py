"""All matches of one message, found in one pass over its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from trustcheck.language.patterns.flags import flags_of
from trustcheck.language.patterns.index import Hit, PatternIndex
from trustcheck.model.language import Sentence
from trustcheck.model.match import Match


class MessageMatches:
    """Implements `model.check.Matches`."""

    def __init__(self, found: Mapping[tuple[str, str], tuple[Match, ...]]) -> None:
        self._found = found

    def of(self, owner: str, group: str = "match") -> tuple[Match, ...]:
        return self._found.get((owner, group), ())

    def all(self) -> tuple[Match, ...]:
        """Every match of every owner; for telling which patterns an example exercises."""
        return tuple(match for matches in self._found.values() for match in matches)

    def with_these(self, owner: str, group: str, matches: Sequence[Match]) -> MessageMatches:
        """The same, with these matches in the place of the group's."""
        return MessageMatches({**self._found, (owner, group): tuple(matches)})


def find_matches(sentences: Sequence[Sentence], indexes: Mapping[str, PatternIndex]) -> MessageMatches:
    """Run each sentence through the index of its language. A sentence in a language without rules matches nothing."""
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        index = indexes.get(sentence.language)
        if index is None:
            continue
        near = _neighbours(sentences, number)
        for hit in index.hits(sentence):
            found[hit.pattern.owner, hit.pattern.group].append(_match(hit, sentence, number, near))
    return MessageMatches({key: tuple(matches) for key, matches in found.items()})


def match_of(hit: Hit, sentences: Sequence[Sentence], number: int) -> Match:
    """A hit in the sentence of that number as a match, with what is true of its clauses."""
    return _match(hit, sentences[number], number, _neighbours(sentences, number))


def _neighbours(sentences: Sequence[Sentence], number: int) -> list[Sentence]:
    beside = [*sentences[max(number - 1, 0) : number], *sentences[number + 1 : number + 2]]
    return [s for s in beside if abs(s.block - sentences[number].block) <= 1]


def _match(hit: Hit, sentence: Sentence, number: int, near: list[Sentence]) -> Match:
    return Match(
        pattern=hit.pattern.pattern,
        sentence=sentence,
        sentence_index=number,
        start=hit.start,
        end=hit.end,
        span=sentence.text_span(hit.start, hit.end),
        slots={name: sentence.text_span(start, end) for name, start, end in hit.slots},
        flags=flags_of(hit, sentence, near),
    )
