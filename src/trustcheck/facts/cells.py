"""From the raw facts of one account to cells: what is there, what is not, and what has the wrong shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from trustcheck.model.facts import Cell, CellState


def account_cells(facts: Any, keys: Iterable[str], source: str) -> dict[str, Cell]:
    """One cell a key. The account's `as_of` holds for all of them; an `as_of` without a time zone spoils them all."""
    if not isinstance(facts, dict):
        cell = Cell(CellState.INVALID, source=source, note="the account's facts are no object")
        return dict.fromkeys(keys, cell)
    read_at, trouble = moment_of(facts.get("as_of"))
    return {key: _cell(facts, key, read_at, trouble, source) for key in keys}


def _cell(facts: Mapping[str, Any], key: str, read_at: datetime | None, trouble: str, source: str) -> Cell:
    if key not in facts:
        return Cell(CellState.NOT_FOUND, as_of=read_at, source=source, note=f"the records have no «{key}»")
    value = facts[key]
    if value is None:
        return Cell(CellState.NULL, as_of=read_at, source=source, note=f"the records leave «{key}» empty")
    from trustcheck.facts.shapes import shape_error  # late: pydantic is wanted only by those who have facts

    wrong = trouble or shape_error(key, value)
    if wrong:
        return Cell(CellState.INVALID, as_of=read_at, source=source, note=wrong)
    return Cell(CellState.FOUND, value, read_at, source)


def moment_of(written: Any) -> tuple[datetime | None, str]:
    """The time that facts were read, and what is wrong with it. A time without a zone has no age."""
    if written is None:
        return None, ""
    try:
        moment = written if isinstance(written, datetime) else datetime.fromisoformat(str(written))
    except ValueError:
        return None, "«as_of» is no ISO 8601 time"
    if moment.tzinfo is None:
        return None, "«as_of» has no time zone, so its age is not known; write 2026-11-20T06:00:00Z"
    return moment, ""
