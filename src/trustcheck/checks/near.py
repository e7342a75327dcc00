"""What stands near a match: the relations «A without B» and «A with B» of rule files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from trustcheck.checks.scope import NOT_ASSERTED
from trustcheck.model.check import Context
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import BlockRole
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span

CALENDAR = "CALENDAR"
"""A pseudo-kind in rule files: a DATE that names a day, month or relative day; a weekday alone is none."""

PERIOD = "PERIOD"
"""A pseudo-kind in rule files: a DURATION among the matched words that leaves time to plan; hours or a few days do not.

Elsewhere in the sentence a length of time says little: «at once, your bill is 30 days late» still hurries.
"""
_HURRY = re.compile(r"PT.*|P[0-3]D")

_TEXT = frozenset({BlockRole.PARAGRAPH, BlockRole.LIST_ITEM, BlockRole.TABLE_ROW})


def holds(relation: Mapping[str, Any], rule: Rule, match: Match, context: Context) -> bool:
    """Does what the relation asks for stand near the match?

    `relation`: `group` (patterns of the rule; theirs must be asserted unless `any: true`) or `entity` (one or more
    kinds, or CALENDAR or PERIOD), or `flag` (flags of the match itself); `within` one of `sentence`,
    `sentence-or-neighbour` (the default), `paragraph`, `before` (earlier in this paragraph or in the one before),
    `message`. `condition: near`: a sentence beside it sets a condition, one that is not `except` (a group) alone.
    With `after_words` it counts only where so many words of text stand before the match.
    """
    if _words_before(match, context) < int(relation.get("after_words", 0)):
        return False
    if "condition" in relation:
        return _conditioned_near(relation, rule, match, context)
    if "flag" in relation:
        return bool(match.flags & {Flag(name) for name in _listed(relation["flag"])})
    window = _window(str(relation.get("within", "sentence-or-neighbour")), match, context)
    if "entity" in relation:
        wanted = _listed(relation["entity"])
        window = match.span if PERIOD in wanted else window
        return any(_is_one_of(e, wanted) and window.contains(e.span) for e in context.analysis.entities)
    silent = set() if relation.get("any") else {Flag(name) for name in NOT_ASSERTED}
    found = context.matches.of(rule.name, str(relation["group"]))
    return any(window.contains(m.span) and not m.flags & silent for m in found if m is not match)


def _conditioned_near(relation: Mapping[str, Any], rule: Rule, match: Match, context: Context) -> bool:
    """«If you have questions, call us» is a condition on the call, not on what the sentence before announces."""
    aside = context.matches.of(rule.name, str(relation["except"])) if "except" in relation else ()
    excused = {m.sentence_index for m in aside if Flag.CONDITION in m.flags}
    number = match.sentence_index
    beside = [i for i in (number - 1, number + 1) if 0 <= i < len(context.analysis.sentences)]
    return any(
        i not in excused and abs(s.block - match.sentence.block) <= 1 and any(c.condition for c in s.clauses)
        for i in beside
        for s in [context.analysis.sentences[i]]
    )


def is_calendar_date(entity: Entity) -> bool:
    """True for a date that can be found in a calendar; not for a weekday or a week alone."""
    return entity.kind is EntityKind.DATE and not entity.value.startswith("W")


def _words_before(match: Match, context: Context) -> int:
    """How much has been told before: the words of the earlier sentences in paragraphs and lists."""
    blocks = context.message.blocks
    told = [s for s in context.analysis.sentences[: match.sentence_index] if blocks[s.block].role in _TEXT]
    return sum(1 for sentence in told for token in sentence.tokens if token.norm[:1].isalpha())


def _is_one_of(entity: Entity, kinds: Iterable[str]) -> bool:
    return any(_is(entity, kind) for kind in kinds)


def _is(entity: Entity, kind: str) -> bool:
    if kind == CALENDAR:
        return is_calendar_date(entity)
    if kind == PERIOD:
        return entity.kind is EntityKind.DURATION and not _HURRY.fullmatch(entity.value)
    return entity.kind.value == kind


def _listed(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]


def _window(within: str, match: Match, context: Context) -> Span:
    block = context.message.blocks[match.sentence.block].span
    match within:
        case "sentence":
            return match.sentence.span
        case "paragraph":
            return block
        case "before":
            earlier = match.sentence.block - 1
            start = context.message.blocks[earlier].span.start if earlier >= 0 else block.start
            return Span(start, match.span.start)
        case "message":
            return Span(0, len(context.message.text))
        case _:
            return _with_neighbours(match, context)


def _with_neighbours(match: Match, context: Context) -> Span:
    number = match.sentence_index
    near = context.analysis.sentences[max(number - 1, 0) : number + 2]
    spans = [s.span for s in near if abs(s.block - match.sentence.block) <= 1]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
