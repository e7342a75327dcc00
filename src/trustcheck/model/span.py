"""Where something stands: half-open spans and human positions.

Unit everywhere in trustcheck: Unicode code points. A `Span` says nothing about *which* text it points into; the
attribute that holds it does (`text_span` for the visible text of a message, `source_span` for the decoded file).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval `[start, end)` in code points; `start == end` is a point."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not half-open and non-negative")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True where at least one code point is shared; a point overlaps nothing."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the decoded source file: offset in code points from 0, line and column from 1."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Start (inclusive) and end (exclusive) of something in the decoded source file.

    `path`: the file, where it is not the message's own, as with a template that another one includes.
    """

    start: Position
    end: Position
    path: str = ""
