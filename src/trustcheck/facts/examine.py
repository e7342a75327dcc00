"""Looking at sources one by one, for `trustcheck sources check`: do they answer, and what is missing?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from trustcheck.config.settings import FactsSettings
from trustcheck.facts.narrow import innermost
from trustcheck.facts.resolve import resolve
from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import FACT_FIELDS, FACT_KEYS, Cell, CellState, FactSource

NOBODY = "0"
"""The account that is asked about where none is named: a text and a number that no account has."""

_BROKEN = frozenset(
    {CellState.INVALID, CellState.TIMEOUT, CellState.UNAVAILABLE, CellState.CONFLICT, CellState.UNDATED}
)


@dataclass(frozen=True, slots=True)
class Examined:
    """One source, what it says about an account, and what whoever runs it should know."""

    name: str
    cells: Mapping[str, Cell]
    remarks: tuple[str, ...]

    @property
    def configured(self) -> dict[str, Cell]:
        """The fact keys that the source is set up for."""
        return {key: cell for key, cell in self.cells.items() if cell.state is not CellState.NOT_CONFIGURED}

    @property
    def broken(self) -> bool:
        """True where something that is asked of the source is no answer, and would hold messages."""
        return not self.configured or any(cell.state in _BROKEN for cell in self.configured.values())


def examine(
    name: str, source: FactSource, account: str | None, *, now: datetime, max_age: Mapping[str, timedelta]
) -> Examined:
    """What the source says about an account; None: about nobody, to see whether it answers at all."""
    asked = account if account is not None else NOBODY
    cells = resolve(source, [asked], FACT_KEYS, now=now, max_age=max_age)[asked].cells
    if account is None:
        # Nobody has no rows; that they cannot say when they were read is no fault of the source.
        cells = {key: _as_nobody(cell) for key, cell in cells.items()}
    return Examined(name, cells, tuple(_remarks(source)))


def unanswered(facts: FactsSettings, examined: Sequence[Examined]) -> list[str]:
    """The fact keys that no source is set up for; claims about them stay unknown."""
    answered: set[str] = set()
    for one in examined:
        used = {key for key in FACT_KEYS if not facts.use or one.name in _who(facts, key)}
        answered |= used & set(one.configured)
    return [key for key in FACT_KEYS if key not in answered]


def left_out(key: str, value: Any) -> tuple[str, ...]:
    """The fields of a fact that none of its rows tells."""
    rows = value if isinstance(value, list) else [value]
    if not rows or key == "on_file" or not all(isinstance(row, dict) for row in rows):
        return ()
    return tuple(field for field in FACT_FIELDS[key] if not any(field in row for row in rows))


def _who(facts: FactsSettings, key: str) -> tuple[str, ...]:
    use = facts.use.get(key) or facts.use.get("default")
    return use.sources if use else ()


def _as_nobody(cell: Cell) -> Cell:
    return Cell(CellState.NOT_FOUND, source=cell.source) if cell.state is CellState.UNDATED else cell


def _remarks(source: FactSource) -> Sequence[str]:
    remarks = getattr(innermost(source), "remarks", None)
    if remarks is None:
        return ()
    try:
        found: Sequence[str] = remarks()
    except Trouble:
        # The cells say it already.
        return ()
    return found
