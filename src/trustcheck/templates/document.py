"""What exploring a template gives: renderings whose every character leads to its file, and an account of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trustcheck.model.message import SourceFile
from trustcheck.model.sourcemap import Segment as MapSegment
from trustcheck.model.sourcemap import SourceMap
from trustcheck.model.span import Place, Span
from trustcheck.templates.guards import Guard, all_of
from trustcheck.templates.positions import escape_end
from trustcheck.templates.questions import Atom
from trustcheck.templates.rope import Kind, Piece
from trustcheck.templates.source import Source, Spot


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the template: its words, whether it held, where it stands, and what it says of the data."""

    text: str
    truth: bool
    path: str
    place: Place
    atoms: tuple[Atom, ...]

    def __str__(self) -> str:
        return self.text if self.truth else f"not ({self.text})" if " " in self.text else f"not {self.text}"


@dataclass(frozen=True, slots=True)
class Datum:
    """A value that nobody gave, and where its stand-in stands in the text. `data` is its path: `invoice.due`."""

    data: str
    span: Span


@dataclass(frozen=True, slots=True)
class Located:
    """A stretch of a file: `span` in code points of the decoded file `path`."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a template worth knowing. Only `syntax-error` and its like (`is_failure`) stop the reading."""

    code: str
    what: str
    path: str
    place: Place | None = None

    @property
    def is_failure(self) -> bool:
        return self.code in ("syntax-error", "encoding", "too-large", "template-missing", "internal-error")


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A run of a rendering's text with one origin. `exact`: character i of it is character i of its stretch of file."""

    span: Span
    kind: Kind
    at: Located | None
    exact: bool
    data: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Rendering:
    """One text that the template can become. `entry`: `template`, or `macro x` or `block y` rendered on its own.

    `decisions`: what was assumed of the data, in the order it was asked. `truncated`: a limit cut it short.
    """

    path: str
    entry: str
    text: str
    pieces: tuple[Piece, ...] = field(repr=False)
    decisions: tuple[Atom, ...]
    notes: tuple[Problem, ...]
    truncated: bool
    main: Source = field(repr=False)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The runs of the text, in order, without gaps."""
        return tuple(self._segments(0, len(self.text)))

    def locate(self, start: int, end: int) -> tuple[Located, ...]:
        """Where the text `[start, end)` stands, in the order of the text; adjoining stretches of a file are one."""
        made: list[Located] = []
        for segment in self._segments(start, end):
            at = segment.at
            if at is None:
                continue
            if made and made[-1].path == at.path and made[-1].span.end == at.span.start:
                made[-1] = Located(at.path, made[-1].span.cover(at.span))
            elif not made or made[-1] != at:
                made.append(at)
        return tuple(made)

    def guards_at(self, start: int, end: int) -> tuple[Condition, ...]:
        """The conditions under which all of `[start, end)` is printed, outermost first."""
        held: dict[Guard, None] | None = None
        for piece, _, text in self._pieces(start, end):
            if not text.strip():
                continue
            here = all_of(piece.guards)
            held = here if held is None else {g: None for g in held if g in here}
        seen: dict[tuple[object, ...], Guard] = {}
        for guard in held or ():
            seen.setdefault((guard.spot.key, guard.truth, guard.atoms), guard)
        return tuple(_condition(guard) for guard in seen.values())

    def data_at(self, start: int, end: int) -> tuple[Datum, ...]:
        """The values printed in `[start, end)`."""
        return tuple(
            Datum(piece.symbol.path, Span(at, at + len(text)))
            for piece, at, text in self._pieces(start, end)
            if piece.symbol is not None
        )

    def calls_at(self, start: int, end: int) -> tuple[str, ...]:
        """The includes, macros and blocks that printed the first character of `[start, end)`, innermost first."""
        found = next(iter(self._pieces(start, end)), None)
        site = found[0].calls if found else None
        made: list[str] = []
        while site is not None:
            made.append(f"{site.kind} {site.name}")
            site = site.parent
        return tuple(made)

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """The files that the text stems from, the template first, as they stand in `source_text`."""
        made: list[SourceFile] = []
        at = 0
        for source in self._sources():
            made.append(SourceFile(source.path, Span(at, at + len(source.raw))))
            at += len(source.raw) + 1
        return tuple(made)

    @property
    def source_text(self) -> str:
        """The decoded files of `files`, one after the other, a line break between them."""
        return "\n".join(source.raw for source in self._sources())

    @property
    def source_map(self) -> SourceMap:
        """The map from `text` to `source_text`."""
        bases = {file.path: file.span.start for file in self.files}
        made: list[MapSegment] = []
        last = Span(0, 0)
        for segment in self._segments(0, len(self.text)):
            if segment.at is None:
                made.append(MapSegment(segment.span, Span(last.end, last.end), exact=False))
                continue
            last = segment.at.span.shift(bases[segment.at.path])
            made.append(MapSegment(segment.span, last, segment.exact))
        return SourceMap(len(self.text), made)

    def _sources(self) -> tuple[Source, ...]:
        found = {self.main.path: self.main}
        for piece in self.pieces:
            for source in (piece.source, piece.via.source if piece.via else None):
                if source is not None:
                    found.setdefault(source.path, source)
        return tuple(found.values())

    def _pieces(self, start: int, end: int) -> Iterator[tuple[Piece, int, str]]:
        """The pieces in a stretch, cut to it, each with its place in the text."""
        at = 0
        for piece in self.pieces:
            stop = at + len(piece.text)
            if stop > start and at < end:
                first, last = max(start, at), min(end, stop)
                yield piece.cut(first - at, last - at), first, piece.text[first - at : last - at]
            at = stop

    def _segments(self, start: int, end: int) -> Iterator[Segment]:
        for piece, at, _ in self._pieces(start, end):
            data = piece.symbol.path if piece.symbol is not None else None
            for begin, length, located, exact in _runs(piece):
                yield Segment(Span(at + begin, at + begin + length), piece.kind, located, exact, data)


def _condition(guard: Guard) -> Condition:
    spot = guard.spot
    place = spot.source.place(spot.start, spot.end)
    return Condition(spot.words, guard.truth, spot.source.path, place, guard.atoms)


_Run = tuple[int, int, Located | None, bool]
"""Start in the piece, length, place, exact."""


def _runs(piece: Piece) -> Iterator[_Run]:
    source = piece.source
    if source is None or piece.offsets is None:
        yield 0, len(piece.text), _via(piece.via), False
    elif isinstance(piece.offsets, int):
        yield from _straight(source, 0, piece.offsets, len(piece.text))
    else:
        yield from _table(source, piece.offsets)


def _via(spot: Spot | None) -> Located | None:
    return None if spot is None else Located(spot.source.path, spot.source.raw_span(spot.start, spot.end))


def _straight(source: Source, begin: int, offset: int, length: int) -> Iterator[_Run]:
    """A run of adjoining characters; a break of two characters in the file stands for one in the text."""
    done = 0
    while done < length:
        stop = length
        first = source.raw_offset(offset + done)
        if source.raw_offset(offset + length) - first != length - done:
            hit = source.text.find("\n", offset + done, offset + length)
            while hit >= 0 and source.raw_offset(hit + 1) == source.raw_offset(hit) + 1:
                hit = source.text.find("\n", hit + 1, offset + length)
            stop = length if hit < 0 else hit - offset
        if stop > done:
            yield begin + done, stop - done, Located(source.path, Span(first, first + stop - done)), True
        if stop < length:
            yield begin + stop, 1, Located(source.path, source.raw_span(offset + stop, offset + stop + 1)), False
        done = stop + 1


def _table(source: Source, offsets: tuple[int, ...]) -> Iterator[_Run]:
    """A place for each character: runs that adjoin; escapes and entities, whose characters share one place."""
    start = 0
    while start < len(offsets):
        at = offsets[start]
        end = start + 1
        while end < len(offsets) and offsets[end] == at:
            end += 1
        if end - start > 1 or source.text[at] == "\\":
            stop = escape_end(source.text, at) if source.text[at] == "\\" else at + 1
            yield start, end - start, Located(source.path, source.raw_span(at, stop)), False
        else:
            end = _adjoining(source, offsets, end)
            yield from _straight(source, start, at, end - start)
        start = end


def _adjoining(source: Source, offsets: tuple[int, ...], end: int) -> int:
    """Up to where characters stand one after the other, each as itself."""
    while end < len(offsets) and offsets[end] == offsets[end - 1] + 1 and source.text[offsets[end]] != "\\":
        if end + 1 < len(offsets) and offsets[end + 1] == offsets[end]:
            break
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class Reached:
    """How much of something the renderings reached."""

    reached: int
    total: int

    @property
    def share(self) -> float:
        return self.reached / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Explored:
    """All that exploring one template found.

    `arms`: the two ways of every branch of the file; `unknown_arms`: of those that data decides. `literals`: characters
    of text of the file. `unreached`: texts that no rendering printed; each was rendered by none, not judged by none.
    """

    path: str
    renderings: tuple[Rendering, ...]
    problems: tuple[Problem, ...]
    arms: Reached = Reached(0, 0)
    unknown_arms: Reached = Reached(0, 0)
    literals: Reached = Reached(0, 0)
    unreached: tuple[tuple[Place, str], ...] = ()
    attempts: int = 0
    """How many times the template was run; the renderings are those that showed something new."""
