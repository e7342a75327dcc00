"""An SQLite file as a source: opened for reading only, anew for each batch, with the standard library."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from urllib.parse import quote

from trustcheck.config.sources import KEYS, Sqlite
from trustcheck.facts.queries import Key, ask, in_batches, limited
from trustcheck.facts.rows import Row
from trustcheck.facts.trouble import Trouble, same_everywhere
from trustcheck.model.facts import AccountFacts, CellState

_STEPS = 1000
"""Steps of SQLite's machine between two looks at the clock: well below a millisecond."""


class SqliteSource:
    """Implements `model.facts.FactSource` over one database file."""

    def __init__(self, name: str, settings: Sqlite) -> None:
        self._name = name
        self._settings = settings

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """Cells for each account and key; all queries of a batch see one state of the file."""
        wanted = tuple(keys)
        found: dict[str, AccountFacts] = {}
        for batch in in_batches(accounts):
            try:
                found |= self._batch(batch, wanted)
            except Trouble as trouble:
                found |= same_everywhere(batch, wanted, trouble.cell(self._name))
        return found

    def _batch(self, accounts: Sequence[str], keys: Sequence[str]) -> dict[str, AccountFacts]:
        seconds = self._settings.patience.deadline.total_seconds()
        deadline = time.monotonic() + seconds
        with closing(self._connected(seconds)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)

            def run(sql: str, asked: Sequence[Key]) -> list[Row]:
                try:
                    return limited(_rows(connection, sql, asked))
                except sqlite3.Error as error:
                    raise _trouble(error, late=time.monotonic() > deadline) from None

            return ask(self._settings.queries, self._name, accounts, keys, run)

    def _connected(self, seconds: float) -> sqlite3.Connection:
        path = self._settings.path
        if not path.is_file():
            raise Trouble(CellState.UNAVAILABLE, f"{path}: there is no such file; check the path and who may read it")
        try:
            connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=seconds)
        except sqlite3.Error as error:
            raise _trouble(error, late=False) from None
        connection.row_factory = sqlite3.Row
        connection.isolation_level = None
        try:
            connection.execute("pragma query_only = on")
            connection.execute("begin")
        except sqlite3.Error as error:
            connection.close()
            raise _trouble(error, late=False) from None
        return connection


def _rows(connection: sqlite3.Connection, sql: str, asked: Sequence[Key]) -> Iterator[Row]:
    """The placeholders are written into the query, never the keys."""
    names = {f"keys_{number}": key for number, key in enumerate(asked)}
    listed = ", ".join(f":{name}" for name in names)
    for row in connection.execute(KEYS.sub(f"({listed})", sql), names):
        yield dict(row)


def _trouble(error: sqlite3.Error, *, late: bool) -> Trouble:
    """SQLite's own words name tables and columns; a wrong value is never in them, for it has no strict types."""
    if late or "interrupted" in str(error):
        return Trouble(CellState.TIMEOUT, "the query took longer than the deadline of this source")
    is_damaged = isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error)
    down = isinstance(error, sqlite3.OperationalError) and any(w in str(error) for w in ("locked", "unable to open"))
    state = CellState.UNAVAILABLE if down or is_damaged else CellState.INVALID
    return Trouble(state, f"SQLite says: {error}")
