"""The clause layer: negation, condition, question, report, tense and actor, decided once for every rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from trustcheck.language.annotate import TagTable, annotate, tag_table
from trustcheck.language.boundaries import Draft, Walker
from trustcheck.language.features import Features, features
from trustcheck.language.lexicon import tag
from trustcheck.language.lookahead import Look
from trustcheck.language.openers import Kind
from trustcheck.model.language import Actor, Clause, Token

_AFTER_QUESTION_MARK = frozenset("»”\"'’)]")
_MESSAGE_REACH = 5


def clauses_of(tokens: Sequence[Token], language: str) -> tuple[Clause, ...]:
    """The clauses of one sentence; they partition its tokens."""
    if not tokens:
        return ()
    table = tag_table(language)
    return _Sentence([token.norm for token in tokens], annotate(tokens, table), table).clauses()


class _Sentence:
    def __init__(self, norms: list[str], tags: list[int], table: TagTable) -> None:
        self._norms = norms
        self._tags = tags
        self._table = table
        self._asks = _ends_in_question(norms)
        self._drafts = Walker(Look(norms, tags, table.verb_second, self._asks)).drafts()
        ends = [draft.start for draft in self._drafts[1:]] + [len(norms)]
        self._ranges = [range(d.start, end) for d, end in zip(self._drafts, ends, strict=True)]
        self._main_pieces: defaultdict[int, list[int]] = defaultdict(list)
        for draft, where in zip(self._drafts, self._ranges, strict=True):
            if draft.kind is Kind.MAIN:
                self._main_pieces[draft.segment] += where

    def clauses(self) -> tuple[Clause, ...]:
        conditioned = self._conditioned_segments()
        questions = self._question_segments()
        reported = self._reported()
        found: list[Clause] = []
        shared: dict[int, Features] = {}
        for number, draft in enumerate(self._drafts):
            is_condition = draft.kind is Kind.CONDITION
            asked = draft.kind is Kind.INDIRECT_QUESTION or (draft.segment in questions and not is_condition)
            said = self._features(number, shared, asked or is_condition)
            where = self._ranges[number]
            found.append(
                Clause(
                    start=where.start,
                    end=where.stop,
                    segment=draft.segment,
                    subordinate=draft.kind is not Kind.MAIN,
                    condition=is_condition,
                    conditioned=not is_condition and draft.segment in conditioned,
                    question=asked,
                    imperative=said.imperative,
                    reported=number in reported,
                    negators=said.negators or self._denied_from_above(number, shared),
                    modality=said.modality,
                    tense=said.tense,
                    passive=said.passive,
                    actor=said.actor,
                )
            )
        return tuple(found)

    def _features(self, number: int, shared: dict[int, Features], wishes: bool) -> Features:
        """The pieces of a main part around a clause inside it say the same."""
        draft = self._drafts[number]
        if draft.kind is not Kind.MAIN:
            return self._said(self._ranges[number], draft.opened_by, wishes)
        if draft.segment not in shared:
            shared[draft.segment] = self._said(self._main_pieces[draft.segment], -1, wishes)
        return shared[draft.segment]

    def _denied_from_above(self, number: int, shared: dict[int, Features]) -> tuple[int, ...]:
        """«Vi mener ikke at du lyver», «Det betyr ikke at linjen stenges»: the main part denies what follows it."""
        draft = self._drafts[number]
        if draft.kind is not Kind.CONTENT or draft.segment not in shared or shared[draft.segment].imperative:
            return ()
        return tuple(i for i in shared[draft.segment].negators if i < self._ranges[number].start)

    def _said(self, where: Sequence[int], opened_by: int, wishes: bool) -> Features:
        return features(self._norms, self._tags, where, opened_by, self._table, wishes)

    def _conditioned_segments(self) -> set[int]:
        found: set[int] = set()
        fronted: set[int] = set()
        firsts: dict[int, Draft] = {}
        for draft, where in zip(self._drafts, self._ranges, strict=True):
            firsts.setdefault(draft.segment, draft)
            if draft.kind is Kind.CONDITION:
                found.add(draft.segment)
                if firsts[draft.segment] is draft:
                    fronted.add(draft.segment)
            elif any(self._tags[i] & (tag.OTHERWISE | tag.NOMINAL_CONDITION) for i in where):
                found.add(draft.segment)
        for segment, first in sorted(firsts.items()):
            # «Hvis …, stenger vi, og vi sender …»: what «and» joins shares the condition in front.
            if first.coordinated and segment - 1 in fronted:
                found.add(segment)
                fronted.add(segment)
        return found

    def _question_segments(self) -> set[int]:
        if not self._asks:
            return set()
        last = self._drafts[-1].segment
        return {last} | {
            draft.segment
            for draft, where in zip(self._drafts, self._ranges, strict=True)
            if draft.kind is Kind.MAIN and self._opens_question(where)
        }

    def _opens_question(self, where: range) -> bool:
        for index in where:
            bits = self._tags[index]
            if bits & (tag.QUESTION_WORD | tag.STRONG):
                return True
            if not bits & (tag.AND | tag.BUT | tag.ADVERB):
                return False
        return False

    # What the reader is said to have said.

    def _reported(self) -> set[int]:
        found: set[int] = set()
        by_segment: dict[int, list[int]] = defaultdict(list)
        for number, draft in enumerate(self._drafts):
            by_segment[draft.segment].append(number)
        for numbers in by_segment.values():
            found |= self._reported_in(numbers)
        return found | self._reported_before()

    def _reported_in(self, numbers: list[int]) -> set[int]:
        found: set[int] = set()
        open_report = False
        for number in numbers:
            draft, where = self._drafts[number], self._ranges[number]
            if any(self._tags[i] & tag.ACCORDING_TO_READER for i in where):
                found.add(number)
            elif draft.kind is Kind.MAIN:
                actor = self._said(where, -1, False).actor
                others = actor in {Actor.OTHER, Actor.NONE} and any(self._tags[i] & tag.OTHERS_SAY for i in where)
                open_report = others or (self._reports(where) and actor is Actor.READER)
                if open_report and self._tells_after_mark(where):
                    found.add(number)
            elif open_report or (draft.kind is Kind.CONTENT and self._after_message(draft)):
                found.add(number)
                open_report = True
        return found

    def _reports(self, where: range) -> bool:
        """«du skriver», «i e-posten din sier du»: the reader and a word of saying, and no wish or order."""
        for index in where:
            if self._tags[index] & tag.REPORTING and not self._tags[index] & tag.TO:
                near = range(max(index - 3, where.start), min(index + 3, where.stop))
                if any(self._tags[i] & tag.READER and not self._tags[i] & tag.PREPOSITION for i in near):
                    return not any(self._tags[i] & (tag.MUST | tag.CAN) for i in near)
        return False

    def _tells_after_mark(self, where: range) -> bool:
        return any(self._norms[i] == ":" for i in where)

    def _after_message(self, draft: Draft) -> bool:
        """«klagen din om at …»."""
        before = range(max(draft.start - _MESSAGE_REACH, 0), draft.start)
        return any(self._tags[i] & tag.READER_MESSAGE for i in before) and any(
            self._norms[i] in {"din", "ditt", "dine", "your", "dykkar", "deres", "jeres", "er", "ert"} for i in before
        )

    def _reported_before(self) -> set[int]:
        """«Linjen har vært nede i en uke, skriver du.»"""
        where = self._ranges[-1]
        words = [i for i in where if self._norms[i][0].isalnum()]
        if len(self._drafts) < 2 or len(words) > 4 or not words:
            return set()
        told = self._tags[words[0]] & tag.REPORTING and any(self._tags[i] & tag.READER for i in words)
        return set(range(len(self._drafts) - 1)) if told else set()


def _ends_in_question(norms: Sequence[str]) -> bool:
    for norm in reversed(norms):
        if norm not in _AFTER_QUESTION_MARK:
            return norm.startswith("?") or norm in {"!?", "?!"}
    return False
