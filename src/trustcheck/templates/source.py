"""A template file: what it holds, and where its characters stand in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from trustcheck.model.span import Place, Span
from trustcheck.text.lines import LineIndex

_BREAK = re.compile(r"\r\n|\r")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One file. `raw` is the decoded file without its byte order mark; `text` has every line break as `\\n`.

    Jinja2 sees `text`, people see `raw`: offsets inside this room are into `text` until `raw_span` turns them.
    """

    name: str
    """The name under which templates refer to it, relative to a root, with forward slashes."""
    path: str
    raw: str = field(repr=False)
    text: str = field(repr=False)
    crlf: tuple[int, ...] = field(repr=False)
    """Offsets in `text` of the line breaks that are two characters in `raw`."""
    lines: LineIndex = field(repr=False)

    @classmethod
    def of(cls, raw: str, name: str, path: str) -> Source:
        crlf: list[int] = []
        for found in _BREAK.finditer(raw):
            if found.end() - found.start() == 2:
                crlf.append(found.start() - len(crlf))
        return cls(name, path, raw, _BREAK.sub("\n", raw), tuple(crlf), LineIndex(raw))

    def raw_offset(self, offset: int) -> int:
        return offset + bisect_left(self.crlf, offset)

    def raw_span(self, start: int, end: int) -> Span:
        return Span(self.raw_offset(start), self.raw_offset(end))

    def place(self, start: int, end: int) -> Place:
        return self.lines.place(self.raw_span(start, end))


class Spot(NamedTuple):
    """A stretch `[start, end)` of a source's `text`."""

    source: Source
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands there, on one line."""
        return " ".join(self.source.text[self.start : self.end].split())

    @property
    def key(self) -> tuple[str, int, int]:
        """The same for the same place in every run."""
        return self.source.path, self.start, self.end


def decode(data: bytes) -> str:
    """The text of a template file. Raises ValueError (UnicodeDecodeError) for what is no UTF-8 text, and for NUL."""
    text = data.decode("utf-8-sig")
    if "\0" in text:
        raise ValueError(f"byte {data.index(0)} is NUL: this is a binary file")
    return text
