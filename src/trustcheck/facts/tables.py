"""From tables, one for each fact key and a whole batch of accounts, to the cells of each account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from trustcheck.config.sources import Mapped
from trustcheck.facts.cells import moment_of
from trustcheck.facts.rows import Row, Written, fact_value
from trustcheck.facts.trouble import UNKNOWN_ACCOUNT, Trouble
from trustcheck.model.facts import AccountFacts, Cell, CellState


@dataclass(frozen=True, slots=True)
class Table:
    """What a source says about one fact key: rows by account, or the trouble that it had.

    `read_at` is when all of it was read; None: each row says so in the column `as_of`. `oldest` then dates the accounts
    that have no row, where that is known.
    """

    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    mapped: Mapped = field(default_factory=Mapped)
    as_of: str = "as_of"
    read_at: datetime | None = None
    trouble: Trouble | None = None
    written: Written = field(default_factory=Written)
    oldest: datetime | None = None


def by_account(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    """The rows of each account. Raises Trouble where they do not name it."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if column not in row:
            raise Trouble(CellState.INVALID, f"there is no column «{column}» with the account's key")
        if row[column] is not None:
            found.setdefault(str(row[column]), []).append(row)
    return found


def table_facts(
    source: str,
    accounts: Iterable[str],
    keys: Iterable[str],
    tables: Mapping[str, Table],
    known: Collection[str] | Trouble | None,
) -> dict[str, AccountFacts]:
    """Cells for each account and key. `known` are the accounts that the records know; None: those that have a row.

    An account without a row anywhere is not known: an empty list says «none», and must not say it of a mistyped key.
    """
    wanted = tuple(keys)
    if isinstance(known, Trouble):
        tables = {key: Table(trouble=known) for key in tables}
        known = None
    seen = known if known is not None else {account for table in tables.values() for account in table.rows}
    return {a: AccountFacts(a, {k: _cell(source, a, k, tables.get(k), seen) for k in wanted}) for a in accounts}


def _cell(source: str, account: str, key: str, table: Table | None, known: Collection[str]) -> Cell:
    if table is None:
        return Cell(CellState.NOT_CONFIGURED, source=source, note=f"the source {source} is not set up for «{key}»")
    if table.trouble is not None:
        return table.trouble.cell(source)
    if account not in known:
        return Cell(CellState.NOT_FOUND, source=source, note=UNKNOWN_ACCOUNT)
    rows = table.rows.get(account, ())
    try:
        value = fact_value(key, rows, table.mapped, table.written)
        read_at = table.read_at or (table.oldest if not rows else None) or _oldest(rows, table.as_of)
    except Trouble as trouble:
        return trouble.cell(source)
    return _shaped(source, key, value, read_at)


def _shaped(source: str, key: str, value: Any, read_at: datetime) -> Cell:
    from trustcheck.facts.shapes import shape_error  # late: pydantic is wanted only by those who have facts

    wrong = shape_error(key, value)
    if wrong:
        return Cell(CellState.INVALID, as_of=read_at, source=source, note=wrong)
    return Cell(CellState.FOUND, value, read_at, source)


def _oldest(rows: Sequence[Row], column: str) -> datetime:
    """The oldest time of an account's rows. Raises Trouble where there is none, or one of them is no time."""
    times: list[datetime] = []
    for row in rows:
        moment, wrong = moment_of(row.get(column))
        if wrong:
            raise Trouble(CellState.INVALID, wrong.replace("as_of", column))
        if moment is None:
            raise Trouble(CellState.UNDATED, f"no column «{column}» says when this was read")
        times.append(moment)
    if not times:
        raise Trouble(CellState.UNDATED, f"there is no row, and so no «{column}» that says when that was read")
    return min(times)
