"""A message as its reader sees it. Every span here points into `Message.text`, in code points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trustcheck.model.directive import Directive
from trustcheck.model.sourcemap import SourceMap
from trustcheck.model.span import Span


class Channel(StrEnum):
    LETTER = "letter"
    EMAIL = "email"
    SMS = "sms"


class BlockRole(StrEnum):
    """What a block is to the reader. `HEADER` holds mail header values (From, Reply-To …); they are no prose."""

    HEADER = "header"
    SUBJECT = "subject"
    LETTERHEAD = "letterhead"
    ADDRESS = "address"
    DATE = "date"
    HEADING = "heading"
    GREETING = "greeting"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    SIGN_OFF = "sign-off"
    SIGNATURE = "signature"
    FOOTER = "footer"
    QUOTED = "quoted"


PROSE = frozenset(
    {
        BlockRole.SUBJECT,
        BlockRole.HEADING,
        BlockRole.GREETING,
        BlockRole.PARAGRAPH,
        BlockRole.LIST_ITEM,
        BlockRole.TABLE_ROW,
        BlockRole.SIGN_OFF,
        BlockRole.SIGNATURE,
        BlockRole.FOOTER,
        BlockRole.LETTERHEAD,
    }
)
"""Roles whose words are our own running text or labels. Addresses, dates, headers and quoted replies are not."""


@dataclass(frozen=True, slots=True)
class Block:
    role: BlockRole
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `span` is the text shown, `target` where it leads (decoded, may be `mailto:` or `tel:`).

    `bare`: the address stands in the text and no markup says where it leads, so shown and target are the same.
    """

    span: Span
    target: str
    bare: bool = False


class EmphasisKind(StrEnum):
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    RED = "red"
    LARGE = "large"
    BLINK = "blink"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A run of text and all the ways in which it is emphasised at once."""

    span: Span
    kinds: frozenset[EmphasisKind]


@dataclass(frozen=True, slots=True)
class Header:
    """A mail header: lower-case name, decoded value. `span` is the value's place in `Message.text`."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    media_type: str
    size: int
    """Decoded size in bytes."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One of the files that a message was made from. `span`: where its text stands in `Message.source_text`."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that could not be read. It fails the checks that would have needed it."""

    what: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message, read. `text` holds header values, subject and body in reading order, blocks split by newlines.

    Nothing the reader does not see is in `text`; hidden text, preheaders and the plain twin of an HTML part are in
    `hidden`. `headers` are all the headers that a rule may need; only those in `HEADER` or `SUBJECT` blocks have a
    non-empty span. `metadata` holds what the file says of itself for trustcheck (class, language, sender id …), and
    `directives` what it asks to have suppressed.
    """

    path: str
    channel: Channel
    text: str
    source: SourceMap
    source_text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    headers: tuple[Header, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    hidden: str = ""
    problems: tuple[Problem, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    directives: tuple[Directive, ...] = ()
    files: tuple[SourceFile, ...] = ()
    """Set where several files went into the message, as into a rendered template; `source_text` then holds them all."""

    def header(self, name: str) -> Header | None:
        """The first header of that name (any case), if there is one."""
        wanted = name.lower()
        return next((h for h in self.headers if h.name == wanted), None)

    def of_role(self, *roles: BlockRole) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.role in roles)

    def block_at(self, offset: int) -> Block | None:
        return next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)
