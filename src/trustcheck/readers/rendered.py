"""Texts that a template became, read by the reader of their format, with every place led on to the template's files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from trustcheck.model.message import Channel, Message, Problem, SourceFile
from trustcheck.model.sourcemap import SourceMap
from trustcheck.readers.read import TEMPLATE_SUFFIXES, read_bytes

_BOM = "\ufeff"


class RenderedMessage(NamedTuple):
    """A message, and the map from its text to the text that the template became, where its conditions are known."""

    message: Message
    to_text: SourceMap


def inner_name(path: str) -> str:
    """The name that says the format of what a template becomes: `mail.html` of `mail.html.j2`; a letter by default."""
    suffix = next((s for s in TEMPLATE_SUFFIXES if path.lower().endswith(s)), "")
    inner = path[: len(path) - len(suffix)]
    return inner if not suffix or "." in inner.replace("\\", "/").rpartition("/")[2] else inner + ".txt"


def read_rendered(
    text: str,
    path: str,
    *,
    source: SourceMap,
    source_text: str,
    files: Sequence[SourceFile],
    channel: Channel | None = None,
    problems: Sequence[Problem] = (),
) -> RenderedMessage:
    """The message that a template at `path` became.

    `source` maps `text` to `source_text`, which holds the decoded `files` one after another; the message's own source
    map and places lead there. `problems`: what could not be rendered; it fails the checks that need the whole.
    Raises UnreadableError as `read_bytes` does.
    """
    # Readers take a leading byte order mark for one of the file and drop it; a second one keeps this text's own.
    data = ((_BOM if text.startswith(_BOM) else "") + text).encode()
    # A template may grow in rendering; its size was judged when it was read.
    read = read_bytes(data, inner_name(path), channel=channel, max_bytes=len(data))
    message = replace(
        read,
        path=path,
        source=read.source.compose(source),
        source_text=source_text,
        directives=tuple(directive.led(source.to_source) for directive in read.directives),
        problems=(*read.problems, *problems),
        files=tuple(files),
    )
    return RenderedMessage(message, read.source)
