"""The check `payment-details-unknown`: our own account, and a sound reference?"""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.registered import owns_account
from trustcheck.model.check import Context
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule


def payment_details_unknown(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each account that is not registered, and each payment reference that fails its check digit.

    Patterns `readers`: words that give the reader's own account («we pay it back to …»).
    """
    for entity in context.analysis.entities_of(EntityKind.BANK_ACCOUNT, EntityKind.PAYMENT_REFERENCE):
        if _quoted(entity, context) or _is_readers(entity, rule, context):
            continue
        if entity.kind is EntityKind.PAYMENT_REFERENCE:
            if entity.detail.get("valid") == "no":
                yield _finding(entity, "is a payment reference that fails its check digit")
        elif context.organisation.configured and not owns_account(entity, context.organisation):
            yield _finding(entity, "is not one of our registered accounts")


def _finding(entity: Entity, reason: str) -> RawFinding:
    return RawFinding(entity.span, fields={"reason": reason}, evidence={"value": entity.value})


def _quoted(entity: Entity, context: Context) -> bool:
    block = context.message.block_at(entity.span.start)
    return block is not None and block.role is BlockRole.QUOTED


def _is_readers(entity: Entity, rule: Rule, context: Context) -> bool:
    return any(match.span.contains(entity.span) for match in context.matches.of(rule.name, "readers"))
