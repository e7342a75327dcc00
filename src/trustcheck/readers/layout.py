"""Lines and paragraphs of a visible text, the ground on which blocks get their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trustcheck.model.message import BlockRole
from trustcheck.model.span import Span

_RULE = re.compile(r"(?:[-_=*~–—•·#+|: ]{3,}|--)")
_GAP = re.compile(r"[ \xa0]{3,}|[ \xa0]*(?:\t|\|)[ \xa0\t|]*|(?<![.!?;])[ \xa0]{2}")
_WIDE = re.compile(r"[ \xa0]{3,}|\t|\|")
_EDGE = " \t\xa0\r\f\v\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without a blank line or rule between them, each span trimmed of white space and never empty.

    `role`: what the format itself says of it (a heading, a list item, a table row), if it says anything.
    `after_rule`: a rule such as «-----» stands before it.
    """

    lines: tuple[Span, ...]
    role: BlockRole | None = None
    after_rule: bool = False

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)

    def cut(self, line: int) -> tuple[Paragraph | None, Paragraph | None]:
        """The lines before `line`, and those from it on; None for an empty part."""
        before = replace(self, lines=self.lines[:line]) if line > 0 else None
        after = replace(self, lines=self.lines[line:]) if line < len(self.lines) else None
        return before, after


@dataclass(frozen=True, slots=True)
class Hint:
    """A stretch of text whose role the format gives."""

    span: Span
    role: BlockRole


def paragraphs_of(text: str, hints: Sequence[Hint] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`, split at blank lines, at rules and at the edges of `hints` (in order, not nested)."""
    made: list[Paragraph] = []
    lines: list[Span] = []
    after_rule = False
    hint: Hint | None = None

    def close() -> None:
        nonlocal lines, after_rule
        if lines:
            made.append(Paragraph(tuple(lines), hint.role if hint else None, after_rule))
            lines, after_rule = [], False

    every = tuple(_lines(text))
    for line, here in zip(every, _hints_of(every, hints), strict=True):
        rule = bool(_RULE.fullmatch(text, line.start, line.end))
        if len(line) == 0 or rule or here is not hint:
            close()
        hint = here
        if rule:
            after_rule = True
        elif len(line):
            lines.append(line)
    close()
    return tuple(made)


def columns(text: str, line: Span) -> tuple[Span, ...]:
    """The cells of a line set in columns (by tabs, bars or two and more spaces); one cell if it has no columns."""
    cells: list[Span] = []
    start = line.start
    for gap in _GAP.finditer(text, line.start, line.end):
        cells.append(Span(start, gap.start()))
        start = gap.end()
    cells.append(Span(start, line.end))
    return tuple(c for c in cells if len(c))


def has_wide_gap(text: str, line: Span) -> bool:
    """True where a line has a gap that no typist leaves by habit: three spaces, a tab or a bar."""
    return bool(_WIDE.search(text, line.start, line.end))


def breaks_on_purpose(text: str, line: Span, after: Span, width: int) -> bool:
    """True where the first word of the line `after` would have fitted on `line`, so its end is no mere wrapping."""
    word = re.match(r"\S+", text[after.start : after.end])
    return len(line) + 1 + (len(word.group()) if word else 0) <= width


def line_width(text: str, paragraphs: Iterable[Paragraph]) -> int:
    """The width at which the text is wrapped: that of its longest line of running text, or 72 if it has none."""
    widths = (len(line) for p in paragraphs for line in p.lines if text.count(" ", line.start, line.end) > 5)
    return max(widths, default=72)


def _lines(text: str) -> Iterator[Span]:
    position = 0
    for raw in text.split("\n"):
        inner = raw.strip(_EDGE)
        start = position + (len(raw) - len(raw.lstrip(_EDGE)) if inner else 0)
        yield Span(start, start + len(inner))
        position += len(raw) + 1


def _hints_of(lines: Sequence[Span], hints: Sequence[Hint]) -> Iterator[Hint | None]:
    """For each line the hint that holds it; both are in order."""
    at = 0
    for line in lines:
        while at < len(hints) and hints[at].span.end <= line.start:
            at += 1
        inside = at < len(hints) and hints[at].span.start <= line.start and len(line) > 0
        yield hints[at] if inside else None
