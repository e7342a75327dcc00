"""The structure of a mail (RFC 5322, RFC 2046) over its source text: every header and body knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.model.span import Span

MAX_DEPTH = 50
MAX_PARTS = 1_000
MAX_HEADERS = 1_000

_FIELD = re.compile(r"([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*(?:(?:\r\n|\r|\n)[ \t]+[^\r\n]*)*)(?:\r\n|\r|\n|\Z)")
_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_MBOX = re.compile(r">?From [^\r\n]*(?:\r\n|\r|\n)")
_PARAMETER = re.compile(r';\s*([\w!#$%&\'*+.^`|~-]+?)(\*\d*\*?)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))')
_TOKEN = re.compile(r"\s*([^\s()<>@,;:\"\[\]?=]+)")
_COMMENT = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: lower-case name, and where its value stands, folds and all."""

    name: str
    value: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A mail or a part of one. `closed`: False where a multipart's last boundary is missing.

    `too_deep`: parts below this one were not read, because they lie too deep or are too many.
    """

    fields: tuple[Field, ...]
    body: Span
    media_type: str
    parameters: dict[str, str]
    disposition: str
    file_name: str
    encoding: str
    children: tuple[Part, ...] = ()
    closed: bool = True
    too_deep: bool = False

    def walk(self) -> Iterator[Part]:
        """This part and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse(source: str) -> Part:
    """The structure of a whole mail file. Never raises: what is malformed becomes text of the part it stands in."""
    mbox = _MBOX.match(source)
    return _Parser(source).part(Span(mbox.end() if mbox else 0, len(source)), 0, "text/plain")


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._parts = 0

    def part(self, span: Span, depth: int, default: str) -> Part:
        self._parts += 1
        fields, start = _fields(self._source, span)
        body = Span(start, span.end)
        media_type, parameters = _content(_value(self._source, fields, "content-type"), default)
        disposition, more = _content(_value(self._source, fields, "content-disposition"), "")
        children: tuple[Part, ...] = ()
        closed, too_deep = True, False
        if media_type.startswith("multipart/") and parameters.get("boundary"):
            too_deep = depth >= MAX_DEPTH or self._parts >= MAX_PARTS
            if not too_deep:
                children, closed = self._children(body, parameters["boundary"], depth, media_type)
                too_deep = self._parts >= MAX_PARTS
        return Part(
            fields=fields,
            body=body,
            media_type=media_type,
            parameters=parameters,
            disposition=disposition,
            file_name=more.get("filename") or parameters.get("name", ""),
            encoding=_COMMENT.sub("", _value(self._source, fields, "content-transfer-encoding")).strip().lower(),
            children=children,
            closed=closed,
            too_deep=too_deep,
        )

    def _children(self, body: Span, boundary: str, depth: int, media_type: str) -> tuple[tuple[Part, ...], bool]:
        default = "message/rfc822" if media_type == "multipart/digest" else "text/plain"
        spans, closed = _between_boundaries(self._source, body, boundary)
        made: list[Part] = []
        for span in spans:
            if self._parts >= MAX_PARTS:
                break
            made.append(self.part(span, depth + 1, default))
        return tuple(made), closed


def _between_boundaries(source: str, body: Span, boundary: str) -> tuple[list[Span], bool]:
    """The stretches between boundary lines, without the line break before a boundary, which belongs to it."""
    line = re.compile(rf"(?:(?<=[\r\n])|\A)--{re.escape(boundary)}(--)?[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
    spans: list[Span] = []
    start: int | None = None
    for found in line.finditer(source, body.start, body.end):
        if start is not None:
            spans.append(Span(start, max(start, _before_break(source, found.start()))))
        start = found.end()
        if found.group(1):
            return spans, True
    if start is not None:
        spans.append(Span(start, body.end))
    return spans, False


def _before_break(source: str, offset: int) -> int:
    if source[offset - 2 : offset] == "\r\n":
        return offset - 2
    return offset - 1 if source[offset - 1 : offset] in ("\r", "\n") else offset


def _fields(source: str, span: Span) -> tuple[tuple[Field, ...], int]:
    """The header fields at the start of `span`, and where the body begins: after a blank line, or at the first line
    that is no header."""
    made: list[Field] = []
    at = span.start
    while at < span.end:
        found = _FIELD.match(source, at, span.end)
        if found is None:
            blank = _BLANK.match(source, at, span.end)
            return tuple(made), blank.end() if blank else at
        if len(made) < MAX_HEADERS:
            made.append(Field(found.group(1).lower(), Span(found.start(2), found.end(2))))
        at = found.end()
    return tuple(made), span.end


def _value(source: str, fields: tuple[Field, ...], name: str) -> str:
    found = next((f for f in fields if f.name == name), None)
    return re.sub(r"[\r\n]+", "", found.value.of(source)) if found else ""


def _content(value: str, default: str) -> tuple[str, dict[str, str]]:
    """A structured value `text/plain; charset=…`: its first word in lower case, and its parameters (RFC 2231)."""
    found = _TOKEN.match(_COMMENT.sub("", value.split(";", 1)[0]).lower())
    head = found.group(1) if found else ""
    parameters: dict[str, str] = {}
    for name, marks, quoted, bare in _PARAMETER.findall(value[value.find(";") :] if ";" in value else ""):
        text = re.sub(r"\\(.)", r"\1", quoted) or bare
        if marks.endswith("*"):
            text = _percent(text, first=marks in ("*", "*0*"))
        key = name.lower()
        parameters[key] = parameters.get(key, "") + text if marks else parameters.get(key) or text
    return head or default, parameters


def _percent(text: str, *, first: bool) -> str:
    """An extended parameter `utf-8''navn%20p%C3%A5%20fil` (RFC 2231, section 4)."""
    charset, _, rest = text.partition("'") if first and text.count("'") >= 2 else ("utf-8", "", text)
    encoded = rest.partition("'")[2] if first and text.count("'") >= 2 else rest
    data = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), encoded.encode("utf-8"))
    try:
        return data.decode(charset or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
