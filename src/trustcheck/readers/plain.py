"""Plain text: letters (.txt) and SMS (.sms.txt)."""

from __future__ import annotations

import re

from trustcheck.model.message import Channel, Message
from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.decode import decode
from trustcheck.readers.roles import give_roles

_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_plain(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """A plain text file; its visible text is the file with every line break as `\\n`."""
    source = decode(data, path)
    text, source_map = with_plain_breaks(source)
    channel = asked or default
    return Message(path, channel, text, source_map, source, give_roles(text, channel))


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
