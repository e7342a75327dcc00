"""The check `remedy-missing`: can the reader of a grave message settle the matter by what it says?

A rule file gives the words, in pattern groups: `place` (where to pay, other than an account number), `instalments` (an
offer to pay in parts or later), `step` (the one thing other than paying that ends the matter).
"""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.places import place_of_absence
from trustcheck.checks.scope import NOT_OURS, counted
from trustcheck.model.check import Context
from trustcheck.model.language import EntityKind
from trustcheck.model.match import Flag
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule

_ACCOUNTS = (EntityKind.BANK_ACCOUNT, EntityKind.PAYMENT_REFERENCE)


def remedy_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where neither a way to pay, nor parts to pay in, nor another step that ends the matter is given.

    A way to pay is an amount and where to pay it; one without the other leaves the reader asking.
    """
    if counted(rule, context, "instalments") or _said(rule, context, "step", unless=Flag.BY_COMPANY):
        return
    if _shows(context, EntityKind.MONEY) and (_shows(context, *_ACCOUNTS) or _said(rule, context, "place")):
        return
    yield RawFinding(place_of_absence(context.message, "heading"), absent=True)


def _said(rule: Rule, context: Context, group: str, *, unless: Flag | None = None) -> bool:
    """Is it said by us? A «not» beside a step denies what it averts («sign it, and nothing happens»), not the step."""
    silencing = {*map(Flag, NOT_OURS), unless}
    return any(not match.flags & silencing for match in context.matches.of(rule.name, group))


def _shows(context: Context, *kinds: EntityKind) -> bool:
    """Is there such an entity in what we write (not in what we quote)?"""
    quoted = [b.span for b in context.message.of_role(BlockRole.QUOTED)]
    found = context.analysis.entities_of(*kinds)
    return any(not any(span.contains(entity.span) for span in quoted) for entity in found)
