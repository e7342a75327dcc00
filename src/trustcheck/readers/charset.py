"""Decoded bytes to characters, each with its place in the source."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.decode import python_charset
from trustcheck.readers.transfer import Run

_PRINTABLE = bytes(range(0x20, 0x7F))
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """`unreadable`: how many characters the charset could not explain (shown as U+FFFD)."""

    text: str
    source: SourceMap
    unreadable: int


def known_charset(name: str) -> str | None:
    """Python's name of a charset as mail labels it; US-ASCII and no label mean UTF-8, which holds it. None: unknown."""
    if name.lower() in ("", "us-ascii", "ascii", "unknown-8bit", "utf8"):
        return "utf-8"
    found = python_charset(name)
    return "cp1252" if found == "iso8859-1" else found


def decode_runs(runs: Iterable[Run], charset: str, source: str) -> Decoded:
    """Characters of `runs` in `charset` (a name Python knows). A character that stands as itself in `source` is exact.

    Latin-1 is read as Windows-1252, as browsers and mail programs do (WHATWG Encoding Standard).
    """
    steps = _Steps(charset, source)
    for run in runs:
        if run.plain and steps.may_copy():
            steps.copy(run)
        else:
            steps.feed(run)
    return steps.finish()


class _Steps:
    """One pass over the runs; `_pending` is the source of bytes that are not yet a whole character."""

    def __init__(self, charset: str, source: str) -> None:
        self._decoder = codecs.getincrementaldecoder(charset)("replace")
        self._copies = _is_ascii_based(charset)
        self._source = source
        self._made = MapBuilder()
        self._pending: Span | None = None
        self._unreadable = 0

    def may_copy(self) -> bool:
        return self._copies

    def copy(self, run: Run) -> None:
        """ASCII that stands in the source as itself; it ends a character that was left incomplete."""
        self._flush()
        self._made.exact(run.data.decode("ascii"), run.source.start)

    def feed(self, run: Run) -> None:
        for index in range(len(run.data)):
            at = run.source.start + index
            where = Span(at, at + 1) if run.plain else run.source
            covered = where if self._pending is None else self._pending.cover(where)
            self._put(self._decoder.decode(run.data[index : index + 1]), covered)
            kept = bool(self._decoder.getstate()[0])
            self._pending = None if not kept else covered

    def finish(self) -> Decoded:
        self._flush()
        text, source_map = self._made.build()
        return Decoded(text, source_map, self._unreadable)

    def _flush(self) -> None:
        if self._pending is not None:
            self._put(self._decoder.decode(b"", final=True), self._pending)
            self._pending = None
            self._decoder.reset()

    def _put(self, chars: str, where: Span) -> None:
        self._unreadable += chars.count(_REPLACEMENT)
        if where.of(self._source) == chars:
            self._made.exact(chars, where.start)
        else:
            self._made.atomic(chars, where)


def _is_ascii_based(charset: str) -> bool:
    """True where an ASCII byte always is that character, whatever came before it."""
    if charset.startswith(("utf-7", "iso2022", "hz")):
        return False
    try:
        return _PRINTABLE.decode(charset) == _PRINTABLE.decode("ascii")
    except UnicodeDecodeError:
        return False
