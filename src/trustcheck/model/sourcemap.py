"""The map from a text to the file it came from. Positions are carried through every step, never searched for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trustcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text and the run of source it stems from, both half-open, in code points.

    `exact`: the two runs have the same length and character i of one is character i of the other.
    Otherwise the run is atomic: any part of the text stands for the whole source run (an entity `&oslash;`, an
    escape `=C3=B8`), or for a point in the source where nothing stands (a line break made from `<br>`).
    """

    text: Span
    source: Span
    exact: bool

    def __post_init__(self) -> None:
        if self.exact and len(self.text) != len(self.source):
            raise ValueError(f"exact segment with unequal runs: {self.text} from {self.source}")


class SourceMap:
    """Maps spans of a text to spans of its source. The constructor refuses gaps, overlaps and disorder in the text.

    The source runs need not be in order: a reader may show a part of the file earlier than it stands.
    """

    __slots__ = ("_segments", "_starts", "length")

    def __init__(self, length: int, segments: Iterable[Segment]) -> None:
        """`length`: code points of the text that the segments must cover exactly. Raises ValueError otherwise."""
        kept = tuple(s for s in segments if len(s.text))
        edges = [0, *(s.text.end for s in kept)]
        for segment, expected in zip(kept, edges, strict=False):
            if segment.text.start != expected:
                raise ValueError(f"source map has a gap or overlap at {expected}: next segment is {segment.text}")
        if edges[-1] != length:
            raise ValueError(f"source map covers {edges[-1]} of {length} code points")
        self.length = length
        self._segments = kept
        self._starts = [s.text.start for s in kept]

    @classmethod
    def identity(cls, length: int) -> SourceMap:
        """The map of a text that is its own source."""
        return cls(length, [Segment(Span(0, length), Span(0, length), exact=True)])

    @property
    def segments(self) -> Sequence[Segment]:
        return self._segments

    def to_source(self, span: Span) -> Span:
        """The smallest source span that holds what `span` (in the text) stems from. Raises ValueError outside."""
        if span.end > self.length:
            raise ValueError(f"{span} is outside a text of {self.length} code points")
        if not self._segments:
            return Span(0, 0)
        if span.start == span.end:
            point = self._point(span.start)
            return Span(point, point)
        runs = self.runs(span)
        return Span(min(r.start for r in runs), max(r.end for r in runs))

    def runs(self, span: Span) -> Sequence[Span]:
        """The source runs that `span` stems from, in the order of the text; points only if there is nothing else."""
        every = [segment.source for segment in self.cuts(span)]
        return [run for run in every if len(run)] or every

    def compose(self, outer: SourceMap) -> SourceMap:
        """This map (text → middle) followed by `outer` (middle → source): the map text → source."""
        made: list[Segment] = []
        for segment in self._segments:
            made.extend(_through(segment, outer))
        return SourceMap(self.length, made)

    def cuts(self, span: Span) -> Iterable[Segment]:
        """The segments under `span` of the text, cut to it."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self._segments) and self._segments[index].text.start < span.end:
            segment = self._segments[index]
            shared = Span(max(segment.text.start, span.start), min(segment.text.end, span.end))
            yield Segment(shared, self._part(segment, shared), segment.exact)
            index += 1

    def _point(self, offset: int) -> int:
        index = min(max(bisect_right(self._starts, offset) - 1, 0), len(self._segments) - 1)
        segment = self._segments[index]
        if segment.exact:
            return segment.source.start + (offset - segment.text.start)
        return segment.source.start if offset < segment.text.end else segment.source.end

    @staticmethod
    def _part(segment: Segment, span: Span) -> Span:
        if not segment.exact:
            return segment.source
        start = max(segment.text.start, span.start) - segment.text.start
        end = min(segment.text.end, span.end) - segment.text.start
        return Span(segment.source.start + start, segment.source.start + end)


def _through(segment: Segment, outer: SourceMap) -> Iterable[Segment]:
    if not segment.exact:
        yield Segment(segment.text, outer.to_source(segment.source), exact=False)
        return
    shift = segment.text.start - segment.source.start
    for cut in outer.cuts(segment.source):
        yield Segment(cut.text.shift(shift), cut.source, cut.exact)


class MapBuilder:
    """Builds a text piece by piece together with its source map; the usual way a reader makes both."""

    __slots__ = ("_length", "_pieces", "_segments")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def exact(self, piece: str, source_start: int) -> Span:
        """Append text that stands in the source letter by letter from `source_start`; gives its span in the text."""
        return self._add(piece, Span(source_start, source_start + len(piece)), exact=True)

    def atomic(self, piece: str, source: Span) -> Span:
        """Append text that stems from `source` as a whole, or that was inserted at a point of it."""
        return self._add(piece, source, exact=False)

    def build(self) -> tuple[str, SourceMap]:
        return "".join(self._pieces), SourceMap(self._length, self._segments)

    def _add(self, piece: str, source: Span, *, exact: bool) -> Span:
        span = Span(self._length, self._length + len(piece))
        if piece:
            self._pieces.append(piece)
            self._segments.append(Segment(span, source, exact))
            self._length = span.end
        return span
