"""Mail files (.eml): headers, the part that the reader sees, attachments, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from trustcheck.model.directive import Directive
from trustcheck.model.errors import UnreadableError
from trustcheck.model.message import Attachment, Block, BlockRole, Channel, Header, Message, Problem
from trustcheck.model.sourcemap import MapBuilder
from trustcheck.model.span import Span
from trustcheck.readers.bodies import Content, contents_of
from trustcheck.readers.decode import decode_mail
from trustcheck.readers.headers import decode_value
from trustcheck.readers.mime import MAX_HEADERS, Field, Part, parse
from trustcheck.readers.roles import give_roles
from trustcheck.readers.shown import Metadata, append, channel_of, join
from trustcheck.text.directives import parse_line

_SHOWN = ("from", "reply-to", "return-path", "subject")
"""Headers whose values open the text, in this order."""

_OURS = "x-trustcheck-"
_MAX_VALUE = 20_000


def read_eml(data: bytes, path: str, asked: Channel | None, default: Channel) -> Message:
    """A mail. Raises UnreadableError where no part of it holds text that can be read."""
    source = decode_mail(data, path)
    utf8 = _is_utf8(data)
    top = parse(source)
    if not top.fields:
        raise UnreadableError(
            "the file has no mail headers, so it is no .eml file",
            path=path,
            line=1,
            next_step="Export the message from the mail program as .eml, or use the suffix of its real format.",
        )
    content = contents_of(source, top, utf8=utf8)
    if not content.shown:
        raise _nothing_readable(path, content)
    return _message(path, source, top, content, asked, default, utf8=utf8)


@dataclass(slots=True)
class _Page:
    """The text as it grows: header values first, then the body."""

    made: MapBuilder = field(default_factory=MapBuilder)
    blocks: list[Block] = field(default_factory=list)
    headers: list[Header] = field(default_factory=list)


def _message(
    path: str, source: str, top: Part, content: Content, asked: Channel | None, default: Channel, *, utf8: bool
) -> Message:
    page = _Page()
    _put_headers(page, source, top.fields, utf8=utf8)
    metadata = _metadata(page.headers)
    channel = asked or channel_of(metadata, default)
    body = join(content.shown)
    if len(page.made) and body.text:
        page.made.atomic("\n", Span(top.body.start, top.body.start))
    offset = len(page.made)
    append(page.made, body.text, body.source)
    moved = body.shifted(offset)
    blocks = [replace(b, span=b.span.shift(offset)) for b in give_roles(body.text, channel, body.hints)]
    text, source_map = page.made.build()
    return Message(
        path,
        channel,
        text,
        source_map,
        source,
        (*page.blocks, *blocks),
        links=moved.links,
        emphasis=moved.emphasis,
        headers=tuple(page.headers),
        attachments=content.attachments,
        hidden="\n".join(filter(None, (body.hidden, content.hidden))),
        problems=(*content.problems, *_header_problems(top)),
        metadata=metadata,
        directives=(*_directives(source, top.fields, utf8=utf8), *moved.directives),
    )


def _put_headers(page: _Page, source: str, fields: Sequence[Field], *, utf8: bool) -> None:
    first = {name: next((f for f in fields if f.name == name), None) for name in _SHOWN}
    shown = [f for f in first.values() if f is not None]
    for each in shown:
        text, source_map = decode_value(source, _capped(each.value), utf8=utf8)
        if len(page.made):
            page.made.atomic("\n", Span(each.value.start, each.value.start))
        start = len(page.made)
        append(page.made, text, source_map)
        span = Span(start, len(page.made))
        if len(span):
            page.blocks.append(Block(BlockRole.SUBJECT if each.name == "subject" else BlockRole.HEADER, span))
        page.headers.append(Header(each.name, text, span))
    for each in fields:
        if not any(each is other for other in shown):
            value = decode_value(source, _capped(each.value), utf8=utf8)[0]
            page.headers.append(Header(each.name, value, Span(0, 0)))


def _capped(value: Span) -> Span:
    return Span(value.start, min(value.end, value.start + _MAX_VALUE))


def _metadata(headers: Sequence[Header]) -> Metadata:
    return tuple((h.name.removeprefix(_OURS), h.value.strip()) for h in headers if h.name.startswith(_OURS))


def _directives(source: str, fields: Sequence[Field], *, utf8: bool) -> Iterator[Directive]:
    """The suppressions in the headers `X-Trustcheck-Ignore`, of which there may be several."""
    for each in fields:
        if each.name == f"{_OURS}ignore":
            value, source_map = decode_value(source, _capped(each.value), utf8=utf8)
            yield parse_line(value).led(source_map.to_source)


def _header_problems(top: Part) -> tuple[Problem, ...]:
    too_long = [f.name for f in top.fields if len(f.value) > _MAX_VALUE]
    problems = []
    if too_long:
        problems.append(Problem(f"the header «{too_long[0]}» is longer than {_MAX_VALUE} characters", _LOOK_AT_HEADERS))
    if len(top.fields) >= MAX_HEADERS:
        problems.append(Problem(f"the mail has more than {MAX_HEADERS} headers", _LOOK_AT_HEADERS))
    return tuple(problems)


_LOOK_AT_HEADERS = "Only the first part of the headers is read; find out which program writes them."


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True


def _nothing_readable(path: str, content: Content) -> UnreadableError:
    attached: Sequence[Attachment] = content.attachments
    what = "; ".join(p.what for p in content.problems) or (
        f"it holds only attachments ({', '.join(a.media_type for a in attached)})" if attached else "it has no body"
    )
    return UnreadableError(
        f"the mail has no text that can be read: {what}",
        path=path,
        next_step="Check the mail before it is encrypted or packed, with its text as text/plain or text/html.",
    )
