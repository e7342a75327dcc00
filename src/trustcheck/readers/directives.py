"""Taking suppressions out of plain text and Markdown, and finding the place in the visible text that they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from trustcheck.model.directive import Directive
from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.text.directives import find_comments

_BLANK = " \t\xa0"
_TO_LINE_END = re.compile(rf"[{_BLANK}]*(?:\r\n?|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A text without its directives, and its map to the source. The anchors of `directives` are in this text."""

    text: str
    source: SourceMap
    directives: tuple[Directive, ...]


def cleared(source: str, *, html: bool, start: int = 0) -> Cleared:
    """`source` from `start` on without the directives in its comments; with `html` in HTML comments too.

    One that has a line for itself goes with its line, so that it splits no paragraph, and covers what comes next.
    """
    made = MapBuilder()
    kept: list[Directive] = []
    done = start
    for run in _runs(source, find_comments(source, html=html), start):
        cut = Span(run[0].span.start, run[-1].span.end)
        line = _line_of(source, cut, start)
        cut = cut if line is None else line
        made.exact(source[done : cut.start], done)
        at = len(made) if line is not None else _last_word(source, cut.start, start) - cut.start + len(made)
        kept += (replace(d, anchor=at, apart=line is not None) for d in run)
        done = cut.end
    made.exact(source[done:], done)
    text, source_map = made.build()
    return Cleared(text, source_map, tuple(kept))


def forward(directives: Iterable[Directive], shown: SourceMap) -> tuple[Directive, ...]:
    """The directives (in order) with their anchors led from the source of `shown` to its text (in the same order)."""
    segments, index = shown.segments, 0
    led: list[Directive] = []
    for directive in directives:
        while index < len(segments) and segments[index].source.end <= directive.anchor:
            index += 1
        if index == len(segments):
            led.append(replace(directive, anchor=shown.length))
            continue
        inside = max(directive.anchor - segments[index].source.start, 0) if segments[index].exact else 0
        led.append(replace(directive, anchor=segments[index].text.start + inside))
    return tuple(led)


def _runs(source: str, found: Iterable[Directive], start: int) -> Iterator[Sequence[Directive]]:
    """Directives with nothing but blanks between them, together."""
    run: list[Directive] = []
    for directive in found:
        if directive.span.start < start:
            continue
        if run and source[run[-1].span.end : directive.span.start].strip(_BLANK):
            yield run
            run = []
        run.append(directive)
    if run:
        yield run


def _line_of(source: str, cut: Span, start: int) -> Span | None:
    """The whole lines that `cut` stands on with their last break, if nothing else stands on them."""
    rest = _TO_LINE_END.match(source, cut.end)
    first = _without_blanks(source, cut.start, start)
    if rest is None or (first > start and source[first - 1] not in "\r\n"):
        return None
    return Span(first, rest.end())


def _last_word(source: str, at: int, start: int) -> int:
    """The last character before `at` on its line that is no blank; where there is none, `at` itself."""
    end = _without_blanks(source, at, start)
    return end - 1 if end > start and source[end - 1] not in "\r\n" else at


def _without_blanks(source: str, at: int, start: int) -> int:
    while at > start and source[at - 1] in _BLANK:
        at -= 1
    return at
