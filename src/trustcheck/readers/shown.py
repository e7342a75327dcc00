"""What a part of a file shows: visible text, its map, and what its markup says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trustcheck.model.directive import Directive
from trustcheck.model.message import Channel, Emphasis, Link
from trustcheck.model.sourcemap import MapBuilder, SourceMap
from trustcheck.model.span import Span
from trustcheck.readers.layout import Hint

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Visible text with its map to whatever it was read from. All spans are in `text`; `hidden` is never seen."""

    text: str
    source: SourceMap
    hints: tuple[Hint, ...] = ()
    links: tuple[Link, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    hidden: str = ""
    metadata: Metadata = ()
    directives: tuple[Directive, ...] = ()

    def through(self, outer: SourceMap) -> Shown:
        """The same, with the map led on through `outer` to the file."""
        directives = tuple(d.led(outer.to_source) for d in self.directives)
        return replace(self, source=self.source.compose(outer), directives=directives)

    def shifted(self, by: int) -> Shown:
        """Hints, links, emphasis and directives as they stand when the text is put behind `by` other code points."""
        return replace(
            self,
            hints=tuple(replace(hint, span=hint.span.shift(by)) for hint in self.hints),
            links=tuple(replace(link, span=link.span.shift(by)) for link in self.links),
            emphasis=tuple(replace(run, span=run.span.shift(by)) for run in self.emphasis),
            directives=tuple(replace(d, anchor=d.anchor + by) for d in self.directives),
        )


def append(made: MapBuilder, text: str, source: SourceMap) -> None:
    """Put a text with its map behind what `made` holds."""
    for segment in source.segments:
        if segment.exact:
            made.exact(segment.text.of(text), segment.source.start)
        else:
            made.atomic(segment.text.of(text), segment.source)


def join(parts: Iterable[Shown]) -> Shown:
    """Parts one below the other, a blank line between them."""
    made = MapBuilder()
    hints: list[Hint] = []
    links: list[Link] = []
    emphasis: list[Emphasis] = []
    directives: list[Directive] = []
    every = tuple(parts)
    for part in every:
        if len(made) and part.text:
            start = part.source.to_source(Span(0, 0))
            made.atomic("\n\n", start)
        moved = part.shifted(len(made))
        hints += moved.hints
        links += moved.links
        emphasis += moved.emphasis
        directives += moved.directives
        append(made, part.text, part.source)
    text, source = made.build()
    hidden = "\n".join(part.hidden for part in every if part.hidden)
    return Shown(text, source, tuple(hints), tuple(links), tuple(emphasis), hidden, directives=tuple(directives))


def channel_of(metadata: Metadata, default: Channel) -> Channel:
    """The channel that a file names for itself, if it names a known one."""
    named = dict(metadata).get("channel", "").strip().lower()
    return Channel(named) if named in set(Channel) else default
