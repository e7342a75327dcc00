"""Places for a text that a filter has changed, found by walking the old and the new text together."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.templates.rope import Cutter, Kind, Piece, Rope, pieces_of

_WINDOW = 400
_ANCHORS = (6, 3, 1)


def realigned(old: Rope, new: str, *, safe: bool | None = None) -> Rope:
    """`new` with the places of the characters of `old` that it kept, in order.

    Greedy and linear: a general difference algorithm is cubic on the repetitive texts that an attacker would choose.
    Characters that have no counterpart are computed. Upper and lower case, and a blank and a line break, are the same.
    """
    kept_safe = old.safe if safe is None else safe
    if new == old:
        return Rope(old.pieces, safe=kept_safe)
    return Rope(_regrouped(old, new, _matches(_folded(old), _folded(new))), safe=kept_safe)


def _folded(text: str) -> str:
    """Lower case and blanks for breaks, character for character."""
    return "".join(" " if c == "\n" else low if len(low := c.lower()) == 1 else c for c in text)


def _matches(old: str, new: str) -> list[int | None]:
    """For each character of `new` its index in `old`, ascending, or None."""
    found: list[int | None] = []
    at = 0
    for index, char in enumerate(new):
        if at < len(old) and old[at] == char:
            found.append(at)
            at += 1
            continue
        hit = _anchor(old, new, at, index)
        found.append(hit)
        at = at if hit is None else hit + 1
    return found


def _anchor(old: str, new: str, at: int, index: int) -> int | None:
    """Where in the next stretch of `old` the text goes on; a long anchor is trusted more than a short one."""
    for length in _ANCHORS:
        wanted = new[index : index + length]
        if len(wanted) < length or (length == 1 and not wanted.isalnum()):
            continue
        hit = old.find(wanted, at, at + (_WINDOW if length > 1 else 12))
        if hit >= 0:
            return hit
    return None


def _regrouped(old: Rope, new: str, matches: list[int | None]) -> Iterator[Piece]:
    """Runs of characters that adjoin in `old`, cut from its pieces; the rest as computed pieces."""
    start = 0
    cutter = Cutter(old)
    while start < len(new):
        first = matches[start]
        end = start + 1
        while end < len(new) and _adjoins(first, matches[end], end - start):
            end += 1
        if first is None:
            via = old.pieces[0].via if old.pieces else None
            yield Piece(new[start:end], Kind.COMPUTED, None, None, via=via)
        else:
            at = start
            for piece in pieces_of(cutter.take(first, first + end - start)):
                yield piece.rewritten(new[at : at + len(piece.text)])
                at += len(piece.text)
        start = end


def _adjoins(first: int | None, other: int | None, distance: int) -> bool:
    return other is None if first is None else other == first + distance
