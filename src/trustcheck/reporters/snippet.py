"""A source line with a caret line below, cut to what fits. In: code points of the file. Out: columns."""

from __future__ import annotations

from dataclasses import dataclass

from trustcheck.reporters.visible import cells, shown

_CUT = "…"
_LEAST = 20
"""Columns that a snippet takes even on the narrowest terminal."""

_MOST = 1000
"""Code points shown on either side, however narrow: combining marks take no column, and a letter may hold millions."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """`line` as shown, and `carets` to stand right under it."""

    line: str
    carets: str


def snippet(line: str, start: int, end: int, width: int) -> Snippet:
    """The part of `line` around `[start, end)` (code points) that fits in `width` columns, with carets below.

    `start == end` gets one caret: the place where something is missing. `…` marks where the line is cut.
    """
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    first, last = _window(line, start, end, max(width, _LEAST))
    before = _CUT if first > 0 else ""
    after = _CUT if last < len(line) else ""
    body = "".join(shown(c) for c in line[first:last])
    lead = len(before) + sum(cells(c) for c in line[first:start])
    under = sum(cells(c) for c in line[start : min(end, last)])
    return Snippet(f"{before}{body}{after}".rstrip(), " " * lead + "^" * max(under, 1))


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The code points `[first, last)` to show: the marked ones, then as much on both sides as fits."""
    if len(line) <= width and sum(cells(c) for c in line) <= width:
        return 0, len(line)
    room = width - 2 * len(_CUT)
    last = _forward(line, start, end, room)
    room -= sum(cells(c) for c in line[start:last])
    first, used = _backward(line, start, room // 2)
    reached = _forward(line, last, len(line), room - used)
    room -= used + sum(cells(c) for c in line[last:reached])
    return _backward(line, first, room)[0], reached


def _forward(line: str, start: int, end: int, room: int) -> int:
    index, end = start, min(end, start + _MOST)
    while index < end and (room := room - cells(line[index])) >= 0:
        index += 1
    return index


def _backward(line: str, start: int, room: int) -> tuple[int, int]:
    """The index reached going left, and the columns used on the way."""
    index, used, least = start, 0, max(start - _MOST, 0)
    while index > least and used + cells(line[index - 1]) <= room:
        index -= 1
        used += cells(line[index])
    return index, used
