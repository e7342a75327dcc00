"""The checks about the way back to the sender: is there one, is it the organisation's own, what does it cost?"""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.channels import (
    address_of,
    answers_by_reply,
    contacts_in_text,
    has_channel_in_text,
    is_noreply,
    reply_addresses,
    says_unanswerable,
)
from trustcheck.checks.places import place_of_absence
from trustcheck.checks.registered import owns_email, owns_phone
from trustcheck.model.check import Context
from trustcheck.model.language import EntityKind
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.phones import is_premium


def contact_channel_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where the message gives no phone, no mail address, no postal address and no reply address.

    Silent where `noreply-dead-end` says why there is no way back; an unregistered number or address is a way of a kind,
    and `contact-not-in-registry` speaks of it.
    """
    if has_channel_in_text(context) or answers_by_reply(context):
        return
    if not list(noreply_dead_end(rule, context)):
        yield RawFinding(place_of_absence(context.message, "sign-off"), absent=True)


def noreply_dead_end(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where the message cannot be answered and gives no other way: at the words that say so, else at the

    address that tells. Patterns `unanswerable`: «this mailbox is not read».
    """
    said = says_unanswerable(context)
    dead = _dead_reply_address(context)
    if (said or dead is not None) and not has_channel_in_text(context) and not answers_by_reply(context):
        yield RawFinding(said[0] if said else (dead or Span(0, 0)))


def contact_not_in_registry(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each phone number or mail address that is neither registered nor a named other's.

    Patterns `readers`: words that give the reader's own number («we ring you on …»).
    """
    organisation = context.organisation
    for contact in contacts_in_text(context):
        phone = contact.kind is EntityKind.PHONE
        owned = owns_phone(contact.value, organisation) if phone else owns_email(contact.value, organisation)
        if not owned:
            kind = "phone number" if phone else "mail address"
            yield RawFinding(contact.span, fields={"kind": kind}, evidence={"value": contact.value})


def premium_rate_number(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each number in a premium or special-rate range of its country's numbering plan."""
    for phone in context.analysis.entities_of(EntityKind.PHONE):
        block = context.message.block_at(phone.span.start)
        quoted = block is not None and block.role is BlockRole.QUOTED
        if not quoted and is_premium(phone.value, context.organisation.country):
            yield RawFinding(phone.span, evidence={"value": phone.value})


def _dead_reply_address(context: Context) -> Span | None:
    """Where the noreply-like address stands that a reply would go to."""
    message = context.message
    if not any(is_noreply(address) for address in reply_addresses(context)[:1]):
        return None
    header = message.header("reply-to") if address_of(message.header("reply-to")) else message.header("from")
    return header.span if header is not None else None
