"""The checks about who writes: sender's name, organisation number, the person who signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.checks.places import place_of_absence
from trustcheck.checks.registered import compact, same_org_number
from trustcheck.checks.signers import signs
from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.language import EntityKind
from trustcheck.model.message import Block, BlockRole, Channel
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import HIGH_CONSEQUENCE, Rule
from trustcheck.text.names import names_organisation

_SHOWS_SENDER = frozenset(
    {BlockRole.LETTERHEAD, BlockRole.ADDRESS, BlockRole.SIGN_OFF, BlockRole.SIGNATURE, BlockRole.FOOTER}
)
_TOP_BLOCKS = 3
"""A heading among so many first blocks may be the letterhead of a page."""
_ENDING = (BlockRole.SIGN_OFF, BlockRole.SIGNATURE)


def sender_name_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where no registered name stands in the From name, letterhead, sign-off or footer.

    In a text message the sender id and the text itself count; a name in the running text of a letter does not.
    """
    if not any(names_organisation(text, context.organisation.names) for text in _sender_places(context)):
        yield RawFinding(place_of_absence(context.message, "letterhead"), absent=True)


def org_number_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where a letter, or a high-consequence email, does not show the registered number.

    Silent where it shows a wrong one: `org-number-invalid` says so.
    """
    if not context.organisation.org_number:
        raise NotApplicable("the registry has no organisation number: add org_number to [organisation]")
    if context.message.channel is Channel.EMAIL and context.message_class not in HIGH_CONSEQUENCE:
        raise NotApplicable("an email has to show the number only in high-consequence classes")
    if not _shows_number(context) and not list(org_number_invalid(rule, context)):
        yield RawFinding(place_of_absence(context.message, "sign-off"), absent=True)


def org_number_invalid(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each labelled number that fails its check digit or is not the registered one."""
    registered = context.organisation.org_number
    for number in context.analysis.entities_of(EntityKind.ORG_NUMBER):
        block = context.message.block_at(number.span.start)
        if block is None or block.role is BlockRole.QUOTED:
            continue
        if registered and same_org_number(number.value, registered):
            continue
        broken = number.detail.get("valid") == "no"
        if broken or registered:
            reason = "fails its check digit" if broken else "is not the registered one"
            yield RawFinding(number.span, fields={"reason": reason}, evidence={"registered": registered})


def signer_missing(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding where the sign-off and what stands under it name no person. Options as in `signs`."""
    if not signs(rule, context, _ENDING):
        yield RawFinding(place_of_absence(context.message, "sign-off"), absent=True)


def _sender_places(context: Context) -> Iterator[str]:
    """The texts in which a reader looks for who has written."""
    message = context.message
    yield from (value for name, value in message.metadata if name in ("sender", "from"))
    sent_from = message.header("from")
    if sent_from is not None:
        yield sent_from.value
    body = [b for b in message.blocks if b.role not in (BlockRole.HEADER, BlockRole.SUBJECT, BlockRole.QUOTED)]
    for index, block in enumerate(body):
        text = block.span.of(message.text)
        shows = message.channel is Channel.SMS or block.role in _SHOWS_SENDER
        if shows or (index < _TOP_BLOCKS and _begins_with_name(block, text, context)):
            yield text


def _begins_with_name(block: Block, text: str, context: Context) -> bool:
    found = names_organisation(text, context.organisation.names)
    return block.role is BlockRole.HEADING and found is not None and not text[: found.start].strip()


def _shows_number(context: Context) -> bool:
    number = compact(context.organisation.org_number)
    digits = number.lstrip("0") if number.isdigit() else number
    spaced = r"[\s.\u00a0-]?".join(map(re.escape, digits))
    pattern = re.compile(rf"(?<!\d){'0*' if digits != number else ''}{spaced}(?:01)?(?!\d)", re.IGNORECASE)
    own = (b for b in context.message.blocks if b.role not in (BlockRole.HEADER, BlockRole.QUOTED))
    return any(pattern.search(context.message.text, b.span.start, b.span.end) for b in own)
