"""The page on which visible text is put down: white space collapses, blocks break, and links and emphasis are noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from trustcheck.model.directive import Directive
from trustcheck.model.message import BlockRole, Emphasis, EmphasisKind, Link
from trustcheck.model.sourcemap import MapBuilder
from trustcheck.model.span import Span
from trustcheck.readers.layout import Hint
from trustcheck.readers.shown import Metadata, Shown

_PIECE = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")
_KEPT_PIECE = re.compile(r"\r\n?|\n|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Look:
    """How text inside an element looks. `owner` tells elements of one role apart, `row` the table row it stands in,
    `link` the index of the link, `kept`: white space is shown as it stands."""

    name: str
    hidden: bool = False
    kinds: frozenset[EmphasisKind] = frozenset()
    role: BlockRole | None = None
    owner: int = -1
    row: int | None = None
    link: int | None = None
    kept: bool = False


class Canvas:
    """Text put down piece by piece. A break or blank is kept back until something visible follows it."""

    def __init__(self) -> None:
        self._made = MapBuilder()
        self._gap = ""
        self._gap_at = Span(0, 0)
        self._targets: list[str] = []
        self._link_spans: dict[int, Span] = {}
        self._link_starts: list[int] = []
        self._emphasis: list[Emphasis] = []
        self._hints: list[tuple[int, Hint]] = []
        self._hidden: list[str] = []
        self._directives: list[Directive] = []

    def text(self, piece: str, start: int, look: Look) -> None:
        """Text that stands in the source as itself from `start`."""
        if look.hidden:
            self.hide(piece)
            return
        for found in (_KEPT_PIECE if look.kept else _PIECE).finditer(piece):
            span = Span(start + found.start(), start + found.end())
            if look.kept and found.group()[0] in "\r\n":
                self.line_break(span.start, look)
            elif not look.kept and found.group()[0] in " \t\r\n\f":
                self._blank(span, exact=found.group() == " ")
            else:
                self._put(found.group(), span, look, exact=True)

    def reference(self, piece: str, span: Span, look: Look) -> None:
        """Text that something else in the source stands for: an entity, an image's text."""
        if look.hidden:
            self.hide(piece)
        elif piece:
            self._put(piece.replace("\r", " ").replace("\n", " "), span, look, exact=False)

    def hide(self, piece: str) -> None:
        if piece.strip():
            self._hidden.append(" ".join(piece.split()))

    def direct(self, directive: Directive) -> None:
        """A directive that stands here: inside the block whose words came last, or apart from it."""
        apart = not len(self._made) or "\n" in self._gap
        anchor = len(self._made) if apart else len(self._made) - 1
        self._directives.append(replace(directive, anchor=anchor, apart=apart))

    def line_break(self, at: int, look: Look) -> None:
        if look.hidden:
            return
        if look.row is not None:
            self._blank(Span(at, at), exact=False)
        else:
            self._set_gap("\n\n" if "\n" in self._gap else "\n", Span(at, at))

    def block_edge(self, at: int, look: Look) -> None:
        """A block begins or ends; inside a row of data cells that is no more than a blank."""
        if look.hidden:
            return
        if look.row is not None and look.name != "tr":
            self._blank(Span(at, at), exact=False)
        else:
            self._set_gap("\n\n", Span(at, at))

    def cell(self, at: int) -> None:
        if "\n" not in self._gap:
            self._set_gap("\t", Span(at, at))

    def link(self, target: str) -> int:
        """A link opens; gives its index."""
        self._targets.append(target.strip())
        self._link_starts.append(len(self._made))
        return len(self._targets) - 1

    def shown(self, metadata: Metadata) -> Shown:
        text, source = self._made.build()
        links = tuple(
            Link(self._link_spans.get(i, Span(self._link_starts[i], self._link_starts[i])), target)
            for i, target in enumerate(self._targets)
            if target
        )
        hints = tuple(hint for _, hint in self._hints)
        hidden = "\n".join(self._hidden)
        return Shown(text, source, hints, links, tuple(self._emphasis), hidden, metadata, tuple(self._directives))

    def _blank(self, span: Span, *, exact: bool) -> None:
        if not self._gap:
            self._set_gap(" " if exact else "  ", span)

    def _set_gap(self, gap: str, at: Span) -> None:
        self._gap, self._gap_at = gap, at

    def _put(self, piece: str, span: Span, look: Look, *, exact: bool) -> None:
        blank = self._flush()
        put = self._made.exact(piece, span.start) if exact else self._made.atomic(piece, span)
        self._note_link(put, look)
        self._note_emphasis(put, blank, look)
        self._note_role(put, look)

    def _flush(self) -> bool:
        """Put down the gap that was kept back; True where it was a mere blank."""
        gap, self._gap = self._gap, ""
        if not len(self._made) or not gap:
            return bool(gap)
        if gap == " ":
            self._made.exact(gap, self._gap_at.start)
        else:
            self._made.atomic(" " if gap == "  " else gap, self._gap_at)
        return not gap.strip(" ")

    def _note_link(self, put: Span, look: Look) -> None:
        if look.link is not None:
            self._link_spans[look.link] = self._link_spans.get(look.link, put).cover(put)

    def _note_emphasis(self, put: Span, blank: bool, look: Look) -> None:
        if not look.kinds:
            return
        last = self._emphasis[-1] if self._emphasis else None
        if last and last.kinds == look.kinds and put.start - last.span.end <= blank:
            self._emphasis[-1] = Emphasis(last.span.cover(put), look.kinds)
        else:
            self._emphasis.append(Emphasis(put, look.kinds))

    def _note_role(self, put: Span, look: Look) -> None:
        if look.role is None:
            return
        last = self._hints[-1] if self._hints else None
        if last and last[0] == look.owner:
            self._hints[-1] = (look.owner, Hint(last[1].span.cover(put), look.role))
        else:
            self._hints.append((look.owner, Hint(put, look.role)))
