"""The check `eta-missing`: does a message about something that is late or on its way say when?

A rule file gives the words, in pattern groups: `eta` (a time that is no calendar day: «next week», a usual lead time),
`coming` (it comes on a day, bound to `date`), `done` (it has arrived), `late` (some of it has not), `other` (a day
to come that is not the arrival, bound to `date`).
"""

from __future__ import annotations

from trustcheck.checks.places import place_of_absence
from trustcheck.checks.scope import counted
from trustcheck.model.check import Context
from trustcheck.model.language import Entity, EntityKind, Sentence, Tense
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import MessageClass, Rule
from trustcheck.text.dates import last_day

_NO_NEWS = frozenset({BlockRole.HEADER, BlockRole.QUOTED, BlockRole.DATE})


def eta_missing(rule: Rule, context: Context) -> list[RawFinding]:
    """One finding where neither a day to come, a range, a usual lead time nor the day of the next news is given.

    An order that has arrived needs none; what is late always does.
    """
    waiting = context.message_class is not MessageClass.ORDER_STATUS or counted(rule, context, "late")
    arrived = not waiting and counted(rule, context, "done")
    if arrived or counted(rule, context, "eta") or _names_day_to_come(rule, context):
        return []
    return [RawFinding(place_of_absence(context.message, "heading"), absent=True)]


def _names_day_to_come(rule: Rule, context: Context) -> bool:
    other = {match.slots["date"] for match in context.matches.of(rule.name, "other")}
    coming = {match.slots["date"] for match in counted(rule, context, "coming")}
    for sentence in context.analysis.sentences:
        if context.message.blocks[sentence.block].role in _NO_NEWS:
            continue
        for index, token in enumerate(sentence.tokens):
            entity = token.entity
            if entity is None or entity.kind is not EntityKind.DATE or entity.span in other:
                continue
            if _is_to_come(entity, _is_past(sentence, index), context):
                return True
            if entity.span in coming and last_day(entity.value, context.now.date()) == context.now.date():
                return True
    return False


def _is_to_come(entity: Entity, told_as_past: bool, context: Context) -> bool:
    """A later day of the calendar, or a month not over; a weekday or week where the clause does not look back.

    Today is none by itself: what was sent today comes some other day.
    """
    today = context.now.date()
    day = last_day(entity.value, today)
    if day is None:
        return not told_as_past
    return day > today or (_is_month(entity) and (day.year, day.month) == (today.year, today.month))


def _is_month(entity: Entity) -> bool:
    return entity.value.count("-") == 1 and entity.value[0].isdigit()


def _is_past(sentence: Sentence, index: int) -> bool:
    return any(clause.tense is Tense.PAST for clause in sentence.clauses_of(index, index + 1))
