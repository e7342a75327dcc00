"""SQLite files: read and never written; whatever is wrong with them is told."""

from __future__ import annotations

import sqlite3
import time
from datetime import timedelta
from pathlib import Path

import pytest

from trustcheck.config.sources import Patience, Queries, Query, Sqlite
from trustcheck.facts.sqlite_source import SqliteSource
from trustcheck.model.facts import AccountFacts, Cell, CellState

CUSTOMER = Query("select account, name, since from customers where account in :keys")
INVOICES = Query("select *, printf('%.2f', total) as amount from invoices where account in :keys")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "crm #1?.db"
    connection = sqlite3.connect(file)
    connection.executescript("""
        create table customers (account text, name text, since text);
        insert into customers values ('A-1', 'Runa Vik', '2020-02-01'), ('A-2', 'Odd Li', '');
        create table invoices (account text, number integer, total real, status text, read_at text);
        insert into invoices values ('A-1', 7788, 499.1, 'paid', '2026-11-20T06:00:00Z');
        create table promises (account text, kept integer);
        insert into promises values ('A-1', 1), ('A-1', 0), ('A-2', 2);
    """)
    connection.close()
    return file


def ask(
    path: Path, *accounts: str, seconds: float = 5, as_of: str = "now", **queries: Query
) -> dict[str, AccountFacts]:
    asked = Queries({"customer": CUSTOMER, **queries}, as_of=as_of)
    source = SqliteSource("crm", Sqlite(path, asked, Patience(timedelta(seconds=seconds))))
    return dict(source.lookup(accounts or ["A-1"], asked.queries))


def cell(path: Path, key: str, query: Query, account: str = "A-1", **more: float) -> Cell:
    return ask(path, account, seconds=more.get("seconds", 5), **{key: query})[account].cell(key)


def test_rows_become_facts(path: Path) -> None:
    found = ask(path, "A-1", "A-2", "A-3", invoices=INVOICES)
    assert found["A-1"].cell("customer").value == {"name": "Runa Vik", "since": "2020-02-01"}
    assert found["A-1"].cell("invoices").value == [{"number": 7788, "amount": "499.10", "status": "paid"}]
    assert found["A-2"].cell("customer").value == {"name": "Odd Li", "since": None}
    assert found["A-2"].cell("invoices").value == []
    assert found["A-3"].cell("customer").state is CellState.NOT_FOUND


def test_a_column_dates_the_rows(path: Path) -> None:
    query = Query(INVOICES.sql, as_of="read_at")
    dated = cell(path, "invoices", query)
    assert dated.as_of is not None
    assert dated.as_of.isoformat() == "2026-11-20T06:00:00+00:00"


def test_numbers_are_flags_where_a_flag_is_meant(path: Path) -> None:
    promises = Query("select * from promises where account in :keys")
    assert cell(path, "promises", promises).value == [{"kept": True}, {"kept": False}]
    assert cell(path, "promises", promises, "A-2").state is CellState.INVALID


def test_a_floating_amount_is_no_exact_amount(path: Path) -> None:
    query = Query("select account, total as amount, status from invoices where account in :keys")
    assert "amount is no decimal" in cell(path, "invoices", query).note


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("select * from nowhere where account in :keys", "no such table"),
        ("delete from customers where account in :keys returning account", "readonly"),
        ("selec :keys", "syntax error"),
        ("select ':keys' where :other", ""),
    ],
)
def test_a_query_that_fails_is_told(path: Path, sql: str, says: str) -> None:
    found = cell(path, "cases", Query(sql))
    assert found.state in (CellState.INVALID, CellState.UNAVAILABLE)
    assert says in found.note
    assert ask(path)["A-1"].cell("customer").state is CellState.FOUND


def test_a_query_without_end_times_out(path: Path) -> None:
    endless = (
        "with recursive n(i) as (select 1 union all select i + 1 from n) select i as account from n where i in :keys"
    )
    started = time.monotonic()
    assert cell(path, "cases", Query(endless), seconds=0.2).state is CellState.TIMEOUT
    assert time.monotonic() - started < 5


def test_a_file_that_is_none_is_unavailable_and_not_made(tmp_path: Path) -> None:
    for file in (tmp_path / "none.db", tmp_path, tmp_path / "text.db"):
        (tmp_path / "text.db").write_text("not a database, but a text that is long enough to be taken for one" * 9)
        found = ask(file)["A-1"].cell("customer")
        assert found.state is CellState.UNAVAILABLE, file
    assert not (tmp_path / "none.db").exists()


def test_keys_are_bound(path: Path) -> None:
    hostile = ["A-1') or ('1'='1", "'; drop table customers; --", ":keys", "A\0"]
    assert {facts.cell("customer").state for facts in ask(path, *hostile).values()} == {CellState.NOT_FOUND}
    assert len(ask(path, *[f"X{n}" for n in range(3000)])) == 3000
    assert ask(path)["A-1"].cell("customer").state is CellState.FOUND
