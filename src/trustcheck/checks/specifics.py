"""The check `claim-unspecific`: who is told to owe money is told how much, and for what.

A rule file gives the words, in pattern groups: `period` (months, quarters, terms), `due` (an original due date, bound
to the slot `date`), `other` (amounts that are not the debt, bound to the slot `money`: fees, prices, offers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.check import Context
from trustcheck.model.claim import Claim
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.text.dates import last_day

_NAMES_A_PERSON_OR_CASE = frozenset({"customer", "case"})
_WHAT_FOR = frozenset({"invoice", "agreement", "order", "period"})
_MONTH = re.compile(r"(?:\d{4}|-)-\d\d|\d{4}-\d\d-\d\d/.+")
"""A month, or a range of days: what is paid for, not when."""


def claim_unspecific(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding, at the first claim that money is owed, where the amount or what it is for stands nowhere.

    Option `claims`: the kinds of claim that say so.
    """
    kinds = frozenset(rule.options["claims"])
    owed = [verified.claim for verified in context.claims if verified.claim.kind in kinds]
    if not owed:
        return
    missing = [
        what
        for what, given in (
            ("how much", _amount_given(rule, context, owed)),
            ("what for", _purpose_given(rule, context, owed)),
        )
        if not given
    ]
    if missing:
        span = owed[0].span
        fields = {"text": span.of(context.message.text), "missing": " or ".join(missing)}
        yield RawFinding(span, fields, {"missing": missing})


def _amount_given(rule: Rule, context: Context, owed: list[Claim]) -> bool:
    if any("amount" in claim.slots for claim in owed):
        return True
    other = {match.slots["money"] for match in context.matches.of(rule.name, "other")}
    return any(entity.span not in other for entity in _ours(context, EntityKind.MONEY))


def _purpose_given(rule: Rule, context: Context, owed: list[Claim]) -> bool:
    if any(_WHAT_FOR & claim.slots.keys() for claim in owed) or context.matches.of(rule.name, "period"):
        return True
    references = _ours(context, EntityKind.REFERENCE)
    if any(entity.detail.get("label") not in _NAMES_A_PERSON_OR_CASE for entity in references):
        return True
    due = {match.slots["date"] for match in context.matches.of(rule.name, "due")}
    dates = list(_ours(context, EntityKind.DATE))
    return any(_MONTH.fullmatch(d.value) or (d.span in due and _is_past(d, context)) for d in dates)


def _is_past(entity: Entity, context: Context) -> bool:
    """The day to pay by is still to come; the original due date has gone."""
    day = last_day(entity.value, context.now.date())
    return day is not None and day < context.now.date()


def _ours(context: Context, kind: EntityKind) -> Iterator[Entity]:
    """Entities of a kind in what we write, not in what we quote."""
    quoted = [block.span for block in context.message.of_role(BlockRole.QUOTED, BlockRole.HEADER)]
    return (e for e in context.analysis.entities_of(kind) if not any(span.contains(e.span) for span in quoted))
