"""Strings that know where each of their characters comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from trustcheck.templates.guards import CallSite, Heads
from trustcheck.templates.source import Source, Spot
from trustcheck.templates.values import Symbol


class Kind(StrEnum):
    LITERAL = "literal"
    """Text that stands in the template."""
    STRING = "string"
    """A string constant in an expression or tag."""
    DATA = "data"
    """The stand-in for a value that nobody has given."""
    COMPUTED = "computed"
    """Made by the template: `loop.index`, `3 + 1`, the rest of a text after a filter that changed it."""


class Piece(NamedTuple):
    """A run of text with one origin.

    `offsets`: where its characters stand in `source.text`: a number if they adjoin from there, else one for each.
    None if there is no such place; then `via`, the expression that printed it, is all that is known.
    """

    text: str
    kind: Kind
    source: Source | None
    offsets: int | tuple[int, ...] | None
    guards: Heads = ()
    calls: CallSite | None = None
    symbol: Symbol | None = None
    via: Spot | None = None

    def cut(self, start: int, end: int) -> Piece:
        if start <= 0 and end >= len(self.text):
            return self
        start = max(start, 0)
        at = self.offsets
        part = at + start if isinstance(at, int) else at[start:end] if at is not None else None
        return self._replace(text=self.text[start:end], offsets=part)

    def rewritten(self, text: str) -> Piece:
        """The same piece with other characters, one for one."""
        return self if text == self.text else self._replace(text=text)


class Rope(str):
    """A real `str`, with the pieces it is made of. `safe`: it is markup that needs no escaping.

    `symbolic`: it holds a stand-in, so its length and letters mean little.
    """

    __slots__ = ("pieces", "safe", "symbolic")
    pieces: tuple[Piece, ...]
    safe: bool
    symbolic: bool

    def __new__(cls, pieces: Iterable[Piece], *, safe: bool = False) -> Rope:
        kept = tuple(p for p in pieces if p.text)
        made = super().__new__(cls, kept[0].text if len(kept) == 1 else "".join([p.text for p in kept]))
        made.pieces = kept
        made.safe = safe
        made.symbolic = any(p.symbol is not None for p in kept)
        return made

    @property
    def lone_symbol(self) -> Symbol | None:
        """The value that nobody has given, if the rope is the stand-in for it and nothing else."""
        return self.pieces[0].symbol if len(self.pieces) == 1 else None

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        at = 0
        for piece in self.pieces:
            stop = at + len(piece.text)
            if stop > start and at < end:
                yield piece.cut(start - at, end - at)
            at = stop


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a string; one that is no rope was computed."""
    if isinstance(text, Rope):
        return text.pieces
    return (Piece(text, Kind.COMPUTED, None, None),) if text else ()


def is_safe(value: object) -> bool:
    return isinstance(value, Rope) and value.safe


def as_safe(text: str) -> Rope:
    return text if isinstance(text, Rope) and text.safe else Rope(pieces_of(text), safe=True)


def is_symbolic(text: str) -> bool:
    return isinstance(text, Rope) and text.symbolic


def part(text: str, start: int, end: int) -> str:
    """`text[start:end]` with its places."""
    if not isinstance(text, Rope):
        return text[start:end]
    return Rope(text.cut(start, end), safe=text.safe)


class Cutter:
    """Cuts a text into parts from left to right in one pass over its pieces."""

    __slots__ = ("_at", "_index", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._index = 0
        self._at = 0

    def take(self, start: int, end: int) -> str:
        """`text[start:end]`; no call may go back before the start of the one before."""
        if not isinstance(self._text, Rope):
            return self._text[start:end]
        pieces = self._text.pieces
        made: list[Piece] = []
        while self._index < len(pieces) and self._at < end:
            piece = pieces[self._index]
            stop = self._at + len(piece.text)
            if stop > start:
                made.append(piece.cut(start - self._at, end - self._at))
            if stop > end:
                break
            self._index, self._at = self._index + 1, stop
        return Rope(made, safe=self._text.safe)


def chars(text: str) -> list[str]:
    """The characters, each a string with its place; a stand-in stays whole. As in Python they are no markup."""
    if not isinstance(text, Rope):
        return list(text)
    made: list[str] = []
    for piece in text.pieces:
        if piece.symbol is not None:
            made.append(Rope((piece,)))
        else:
            made += [Rope((piece.cut(i, i + 1),)) for i in range(len(piece.text))]
    return made


def concat(parts: Iterable[str], *, safe: bool = False) -> str:
    """All parts one after the other. Without any rope among them the result is a plain string."""
    every = list(parts)
    if not safe and not any(isinstance(p, Rope) for p in every):
        return "".join(every)
    return Rope((piece for p in every for piece in pieces_of(p)), safe=safe)


def join(separator: str, parts: Sequence[str], *, safe: bool = False) -> str:
    made: list[str] = []
    for index, text in enumerate(parts):
        made += [separator, text] if index else [text]
    return concat(made, safe=safe)


_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}
_SPECIAL = frozenset(_ESCAPES)
_MANY = 40
"""A piece with more characters to escape than this stays one piece, with a place for each character."""


def escape(text: str) -> Rope:
    """Markup that shows `text`. All characters of an entity stand where the escaped one stood."""
    if isinstance(text, Rope) and text.safe:
        return text
    if _SPECIAL.isdisjoint(text):
        return Rope(pieces_of(text), safe=True)
    return Rope((made for piece in pieces_of(text) for made in _escaped(piece)), safe=True)


def _escaped(piece: Piece) -> Iterator[Piece]:
    if sum(map(piece.text.count, _ESCAPES)) > _MANY:
        yield _escaped_whole(piece)
        return
    done = 0
    for index, char in enumerate(piece.text):
        if char in _ESCAPES:
            yield piece.cut(done, index)
            one = piece.cut(index, index + 1)
            entity = _ESCAPES[char]
            at = one.offsets if isinstance(one.offsets, int) else one.offsets[0] if one.offsets else None
            yield one._replace(text=entity, offsets=None if at is None else (at,) * len(entity))
            done = index + 1
    yield piece.cut(done, len(piece.text))


def _escaped_whole(piece: Piece) -> Piece:
    parts = [_ESCAPES.get(char, char) for char in piece.text]
    at = piece.offsets
    if at is None:
        return piece._replace(text="".join(parts))
    places = range(at, at + len(parts)) if isinstance(at, int) else at
    offsets = tuple(place for place, part in zip(places, parts, strict=True) for _ in part)
    return piece._replace(text="".join(parts), offsets=offsets)
