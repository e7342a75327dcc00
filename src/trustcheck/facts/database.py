"""Any database that SQLAlchemy reaches as a source; on PostgreSQL with a read-only snapshot and statement time-outs.

Imports SQLAlchemy, which comes with the extra `sql`.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, bindparam, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError, StatementError

from trustcheck.config.sources import KEYS, Database
from trustcheck.facts.queries import Key, ask, in_batches, limited
from trustcheck.facts.rows import Row
from trustcheck.facts.secrets import reveal
from trustcheck.facts.trouble import Trouble, same_everywhere, told
from trustcheck.model.facts import AccountFacts, CellState

_CANCELLED = "57014"
_SYNTAX_OR_ACCESS = "42"
_DOWN = ("08", "28", "3D", "53", "57", "58")
"""Classes of SQLSTATE that mean: the server, the login or the database is not to be had."""

_STREAMED = {"stream_results": True, "max_row_buffer": 1000}
"""Rows are fetched as they are read, so that a query that gives too many is stopped before they fill the memory."""

_CAN_WRITE = """
select (select rolsuper from pg_roles where rolname = current_user) or exists (
    select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and has_schema_privilege(n.oid, 'usage')
      and has_table_privilege(c.oid, 'insert, update, delete, truncate'))
"""


class DatabaseSource:
    """Implements `model.facts.FactSource`. Connects at the first question, and keeps a few connections."""

    def __init__(self, name: str, settings: Database) -> None:
        self._name = name
        self._settings = settings
        self._engine: Engine | None = None

    @property
    def name(self) -> str:
        return self._name

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """Cells for each account and key; a batch is one transaction, and on PostgreSQL one state of the database."""
        wanted, found = tuple(keys), dict[str, AccountFacts]()
        deadline = time.monotonic() + self._settings.patience.deadline.total_seconds()
        for batch in in_batches(accounts):
            try:
                with self._connected() as connection:
                    session = _Session(connection, deadline)
                    found |= ask(self._settings.queries, self._name, batch, wanted, session.rows)
            except Trouble as trouble:
                found |= same_everywhere(batch, wanted, trouble.cell(self._name))
            except SQLAlchemyError as error:
                found |= same_everywhere(batch, wanted, _trouble(error).cell(self._name))
        return found

    def remarks(self) -> Sequence[str]:
        """What `trustcheck sources check` warns of. Raises Trouble where the database does not answer."""
        try:
            with self._connected() as connection:
                if connection.dialect.name == "postgresql" and connection.execute(text(_CAN_WRITE)).scalar_one():
                    return ["the login can write; give trustcheck one that can only select from what it reads"]
        except SQLAlchemyError as error:
            raise _trouble(error) from None
        return []

    def _connected(self) -> Connection:
        if self._engine is None:
            self._engine = self._opened()
        connection = self._engine.connect()
        if connection.dialect.name == "postgresql":
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            connection = connection.execution_options(**options)
        return connection

    def _opened(self) -> Engine:
        settings = self._settings
        try:
            url = make_url(reveal(settings.url))
        except ArgumentError:
            raise Trouble(CellState.UNAVAILABLE, "its URL is none that SQLAlchemy knows") from None
        if settings.user is not None:
            url = url.set(username=reveal(settings.user))
        try:
            # Without hide_parameters, errors and logs would repeat the account keys.
            engine = create_engine(
                url, pool_pre_ping=True, pool_size=5, hide_parameters=True, connect_args=self._waiting(url)
            )
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            missing = getattr(error, "name", None) or url.drivername
            step = "for PostgreSQL: pip install trustcheck-letters[postgresql]"
            raise Trouble(CellState.UNAVAILABLE, f"the driver {missing} is not installed; {step}") from None
        if settings.password is not None:
            event.listen(engine, "do_connect", self._give_password)
        return engine

    def _waiting(self, url: URL) -> dict[str, Any]:
        """How long libpq may wait for a connection and for a dead peer; other drivers have no common word for it."""
        if url.get_dialect().name != "postgresql":
            return {}
        seconds = self._settings.patience.deadline.total_seconds()
        return {"connect_timeout": max(2, math.ceil(seconds)), "tcp_user_timeout": max(1000, int(seconds * 1000))}

    def _give_password(self, _dialect: Any, _record: Any, _arguments: Any, parameters: dict[str, Any]) -> None:
        """For each new connection anew, so that a password that was changed is found."""
        assert self._settings.password is not None
        parameters["password"] = reveal(self._settings.password)


class _Session:
    """One transaction: its queries, each within what is left of the deadline and apart from the others' errors."""

    def __init__(self, connection: Connection, deadline: float) -> None:
        self._connection = connection
        self._deadline = deadline

    def rows(self, sql: str, asked: Sequence[Key]) -> list[Row]:
        try:
            # In a savepoint: PostgreSQL refuses everything after an error in a transaction.
            with self._connection.begin_nested():
                self._limit_time()
                return limited(self._fetched(sql, asked))
        except SQLAlchemyError as error:
            raise _trouble(error) from None

    def _limit_time(self) -> None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise _too_slow()
        if self._connection.dialect.name == "postgresql":
            limit = {"ms": str(max(1, int(left * 1000)))}
            self._connection.execute(text("select set_config('statement_timeout', :ms, true)"), limit).close()

    def _fetched(self, sql: str, asked: Sequence[Key]) -> Iterator[Row]:
        parameters = {"keys": list(asked)} if KEYS.search(sql) else {}
        with self._connection.execute(_statement(sql), parameters, execution_options=_STREAMED) as result:
            for row in result.mappings():
                if time.monotonic() > self._deadline:
                    raise _too_slow()
                yield dict(row)


def _statement(sql: str) -> TextClause:
    statement = text(sql)
    return statement.bindparams(bindparam("keys", expanding=True)) if KEYS.search(sql) else statement


def _too_slow() -> Trouble:
    return Trouble(CellState.TIMEOUT, "the query took longer than the deadline of this source")


def _trouble(error: SQLAlchemyError) -> Trouble:
    """Only what names no value: the code of the error, and its words where they can be about the query alone."""
    original = error.orig if isinstance(error, DBAPIError) else None
    code = str(getattr(original, "sqlstate", None) or "")
    if code == _CANCELLED:
        return _too_slow()
    kind = type(original or error).__name__
    if original is None and isinstance(error, StatementError):
        return Trouble(CellState.INVALID, f"the query cannot be bound ({kind}); write \\: for a colon of its own")
    if original is None or code.startswith(_DOWN) or (not code and kind in ("OperationalError", "InterfaceError")):
        return Trouble(CellState.UNAVAILABLE, f"the database does not answer{told(original or error, code)}")
    said = getattr(getattr(original, "diag", None), "message_primary", None)
    words = f": {said}" if code.startswith(_SYNTAX_OR_ACCESS) and said else ""
    return Trouble(CellState.INVALID, f"the query fails ({kind}{code and ', '}{code}){words}")
