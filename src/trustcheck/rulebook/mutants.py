"""What examples need: each alternative is left out in turn, and some example must fail.

An alternative can only matter where its pattern matches, or would but for a part that must be absent; only the examples
with such a sentence are looked at again, and only where the matches in it change are they judged again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from trustcheck.language.patterns.alternatives import Alternative, alternatives_in, sets_in, written
from trustcheck.language.patterns.compile import CompiledPattern, Compiler
from trustcheck.language.patterns.index import Hit, PatternIndex, hits_of
from trustcheck.language.patterns.matches import match_of
from trustcheck.language.patterns.nearby import Nearby
from trustcheck.language.patterns.notation import Sequence as Wording
from trustcheck.language.patterns.notation import parse
from trustcheck.model.language import Sentence
from trustcheck.model.match import Match
from trustcheck.model.rule import PatternText, SourceLine
from trustcheck.rulebook.stage import Group, Stage

Grouped = Mapping[Group, tuple[PatternText, ...]]


def mark_of(at: SourceLine, number: int | None = None) -> str:
    """The name of a whole pattern or vocabulary entry, or of one branch in it."""
    place = f"{at.path}:{at.line}:{at.column}"
    return place if number is None else f"{place}#{number}"


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence in which a pattern matches, or would but for a part that must be absent."""

    stage: Stage
    number: int
    hits: tuple[Hit, ...]

    @property
    def sentence(self) -> Sentence:
        return self.stage.case.analysis.sentences[self.number]

    @property
    def line(self) -> str:
        return self.stage.lines[self.number].text

    def hits_with(self, mutant: CompiledPattern) -> tuple[Hit, ...]:
        return tuple(hits_of(mutant, self.stage.lines[self.number], self.sentence))


@dataclass(frozen=True, slots=True)
class _Player:
    """A pattern with the sentences where it plays a part."""

    group: Group
    compiled: CompiledPattern
    scenes: tuple[_Scene, ...]

    @property
    def pattern(self) -> PatternText:
        return self.compiled.pattern


_Played = tuple[_Player, Sequence[_Scene]]
"""A pattern, and those of its scenes that are looked at."""


