"""Plain text: letters (.txt) and SMS (.sms.txt)."""

from __future__ import annotations

import re

from trustcheck.model.message import Channel, Message
from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.decode import decode
from trustcheck.readers.directives import cleared, forward
from trustcheck.readers.front import front_matter
from trustcheck.readers.roles import give_roles
from trustcheck.readers.shown import channel_of

_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_plain(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """A plain text file; its visible text is the file with every line break as `\\n`, without what speaks to us."""
    source = decode(data, path)
    front = front_matter(source, known_only=True)
    words = cleared(source, html=False, start=front.end)
    text, breaks = with_plain_breaks(words.text)
    channel = asked or channel_of(front.metadata, default)
    return Message(
        path,
        channel,
        text,
        breaks.compose(words.source),
        source,
        give_roles(text, channel),
        metadata=front.metadata,
        directives=(*front.directives, *forward(words.directives, breaks)),
    )


def with_plain_breaks(source: str) -> tuple[str, SourceMap]:
    """The text with every kind of line break as `\\n`, and its map to `source`."""
    made = MapBuilder()
    done = 0
    for found in _LINE_BREAK.finditer(source):
        made.exact(source[done : found.start()], done)
        made.atomic("\n", Span(found.start(), found.end()))
        done = found.end()
    made.exact(source[done:], done)
    return made.build()
