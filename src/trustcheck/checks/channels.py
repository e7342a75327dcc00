"""The ways back to the sender that a message gives: phone, mail, postal address, and its own reply address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from trustcheck.checks.registered import names_other_email, names_other_phone, owns_email
from trustcheck.model.check import Context
from trustcheck.model.facts import CellState
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.message import BlockRole, Channel, Header
from trustcheck.model.span import Span
from trustcheck.text.domains import is_within
from trustcheck.text.phones import normal_phone
from trustcheck.text.web import find_emails

_NOREPLY = re.compile(
    r"(?:do|please)?[._-]?(?:no|not|never)[._-]?(?:reply|replies|answer|response)|donotreply|dontreply|noreply"
    r"|ikke[._-]?svar|svar[._-]?ikke|ikkje[._-]?svar|svar[._-]?ikkje|(?:ej|inte)[._-]?svar|svara[._-]?(?:ej|inte)"
    r"|unattended|unmonitored|mailer-daemon|bounces?(?=[+@._-]|$)",
    re.IGNORECASE,
)
NOREPLY_RULE, UNREGISTERED_RULE = "noreply-dead-end", "contact-not-in-registry"
"""The rules whose patterns tell what the message says of its reply address, and whose numbers are the reader's."""


def is_noreply(address: str) -> bool:
    """Does the part before «@» say that nobody answers there?"""
    return bool(_NOREPLY.search(address.partition("@")[0]))


def address_of(header: Header | None) -> str:
    """The address in a From, Reply-To or Return-Path value; empty where there is none. The last one is in «<…>»."""
    if header is None:
        return ""
    inside = header.value.rpartition("<")[2] if "<" in header.value else header.value
    return next((found.value for found in find_emails(inside)), "")


def reply_addresses(context: Context) -> tuple[str, ...]:
    """The addresses that a reply may go to: Reply-To, then From."""
    found = (address_of(context.message.header(name)) for name in ("reply-to", "from"))
    return tuple(filter(None, found))


def says_unanswerable(context: Context) -> tuple[Span, ...]:
    """The words that say that the message cannot be answered or that nobody reads the mailbox."""
    groups = ("unanswerable", "unanswerable-sms") if context.message.channel is Channel.SMS else ("unanswerable",)
    return tuple(match.span for group in groups for match in context.matches.of(NOREPLY_RULE, group))


def answers_by_reply(context: Context) -> bool:
    """A registered address that is read; where the first one that a reply goes to is not, nobody is reached."""
    addresses = reply_addresses(context)
    if not addresses or is_noreply(addresses[0]) or says_unanswerable(context):
        return False
    own = [a for a in addresses if owns_email(a, context.organisation) or not context.organisation.configured]
    return any(not is_noreply(a) for a in own)


def contacts_in_text(context: Context) -> Iterator[Entity]:
    """Phone numbers and mail addresses given as ways to reach the sender: neither the reader's nor a named other's."""
    organisation = context.organisation
    readers = _readers_own(context)
    for contact in _own_words(context, EntityKind.PHONE, EntityKind.EMAIL):
        other = names_other_phone if contact.kind is EntityKind.PHONE else names_other_email
        if _is_emergency(contact.value) or contact.value in readers:
            continue
        if not _is_readers(contact, context) and not other(contact.value, organisation):
            yield contact


def has_channel_in_text(context: Context) -> bool:
    """A phone number, a mail address that is read, or a postal address of the sender's."""
    if any(c.kind is EntityKind.PHONE or not is_noreply(c.value) for c in contacts_in_text(context)):
        return True
    addresses = _own_words(context, EntityKind.POSTAL_ADDRESS)
    return _shows_address(context) or any(_is_senders(address, context) for address in addresses)


def _own_words(context: Context, *kinds: EntityKind) -> Iterator[Entity]:
    """Entities outside what is quoted from the reader."""
    for entity in context.analysis.entities_of(*kinds):
        block = context.message.block_at(entity.span.start)
        if block is not None and block.role is not BlockRole.QUOTED:
            yield entity


def _is_readers(contact: Entity, context: Context) -> bool:
    """Do the words around it say that it is the reader's: «we ring you on …»?"""
    matches = context.matches.of(UNREGISTERED_RULE, "readers")
    return any(match.span.contains(contact.span) for match in matches)


def _is_emergency(value: str) -> bool:
    """112, 999 and their like, and the harmonised 116 numbers (EU): three digits, or six that begin with 116."""
    digits = value.removeprefix("short:")
    return len(digits) <= 3 or (len(digits) == 6 and digits.startswith("116"))


def customer_value(context: Context, key: str) -> str:
    """What the records say of the customer («name», «phone», «email»), or an empty text; age does not matter here."""
    if context.facts is None:
        return ""
    cell = context.facts.cell("customer")
    known: Any = cell.value if cell.state in (CellState.FOUND, CellState.STALE) else None
    return str(known.get(key) or "") if isinstance(known, dict) else ""


def _readers_own(context: Context) -> frozenset[str]:
    phone = normal_phone(customer_value(context, "phone"), context.organisation.country)
    sent_to = (found.value for h in context.message.headers if h.name in ("to", "cc") for found in find_emails(h.value))
    return frozenset(filter(None, (phone, customer_value(context, "email").lower(), *sent_to)))


def _is_senders(address: Entity, context: Context) -> bool:
    """Not the recipient's: an address under the letterhead is theirs unless it is registered."""
    block = context.message.block_at(address.span.start)
    if block is None or block.role is BlockRole.ADDRESS:
        return _is_registered_address(address.value, context)
    return True


def _is_registered_address(written: str, context: Context) -> bool:
    shown = _words_of(written)
    return any(_words_of(own) <= shown for own in context.organisation.addresses)


def _shows_address(context: Context) -> bool:
    """A registered address in the text, in whatever lines it is set."""
    message = context.message
    own = (block.span.of(message.text) for block in message.blocks if block.role is not BlockRole.QUOTED)
    shown = " ".join(" ".join(_split(text)) for text in own)
    return any(" ".join(_split(a)) in shown for a in context.organisation.addresses if a.strip())


def _words_of(address: str) -> frozenset[str]:
    return frozenset(_split(address))


def _split(address: str) -> list[str]:
    return re.findall(r"\w+", address.lower())


def leaves_domains(address: str, context: Context) -> bool:
    """Is the address at none of the registered domains, and not a listed one?"""
    organisation = context.organisation
    host = address.rpartition("@")[2]
    return not owns_email(address, organisation) and not is_within(host, organisation.external.domains)
