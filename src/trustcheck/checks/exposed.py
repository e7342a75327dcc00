"""The checks about numbers that must not stand in a message: national ids and payment cards, in text and in links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from trustcheck.model.check import Context
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.message import BlockRole
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.text.numbered import find_cards, find_national_ids


def national_id_exposed(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each full, valid national identity number, in the text or inside a link."""
    country = context.organisation.country
    return _exposed(context, EntityKind.NATIONAL_ID, lambda text: find_national_ids(text, country))


def payment_card_exposed(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each unmasked payment card number, in the text or inside a link."""
    return _exposed(context, EntityKind.CARD_NUMBER, find_cards)


def _exposed(context: Context, kind: EntityKind, find: Callable[[str], Iterable[Entity]]) -> Iterator[RawFinding]:
    message = context.message
    for entity in context.analysis.entities_of(kind):
        block = message.block_at(entity.span.start)
        if block is not None and block.role is not BlockRole.QUOTED:
            yield RawFinding(entity.span)
    for link in message.links:
        if not link.bare and any(find(_values(link.target))):
            yield RawFinding(link.span)


def _values(target: str) -> str:
    """The parts of a link's target as words, so that a number in it stands alone."""
    parts = unquote(target)
    for mark in "/?&=#:;":
        parts = parts.replace(mark, " ")
    return parts
