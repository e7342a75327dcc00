"""Where a finding about something absent points: where the reader would look for it."""

from __future__ import annotations

from trustcheck.model.message import Block, BlockRole, Message
from trustcheck.model.span import Span

_LOOKED_FOR = {
    "sign-off": (BlockRole.SIGN_OFF, BlockRole.SIGNATURE, BlockRole.FOOTER),
    "heading": (BlockRole.SUBJECT, BlockRole.HEADING, BlockRole.GREETING),
    "greeting": (BlockRole.GREETING, BlockRole.ADDRESS),
    "letterhead": (BlockRole.LETTERHEAD, BlockRole.HEADER),
}


def place_of_absence(message: Message, where: str) -> Span:
    """The block where a reader would look (`sign-off`, `heading`, `greeting`, `letterhead`), else a point at 0."""
    for role in _LOOKED_FOR.get(where, ()):
        blocks = message.of_role(role)
        if blocks:
            return _shown(message, blocks[-1] if where == "sign-off" else blocks[0])
    return Span(0, 0)


def _shown(message: Message, block: Block) -> Span:
    """The block's first line: a caret under a whole letterhead helps nobody."""
    text = block.span.of(message.text)
    lead = len(text) - len(text.lstrip())
    first = text.strip().split("\n", 1)[0].rstrip()
    start = block.span.start + lead
    return Span(start, start + len(first))
