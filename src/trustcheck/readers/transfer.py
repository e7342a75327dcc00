"""Content transfer encodings of mail (RFC 2045, section 6), undone with a map from every byte to its source."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from trustcheck.model.span import Span

KNOWN = frozenset({"", "7bit", "8bit", "binary", "quoted-printable", "base64"})

_QP = re.compile(
    r"(?P<escape>(?:=[0-9A-Fa-f]{2})+)"
    r"|(?P<soft>=[ \t]*(?:\r\n?|\n|\Z))|(?P<trail>[ \t]+(?=[\r\n]|\Z))|(?P<other>[^\x00-\x7f]+)"
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_GROUP = re.compile(r"[A-Za-z0-9+/](?:[^A-Za-z0-9+/=]*[A-Za-z0-9+/]){0,3}")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Decoded bytes and the source they stem from.

    `plain`: the bytes are ASCII and stand in the source letter by letter. Otherwise all of the source run stands for
    all of the bytes.
    """

    data: bytes
    source: Span
    plain: bool


def decoded_runs(source: str, body: Span, encoding: str, *, utf8: bool) -> Iterator[Run]:
    """The bytes of `body` after undoing `encoding`; `utf8`: how `source` itself was made from the file (else latin-1).

    An unknown encoding is taken as plain bytes.
    """
    if encoding == "quoted-printable":
        return quoted_printable(source, body, utf8=utf8)
    if encoding == "base64":
        return base64(source, body)
    return _raw(source, body, utf8=utf8)


def quoted_printable(source: str, body: Span, *, utf8: bool, underscores: bool = False) -> Iterator[Run]:
    """Quoted-printable, or with `underscores` the Q encoding of headers (RFC 2047, 4.2), where `_` is a space."""
    done = body.start
    for found in _QP.finditer(source, body.start, body.end):
        yield from _ascii(source, done, found.start(), underscores=underscores)
        done = found.end()
        if found["escape"]:
            yield from _escapes(found["escape"], found.start())
        elif found["other"]:
            yield from _bytes_of(found["other"], found.start(), utf8=utf8)
        elif found["trail"] and underscores:
            yield Run(found["trail"].encode("ascii"), Span(found.start(), found.end()), plain=True)
    yield from _ascii(source, done, body.end, underscores=underscores)


def base64(source: str, body: Span) -> Iterator[Run]:
    """Base64; every byte stems from its group of four characters. What is cut off at the end gives no bytes."""
    for found in _GROUP.finditer(source, body.start, body.end):
        letters = _NOT_BASE64.sub("", found.group())
        if len(letters) > 1:
            data = binascii.a2b_base64(letters + "=" * (-len(letters) % 4))
            yield Run(data, Span(found.start(), found.end()), plain=False)


def is_cut_base64(source: str, body: Span) -> bool:
    """True where base64 ends in the middle of a group."""
    letters = re.sub(r"[^A-Za-z0-9+/=]+", "", body.of(source))
    return len(letters) % 4 != 0


def decoded_size(source: str, body: Span, encoding: str, *, utf8: bool) -> int:
    """Bytes of a part after decoding, without keeping them."""
    if encoding == "base64":
        return len(_NOT_BASE64.sub("", body.of(source))) * 3 // 4
    return sum(len(run.data) for run in decoded_runs(source, body, encoding, utf8=utf8))


def _raw(source: str, body: Span, *, utf8: bool) -> Iterator[Run]:
    done = body.start
    for found in _NON_ASCII.finditer(source, body.start, body.end):
        yield from _ascii(source, done, found.start(), underscores=False)
        yield from _bytes_of(found.group(), found.start(), utf8=utf8)
        done = found.end()
    yield from _ascii(source, done, body.end, underscores=False)


def _ascii(source: str, start: int, end: int, *, underscores: bool) -> Iterator[Run]:
    if not underscores or "_" not in source[start:end]:
        if start < end:
            yield Run(source[start:end].encode("ascii"), Span(start, end), plain=True)
        return
    for found in re.finditer(r"_|[^_]+", source[start:end]):
        span = Span(start + found.start(), start + found.end())
        blank = found.group() == "_"
        yield Run(b" " if blank else found.group().encode("ascii"), span, plain=not blank)


def _escapes(escapes: str, start: int) -> Iterator[Run]:
    for index in range(0, len(escapes), 3):
        yield Run(bytes([int(escapes[index + 1 : index + 3], 16)]), Span(start + index, start + index + 3), plain=False)


def _bytes_of(text: str, start: int, *, utf8: bool) -> Iterator[Run]:
    for index, char in enumerate(text):
        yield Run(char.encode("utf-8" if utf8 else "latin-1"), Span(start + index, start + index + 1), plain=False)
