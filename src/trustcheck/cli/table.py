"""Plain tables on standard output."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns two spaces apart; the last one is as wide as it likes, so that a pipe gets whole lines."""
    lines = [tuple(row) for row in rows]
    widths = [max(len(row[i]) for row in lines) for i in range(len(lines[0]) - 1)]
    return ["  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[-1]]) for row in lines]
