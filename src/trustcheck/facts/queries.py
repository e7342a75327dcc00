"""What SQLite and every other database have in common: one query for each fact key, for a whole batch of accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from trustcheck.config.sources import NOW, Queries, Query
from trustcheck.facts.cells import moment_of
from trustcheck.facts.rows import Row
from trustcheck.facts.tables import Table, by_account, table_facts
from trustcheck.facts.trouble import Trouble
from trustcheck.model.facts import AccountFacts, CellState

MAX_ROWS = 200_000
"""Rows of one query for one batch. More is a query that forgot whom it was asked about."""

MAX_KEYS = 1000
"""Accounts asked for at once: drivers bound the number of parameters."""

_MOST_DIGITS = 18
"""What surely fits into eight bytes."""

Key = str | int
Run = Callable[[str, Sequence[Key]], Iterable[Row]]
"""Runs a query with its keys (none: it has no `:keys`) and gives its rows. Raises Trouble."""


def ask(
    queries: Queries, source: str, accounts: Sequence[str], keys: Iterable[str], run: Run
) -> dict[str, AccountFacts]:
    """The facts of a batch of at most MAX_KEYS accounts. A query that fails spoils its own fact key alone."""
    read_at = datetime.now(UTC)
    asked = [key for account in accounts if (key := _as_type(account, queries.key_type)) is not None]
    loaded = _loaded(queries, run)
    known = _known(queries, asked, run)
    tables = {
        key: _table(queries, queries.queries[key], asked, run, read_at, loaded)
        for key in keys
        if key in queries.queries
    }
    return table_facts(source, accounts, keys, tables, known)


def in_batches(accounts: Iterable[str]) -> Iterable[list[str]]:
    """The accounts, MAX_KEYS at a time."""
    all_of_them = list(accounts)
    return (all_of_them[start : start + MAX_KEYS] for start in range(0, len(all_of_them), MAX_KEYS))


def _as_type(account: str, key_type: str) -> Key | None:
    """The key as the column has it; None for a text that no integer column can hold (`007` is not 7)."""
    if key_type == "text":
        return account
    is_number = account.isascii() and account.isdecimal() and len(account) <= _MOST_DIGITS
    return int(account) if is_number and str(int(account)) == account else None


def _loaded(queries: Queries, run: Run) -> datetime | Trouble | None:
    """When the records were loaded, where a query of its own says so."""
    if not queries.as_of_sql:
        return None
    try:
        rows = list(run(queries.as_of_sql, ()))
    except Trouble as trouble:
        return Trouble(trouble.state, f"the query of `as_of`: {trouble.note}")
    if len(rows) != 1 or len(rows[0]) != 1:
        return Trouble(CellState.INVALID, "the query of `as_of` must give one row with one column")
    moment, wrong = moment_of(next(iter(rows[0].values())))
    if wrong:
        return Trouble(CellState.INVALID, wrong)
    return moment or Trouble(CellState.UNDATED, "the query of `as_of` gives no time")


def _known(queries: Queries, asked: Sequence[Key], run: Run) -> set[str] | Trouble | None:
    if not queries.accounts:
        return None
    try:
        return set(by_account(run(queries.accounts, asked), queries.account))
    except Trouble as trouble:
        return Trouble(trouble.state, f"the query `accounts`: {trouble.note}")


def _table(
    queries: Queries,
    query: Query,
    asked: Sequence[Key],
    run: Run,
    now: datetime,
    loaded: datetime | Trouble | None,
) -> Table:
    as_of = query.as_of or queries.as_of
    if isinstance(loaded, Trouble) and not query.as_of:
        return Table(trouble=loaded)
    dated = loaded if isinstance(loaded, datetime) and not query.as_of else None
    try:
        rows = by_account(run(query.sql, asked), queries.account)
    except Trouble as trouble:
        return Table(trouble=trouble)
    return Table(rows, query.mapped, as_of, now if as_of == NOW else dated)


def limited(rows: Iterable[Mapping[str, object]]) -> list[Row]:
    """The rows, if there are not too many. Raises Trouble."""
    found: list[Row] = []
    for row in rows:
        found.append(row)
        if len(found) > MAX_ROWS:
            step = "does it end with «where … in :keys»?"
            raise Trouble(CellState.INVALID, f"the query gives more than {MAX_ROWS:,} rows; {step}")
    return found