class Mutants:
    """The alternatives of some patterns of one language, tried on some examples."""

    def __init__(self, patterns: Grouped, nearby: Nearby, stages: Sequence[Stage]) -> None:
        self._nearby = nearby
        self._players = self._cast(patterns, stages)

    def needed(self) -> Iterator[str]:
        """The marks of all alternatives without which an example fails."""
        for player in self._players:
            if self._is_needed(player):
                yield mark_of(player.pattern.at)
            for alternative in alternatives_in(player.pattern):
                if self._is_branch_needed(player, alternative):
                    yield mark_of(player.pattern.at, alternative.number)
        yield from self._needed_words()

    def _cast(self, patterns: Grouped, stages: Sequence[Stage]) -> list[_Player]:
        compiled = [
            self._nearby.compiler.compile(*group, pattern) for group, found in patterns.items() for pattern in found
        ]
        # Without the parts that must be absent: where one of those silences the pattern, a branch of it matters.
        wide = [replace(c, parts=tuple(p for p in c.parts if not p.absent)) for c in compiled]
        index = PatternIndex(wide)
        where: dict[SourceLine, list[tuple[Stage, int]]] = defaultdict(list)
        for stage in stages:
            for number, sentence in enumerate(stage.case.analysis.sentences):
                if sentence.language == self._nearby.language:
                    for at in {h.pattern.pattern.at for h in index.hits(sentence) if h.pattern.owner in stage.reads}:
                        where[at].append((stage, number))
        return [
            _Player(
                group=(one.owner, one.group),
                compiled=one,
                scenes=tuple(
                    _Scene(
                        stage, number, tuple(hits_of(one, stage.lines[number], stage.case.analysis.sentences[number]))
                    )
                    for stage, number in where[one.pattern.at]
                    if one.owner in stage.reads
                ),
            )
            for one in compiled
        ]

    def _is_needed(self, player: _Player) -> bool:
        group, at = player.group, player.pattern.at
        stages = {id(scene.stage): scene.stage for scene in player.scenes if scene.hits}
        return any(stage.fails_with({group: stage.others(group, at)}) for stage in stages.values())

    def _is_branch_needed(self, player: _Player, alternative: Alternative) -> bool:
        scenes = list(self._holding(player.scenes, alternative.branch))
        if not scenes:
            return False
        shorter = replace(player.pattern, text=written(alternative.rest))
        return _matters([(player, self._compiled(player.group, shorter, scenes), scenes)])

    def _compiled(
        self,
        group: Group,
        pattern: PatternText,
        scenes: Sequence[_Scene],
        instead: Mapping[PatternText, PatternText | None] = MappingProxyType({}),
    ) -> CompiledPattern:
        """The pattern for these scenes: the words that stand in none of them are left out of the vocabulary."""
        vocabulary = self._nearby.vocabulary((scene.line for scene in scenes), instead)
        return Compiler(self._nearby.language, vocabulary).compile(*group, pattern)

    def _holding(self, scenes: Iterable[_Scene], wording: Wording) -> Iterator[_Scene]:
        """The scenes in whose sentence the wording stands at all."""
        anchors = self._nearby.compiler.anchors(wording)
        near = [s for s in scenes if not anchors or any(anchor in s.line for anchor in anchors)]
        if near:
            expression = re.compile(self._nearby.compiler.expression(wording))
            yield from (scene for scene in near if expression.search(scene.line))

    def _needed_words(self) -> Iterator[str]:
        """The vocabulary entries, and the branches in them, without which an example fails."""
        for name, players in self._users().items():
            entries = self._nearby.entries(name)
            for entry in entries:
                yield from self._needed_of_entry(entry, only=len(entries) == 1, players=players)

    def _needed_of_entry(self, entry: PatternText, *, only: bool, players: Sequence[_Player]) -> Iterator[str]:
        """`only`: the set has no other entry, and cannot do without this one."""
        holding = self._all_holding([(player, player.scenes) for player in players], parse(entry)[0].sequence)
        if not only and self._is_word_needed(entry, None, holding):
            yield mark_of(entry.at)
        for alternative in alternatives_in(entry) if holding else ():
            inside = self._all_holding(holding, alternative.branch)
            if self._is_word_needed(entry, replace(entry, text=written(alternative.rest)), inside):
                yield mark_of(entry.at, alternative.number)

    def _all_holding(self, played: Iterable[_Played], wording: Wording) -> list[_Played]:
        found = [(player, list(self._holding(scenes, wording))) for player, scenes in played]
        return [(player, scenes) for player, scenes in found if scenes]

    def _is_word_needed(self, entry: PatternText, instead: PatternText | None, holding: Sequence[_Played]) -> bool:
        mutated = [
            (player, self._compiled(player.group, player.pattern, scenes, {entry: instead}), scenes)
            for player, scenes in holding
        ]
        return _matters(mutated)

    def _users(self) -> Mapping[str, list[_Player]]:
        """Vocabulary set → the patterns that use it, also by way of another set."""
        users: dict[str, list[_Player]] = defaultdict(list)
        for player in self._players:
            if player.scenes:
                for name in self._all_sets(sets_in(player.pattern)):
                    users[name].append(player)
        return users

    def _all_sets(self, names: Iterable[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [inner for entry in self._nearby.entries(name) for inner in sets_in(entry)]
        return found


def _scene(stage: Stage, number: int, pattern: CompiledPattern) -> _Scene:
    sentence = stage.case.analysis.sentences[number]
    return _Scene(stage, number, tuple(hits_of(pattern, stage.lines[number], sentence)))


def _matters(mutated: Sequence[tuple[_Player, CompiledPattern, Sequence[_Scene]]]) -> bool:
    """Does an example fail with these mutants in the place of their patterns, all at once?"""
    changes: dict[int, tuple[Stage, dict[Group, list[Match]]]] = {}
    for player, mutant, scenes in mutated:
        by_stage: dict[int, list[tuple[_Scene, tuple[Hit, ...]]]] = defaultdict(list)
        for scene in scenes:
            hits = scene.hits_with(mutant)
            if [hit[1:] for hit in hits] != [hit[1:] for hit in scene.hits]:
                by_stage[id(scene.stage)].append((scene, hits))
        for key, changed in by_stage.items():
            stage, groups = changes.setdefault(key, (changed[0][0].stage, {}))
            groups[player.group] = _changed(stage, player, changed, groups.get(player.group))
    return any(stage.fails_with(groups) for stage, groups in changes.values())


def _changed(
    stage: Stage,
    player: _Player,
    changed: Sequence[tuple[_Scene, tuple[Hit, ...]]],
    before: Sequence[Match] | None,
) -> list[Match]:
    """The group's matches with the player's new ones in these sentences, in the order of the text."""
    at, inside = player.pattern.at, {scene.number for scene, _ in changed}
    matches = stage.matches.of(*player.group) if before is None else before
    kept = [m for m in matches if m.pattern.at != at or m.sentence_index not in inside]
    sentences = stage.case.analysis.sentences
    new = [
        replace(match_of(hit, sentences, scene.number), pattern=player.pattern)
        for scene, hits in changed
        for hit in hits
    ]
    return sorted([*kept, *new], key=lambda match: match.sentence_index)
