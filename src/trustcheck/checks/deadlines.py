"""The checks `deadline-missing` and `deadline-too-short`: by which day the reader has to act, and whether that is fair.

A rule file gives the words, in pattern groups: `by` (what leads to a day: «no later than {DATE}», «due date {DATE}»),
`act` (what a reader does by then), `pay` (acts that settle the matter), `harm` (what happens to the reader instead).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trustcheck.checks.places import place_of_absence
from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.language import Clause, Entity, EntityKind
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.dates import last_day

_NO_DEADLINES = frozenset({BlockRole.HEADER, BlockRole.QUOTED})
_NOT_OURS = frozenset({Flag.QUOTED, Flag.REPORTED})
_CALENDAR_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d(?:/.+)?")
"""A day with its month. «Within 14 days», «on Friday», «today» and «in December» leave the reader to count."""
_COUNTRY_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class _Deadline:
    """A day by which the reader has to act. `settles`: the act is to pay, or what else ends the matter."""

    day: date
    span: Span
    settles: bool


def deadline_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where no calendar day tells the reader by when to act."""
    if not _deadlines(rule, context):
        yield RawFinding(place_of_absence(context.message, "heading"), absent=True)


def deadline_too_short(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding, at the day given, where it is fewer days after sending than the class and country allow.

    Raises NotApplicable where no minimum is configured for the class, or no deadline is given. The day to pay counts
    before a day to object or to ask for more time. Option `words_of`: the rule whose pattern groups are read.
    """
    minimum = _minimum(context)
    if minimum is None:
        raise NotApplicable(f"no minimum period is configured for «{context.message_class.value}»")
    found = _deadlines(rule, context)
    if not found:
        raise NotApplicable("the message gives no deadline")
    binding = min([d for d in found if d.settles] or found, key=lambda d: d.day)
    days = (binding.day - context.now.date()).days
    if days < minimum:
        fields = {"text": binding.span.of(context.message.text), "days": str(days), "minimum": str(minimum)}
        evidence = {"deadline": binding.day.isoformat(), "days": days, "minimum": minimum}
        yield RawFinding(binding.span, fields, evidence)


def _minimum(context: Context) -> int | None:
    by_country = context.periods.get(context.message_class.value, {})
    return by_country.get(context.organisation.country, by_country.get(_COUNTRY_DEFAULT))


def _deadlines(rule: Rule, context: Context) -> list[_Deadline]:
    owner = str(rule.options.get("words_of", rule.name))
    acts, pays = context.matches.of(owner, "act"), context.matches.of(owner, "pay")
    harms = context.matches.of(owner, "harm")
    days = {e.span: e for e in context.analysis.entities_of(EntityKind.DATE)}
    found = []
    for match in context.matches.of(owner, "by"):
        entity = days.get(match.slots["date"])
        day = _day_to_come(entity, context) if entity else None
        if entity is None or day is None or not _speaks_to_reader(match, context):
            continue
        clauses = _clauses_at(match, entity.span)
        ours = Flag.BY_COMPANY in match.flags
        settles = _any_in(clauses, match, pays)
        acts_otherwise = not ours and _any_in(clauses, match, acts)
        if settles or acts_otherwise or not (ours or _any_in(clauses, match, harms)):
            found.append(_Deadline(day, entity.span, settles))
    return found


def _day_to_come(entity: Entity, context: Context) -> date | None:
    """The day that a date means, unless it is past: the due date of an old invoice is no deadline any more."""
    day = last_day(entity.value, context.now.date()) if _CALENDAR_DAY.fullmatch(entity.value) else None
    return day if day is not None and day >= context.now.date() else None


def _speaks_to_reader(match: Match, context: Context) -> bool:
    role = context.message.blocks[match.sentence.block].role
    return role not in _NO_DEADLINES and not match.flags & _NOT_OURS


def _clauses_at(match: Match, span: Span) -> list[Clause]:
    tokens = match.sentence.tokens
    index = next(i for i, token in enumerate(tokens) if token.span.start >= span.start)
    return list(match.sentence.clauses_of(index, index + 1))


def _any_in(clauses: Iterable[Clause], match: Match, others: Iterable[Match]) -> bool:
    """Does one of `others` touch one of these clauses of the match's sentence?"""
    return any(
        other.sentence_index == match.sentence_index and other.start < clause.end and clause.start < other.end
        for clause in clauses
        for other in others
    )
