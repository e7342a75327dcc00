"""Values of mail header fields, unfolded and decoded (RFC 2047), with their map to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.charset import decode_runs, known_charset
from trustcheck.readers.shown import append
from trustcheck.readers.transfer import Run, base64, decoded_runs, quoted_printable

_WORD = re.compile(r"=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?\r\n]*)\?=")
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]+|[\r\n]+|\t")
_BLANKS = re.compile(r"[ \t\r\n]*")


def decode_value(source: str, value: Span, *, utf8: bool) -> tuple[str, SourceMap]:
    """The value as a mail program shows it. Encoded words in an unknown charset stay as they are written."""
    made = MapBuilder()
    done = value.start
    for words in _groups(source, value):
        _plain(made, source, Span(done, words[0].start()), utf8=utf8)
        charset = known_charset(words[0].group(1))
        done = words[-1].end()
        if charset is None:
            _plain(made, source, Span(words[0].start(), done), utf8=utf8)
            continue
        found = decode_runs(_runs(source, words, utf8=utf8), charset, source)
        append(made, found.text.replace("\n", " ").replace("\r", " "), found.source)
    _plain(made, source, Span(done, value.end), utf8=utf8)
    return made.build()


def _groups(source: str, value: Span) -> Iterator[list[re.Match[str]]]:
    """Encoded words that belong together: same charset, only blanks between them. A character may span two of them."""
    group: list[re.Match[str]] = []
    for word in _WORD.finditer(source, value.start, value.end):
        if group and not _continues(source, group[-1], word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _continues(source: str, last: re.Match[str], word: re.Match[str]) -> bool:
    blanks_only = _BLANKS.fullmatch(source, last.end(), word.start()) is not None
    return blanks_only and last.group(1).lower() == word.group(1).lower()


def _runs(source: str, words: list[re.Match[str]], *, utf8: bool) -> Iterator[Run]:
    for word in words:
        inside = Span(word.start(3), word.end(3))
        if word.group(2) in "bB":
            yield from base64(source, inside)
        else:
            yield from quoted_printable(source, inside, utf8=utf8, underscores=True)


def _plain(made: MapBuilder, source: str, span: Span, *, utf8: bool) -> None:
    """Text outside encoded words: folds become one space; blanks between two groups of encoded words are nothing."""
    if len(made) and _WORD.match(source, span.end) and not span.of(source).strip():
        return
    done = span.start
    for fold in _FOLD.finditer(source, span.start, span.end):
        _bytes(made, source, Span(done, fold.start()), utf8=utf8)
        made.atomic(" ", Span(fold.start(), fold.end()))
        done = fold.end()
    _bytes(made, source, Span(done, span.end), utf8=utf8)


def _bytes(made: MapBuilder, source: str, span: Span, *, utf8: bool) -> None:
    """Raw text of a header: UTF-8 (RFC 6532) if it is that, else as the file was read."""
    if utf8 or span.of(source).isascii():
        made.exact(span.of(source), span.start)
        return
    found = decode_runs(decoded_runs(source, span, "8bit", utf8=False), "utf-8", source)
    if found.unreadable:
        made.exact(span.of(source), span.start)
    else:
        append(made, found.text, found.source)
