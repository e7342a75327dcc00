"""From offsets in a text to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from trustcheck.model.span import Place, Position, Span

_BREAK = re.compile(r"\r\n|\n|\r")


class LineIndex:
    """Lines of a text; `\\n`, `\\r\\n` and a lone `\\r` each end one. Offsets are code points."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Line and column (from 1) of an offset; the end of the text is a position too. Raises ValueError outside."""
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} is outside a text of {len(self._text)} code points")
        line = bisect_right(self._starts, offset)
        return Position(offset, line, offset - self._starts[line - 1] + 1)

    def place(self, span: Span) -> Place:
        return Place(self.position(span.start), self.position(span.end))

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line break."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")
