"""A rendering seen from the message that was read from it: conditions, values and comments at a span of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from trustcheck.model.sourcemap import SourceMap
from trustcheck.model.span import Span
from trustcheck.model.template import Fallback, Printed
from trustcheck.templates.comments import claim_notes
from trustcheck.templates.document import Condition, Rendering, Segment
from trustcheck.templates.rope import Kind
from trustcheck.templates.stand_ins import kind_of_path

_DEFAULT = re.compile(r"\|\s*(?:default|d)\s*\(")


class RenderingView:
    """Implements `model.template.TemplateView`. `read` maps the message's text to the rendering's text."""

    def __init__(self, rendering: Rendering, read: SourceMap, asked: frozenset[str], *, whole: bool) -> None:
        self._rendering = rendering
        self._read = read
        self._asked = asked
        self._whole = whole

    @property
    def whole(self) -> bool:
        return self._whole

    @property
    def asked(self) -> frozenset[str]:
        return self._asked

    def conditions_at(self, span: Span) -> tuple[Condition, ...]:
        runs = [self._rendering.guards_at(run.start, run.end) for run in self._read.runs(span) if self._shows(run)]
        return tuple(c for c in runs[0] if all(_holds(c, run) for run in runs[1:])) if runs else ()

    def printed_at(self, span: Span) -> tuple[Printed, ...]:
        return tuple(Printed(s.data, at) for at, s in self._segments(span) if s.data is not None)

    def stands_in(self, span: Span) -> bool:
        kinds = {s.kind for at, s in self._segments(span) if self._text(s).strip()}
        return kinds == {Kind.DATA}

    def fallbacks(self) -> Sequence[Fallback]:
        return tuple(self._fallbacks())

    def noted_at(self, span: Span) -> tuple[str, ...]:
        """Those of the comments above the text in its file, and in the same `if` or other block."""
        run = self._read.to_source(span)
        return tuple(
            fact
            for at in self._rendering.locate(run.start, run.end)
            for fact in claim_notes(self._sources[at.path], at.span.start)
        )

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {file.path: file.span.of(self._rendering.source_text) for file in self._rendering.files}

    def _fallbacks(self) -> Iterator[Fallback]:
        for at, segment in self._segments(Span(0, self._read.length)):
            if segment.kind is not Kind.STRING:
                continue
            for guard in self._rendering.guards_at(segment.span.start, segment.span.end):
                if _DEFAULT.search(guard.text) and not guard.truth and guard.atoms:
                    path = guard.atoms[0].path
                    yield Fallback(path, kind_of_path(path) or "word", at)

    def _segments(self, span: Span) -> Iterator[tuple[Span, Segment]]:
        """The segments of the rendering under a span of the message, each with its place in the message."""
        for cut in self._read.cuts(span):
            for segment in self._rendering.segments_in(cut.source.start, cut.source.end):
                if not cut.exact:
                    yield cut.text, segment
                    continue
                yield segment.span.shift(cut.text.start - cut.source.start), segment

    def _shows(self, run: Span) -> bool:
        return bool(run.of(self._rendering.text).strip())

    def _text(self, segment: Segment) -> str:
        return segment.span.of(self._rendering.text)


def _holds(condition: Condition, others: Sequence[Condition]) -> bool:
    return any(c.place == condition.place and c.path == condition.path and c.truth == condition.truth for c in others)
