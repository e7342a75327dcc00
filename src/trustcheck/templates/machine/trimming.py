"""`{% trans trimmed %}`: line breaks in the message become blanks; what is printed into it stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trustcheck.templates.rope import Kind, Piece

_BREAK = re.compile(r"\s*\n\s*")


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space around the message and with one blank for each line break in it."""
    kept = [p for p in pieces if p.text]
    if kept and kept[0].kind is Kind.LITERAL:
        text = kept[0].text
        kept[0] = kept[0].cut(len(text) - len(text.lstrip()), len(text))
    if kept and kept[-1].kind is Kind.LITERAL:
        kept[-1] = kept[-1].cut(0, len(kept[-1].text.rstrip()))
    return [part for piece in kept for part in (_collapsed(piece) if piece.kind is Kind.LITERAL else (piece,))]


def _collapsed(piece: Piece) -> Iterator[Piece]:
    done = 0
    for found in _BREAK.finditer(piece.text):
        yield piece.cut(done, found.start())
        yield piece.cut(found.start(), found.start() + 1).rewritten(" ")
        done = found.end()
    yield piece.cut(done, len(piece.text))
