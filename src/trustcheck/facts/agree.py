"""Do several sources say the same about one fact? Compared is what all of them tell, amounts as numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from trustcheck.model.facts import Cell, CellState

_DAY_WITH_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]")
_WORST_FIRST = (
    CellState.CONFLICT,
    CellState.INVALID,
    CellState.TIMEOUT,
    CellState.UNAVAILABLE,
    CellState.UNDATED,
    CellState.STALE,
)


def agreed(key: str, cells: Sequence[Cell]) -> Cell:
    """One cell for all: found where all of them found the same, and then as old as the oldest."""
    for state in _WORST_FIRST:
        failed = next((cell for cell in cells if cell.state is state), None)
        if failed is not None:
            return failed
    found = [cell for cell in cells if cell.state is CellState.FOUND]
    if not found:
        return cells[0]
    names = " and ".join(cell.source or "a source" for cell in cells)
    if len(found) < len(cells):
        silent = next(cell for cell in cells if cell.state is not CellState.FOUND)
        note = f"{found[0].source} knows «{key}», and {silent.source} does not"
        return Cell(CellState.CONFLICT, source=names, note=note)
    if not all(_same(found[0].value, cell.value) for cell in found[1:]):
        return Cell(CellState.CONFLICT, source=names, note=f"{names} say different things about «{key}»")
    return _oldest(found, names)


def _oldest(cells: Sequence[Cell], names: str) -> Cell:
    times = [cell.as_of for cell in cells]
    if any(moment is None or moment.tzinfo is None for moment in times):
        undated = next(cell for cell in cells if cell.as_of is None or cell.as_of.tzinfo is None)
        return replace(undated, state=CellState.UNDATED, note=f"{undated.source} does not say when it was read")
    return replace(cells[0], as_of=min(moment for moment in times if moment is not None), source=names)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and _same_rows(one, other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _same_rows([one], [other])
    return bool(_plain(one) == _plain(other))


def _same_rows(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Rows in any order, by the fields that every row of both sides tells; none in common is no agreement."""
    rows = [*one, *other]
    if not rows:
        return True
    common = set.intersection(*({field for field, value in row.items() if value is not None} for row in rows))
    return bool(common) and _told(one, common) == _told(other, common)


def _told(rows: Sequence[Mapping[str, Any]], fields: set[str]) -> list[tuple[str, ...]]:
    return sorted(tuple(_plain(row[field]) for field in sorted(fields)) for row in rows)


def _plain(value: Any) -> str:
    text = str(value).strip()
    if _DAY_WITH_TIME.match(text):
        return text[: len("2026-11-20")]
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text.casefold()
    return str(number.normalize()) if number.is_finite() else text
