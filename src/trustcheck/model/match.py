"""Where a pattern matched, and what the clause layer says about that place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trustcheck.model.language import Sentence
from trustcheck.model.rule import PatternText
from trustcheck.model.span import Span


class Flag(StrEnum):
    """What can be said of the clauses that a match touches; rule files use these words in `unless` and `only`.

    `negated` counts a negation in those clauses that stands *outside* the match: one inside is part of the wording.
    """

    NEGATED = "negated"
    QUESTION = "question"
    CONDITION = "condition"
    CONDITIONED = "conditioned"
    CONDITIONED_NEAR = "conditioned-near"
    QUOTED = "quoted"
    REPORTED = "reported"
    SUBORDINATE = "subordinate"
    IMPERATIVE = "imperative"
    FUTURE = "future"
    PAST = "past"
    CAN = "can"
    MUST = "must"
    WANT = "want"
    PASSIVE = "passive"
    BY_COMPANY = "by-company"
    BY_READER = "by-reader"
    BY_OTHER = "by-other"


@dataclass(frozen=True, slots=True)
class Match:
    """One match in one sentence: tokens `[start, end)`, the span in the text, and the slots bound on the way.

    `slots` maps a slot's name (`amount` of `{MONEY:amount}`, else the kind in lower case) to a span in the text.
    """

    pattern: PatternText
    sentence: Sentence
    sentence_index: int
    start: int
    end: int
    span: Span
    slots: Mapping[str, Span] = field(default_factory=dict)
    flags: frozenset[Flag] = frozenset()
