"""Against a real PostgreSQL: what the rows become, and that nothing that fails reads as an answer."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from tests.facts.postgres import OWNER, Cluster

from trustcheck.config.sources import Database, Mapped, Patience, Queries, Query, Secret
from trustcheck.facts.database import DatabaseSource
from trustcheck.model.facts import FACT_KEYS, AccountFacts, Cell, CellState

INVOICES = """
select account, number, amount, currency, due, paid_on, read_at,
       case state when 'P' then 'paid' else 'unpaid' end as status
from invoices where account in :keys order by number
"""
QUERIES = {
    "customer": Query("select account, name, since from customers where account in :keys"),
    "invoices": Query(INVOICES, as_of="read_at"),
    "agreements": Query("select * from agreements where account in :keys"),
    "promises": Query("select * from promises where account in :keys"),
}


def source(cluster: Cluster, queries: dict[str, Query] = QUERIES, **more: Any) -> DatabaseSource:
    settings = {key: more.pop(key) for key in ("password", "user", "patience", "url") if key in more}
    asked = Queries(queries, **{"as_of": "now", **more})
    return DatabaseSource("crm", Database(settings.pop("url", cluster.url()), asked, **settings))


def ask(cluster: Cluster, account: str = "A-1", queries: dict[str, Query] = QUERIES, **more: Any) -> AccountFacts:
    return source(cluster, queries, **more).lookup([account], FACT_KEYS)[account]


def one(cluster: Cluster, key: str, query: str | Query, **more: Any) -> Cell:
    asked = Query(query) if isinstance(query, str) else query
    return ask(cluster, queries={"customer": QUERIES["customer"], key: asked}, **more).cell(key)


def test_rows_become_facts_in_the_forms_of_the_contract(cluster: Cluster) -> None:
    facts = ask(cluster)
    assert facts.cell("customer").value == {"name": "Runa Vik", "since": "2020-02-01"}
    assert facts.cell("invoices").value == [
        {
            "number": 7788,
            "amount": "499.00",
            "currency": "NOK",
            "due": "2026-10-20",
            "status": "unpaid",
            "paid_on": None,
        },
        {
            "number": 7789,
            "amount": "0.10",
            "currency": "NOK",
            "due": "2026-11-20",
            "status": "paid",
            "paid_on": "2026-11-19",
        },
    ]
    assert facts.cell("promises").value[0]["kept"] is False
    assert facts.cell("invoices").as_of == datetime(2026, 11, 20, 5, tzinfo=UTC)
    assert abs(facts.cell("customer").as_of - datetime.now(UTC)) < timedelta(minutes=1)  # type: ignore[operator]


def test_no_row_is_none_for_an_account_that_is_known_and_nothing_for_one_that_is_not(cluster: Cluster) -> None:
    assert ask(cluster).cell("agreements").value == []
    assert {cell.state for key, cell in ask(cluster, "A-11").cells.items() if key in QUERIES} == {CellState.NOT_FOUND}
    without_customer = {key: query for key, query in QUERIES.items() if key != "customer"}
    assert ask(cluster, "A-3", without_customer).cell("agreements").state is CellState.NOT_FOUND
    known = "select account from customers where account in :keys"
    assert ask(cluster, "A-3", without_customer, accounts=known).cell("agreements").value == []


def test_what_no_query_is_written_for_is_not_configured(cluster: Cluster) -> None:
    cell = ask(cluster).cell("cases")
    assert cell.state is CellState.NOT_CONFIGURED
    assert "crm" in cell.note


def test_a_batch_is_told_apart_by_account(cluster: Cluster) -> None:
    found = source(cluster).lookup(["A-1", "A-2", "A-3", "x"], ["invoices"])
    assert [len(found[a].cell("invoices").value or []) for a in ("A-1", "A-2")] == [2, 1]
    assert len(found) == 4


def test_keys_are_bound_and_never_part_of_the_text(cluster: Cluster) -> None:
    hostile = "A-1') or ('1'='1"
    found = source(cluster).lookup([hostile, "a'; drop table customers; --", "A\x1f", "🦊"], ["customer"])
    assert {facts.cell("customer").state for facts in found.values()} == {CellState.NOT_FOUND}
    assert ask(cluster).cell("customer").state is CellState.FOUND


def test_a_key_that_the_database_cannot_hold_decides_nothing(cluster: Cluster) -> None:
    assert ask(cluster, "A\0").cell("customer").state in (CellState.INVALID, CellState.UNAVAILABLE)


def test_more_accounts_than_one_statement_takes(cluster: Cluster) -> None:
    accounts = [f"X-{number}" for number in range(2500)] + ["A-1"]
    found = source(cluster).lookup(accounts, ["customer"])
    assert len(found) == 2501
    assert found["A-1"].cell("customer").state is CellState.FOUND


def test_integer_columns_take_integer_keys_alone(cluster: Cluster) -> None:
    query = {"customer": Query("select number as account, account as name from invoices where number in :keys")}
    found = source(cluster, query, key_type="integer").lookup(["7788", "07788", "A-1", "٣"], ["customer"])
    states = [facts.cell("customer").state for facts in found.values()]
    assert states == [CellState.FOUND, CellState.NOT_FOUND, CellState.NOT_FOUND, CellState.NOT_FOUND]


@pytest.mark.parametrize(
    ("key", "query", "state", "says"),
    [
        ("invoices", "select * from invoice where account in :keys", CellState.INVALID, "does not exist"),
        ("invoices", "select * from secrets where account in :keys", CellState.INVALID, "permission denied"),
        ("invoices", "select account, ' :other' as id from invoices where account in :keys", CellState.INVALID, "colon"),
        ("invoices", "select state from invoices where account in :keys", CellState.INVALID, "«account»"),
        ("invoices", "select account, 1.5::float8 as amount, 'paid' as status from invoices where account in :keys",
         CellState.INVALID, "amount is no decimal"),
        ("invoices", "select account, 'NaN'::numeric as amount, 'paid' as status from invoices where account in :keys",
         CellState.INVALID, "amount is no decimal"),
        ("invoices", "select account, state as status from invoices where account in :keys", CellState.INVALID,
         "invoices[0].status is not one of"),
        ("invoices", Query("select account, 'paid' as status, naive as as_of from invoices where account in :keys",
                           as_of="as_of"), CellState.INVALID, "no time zone"),
        ("invoices", Query("select account, 'paid' as status from invoices where account in :keys", as_of="read_on"),
         CellState.UNDATED, "«read_on»"),
        ("agreements", Query("select * from agreements where account in :keys", as_of="read_at"), CellState.UNDATED,
         "no row"),
        ("customer", "select account, state as name from invoices where account in :keys", CellState.CONFLICT, "2 rows"),
        ("on_file", "select account, currency as field, due as since from invoices where account in :keys",
         CellState.CONFLICT, "same field"),
        ("balance", "select account, amount from invoices where account in :keys and number = 0", CellState.NOT_FOUND, ""),
        ("invoices", "select account, 1 / 0 as number, 'paid' as status from invoices where account in :keys",
         CellState.INVALID, "22012"),
        ("invoices", Query("select * from invoices where account in :keys", Mapped({"number": "nr"})),
         CellState.INVALID, "no column «nr»"),
        ("invoices", "select account, 'paid' as status from invoices, generate_series(1, 200000) "
         "where account in :keys", CellState.INVALID, "200,000 rows"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_decides_nothing(
    cluster: Cluster, key: str, query: str | Query, state: CellState, says: str
) -> None:
    cell = one(cluster, key, query)
    assert cell.state is state
    assert says in cell.note


def test_columns_and_values_are_translated(cluster: Cluster) -> None:
    mapped = Mapped({"number": "nr", "status": "state"}, {"status": {"P": "paid", "U": "unpaid"}})
    query = Query("select account, number as nr, state from invoices where account in :keys order by 2", mapped)
    assert one(cluster, "invoices", query).value == [
        {"number": 7788, "status": "unpaid"},
        {"number": 7789, "status": "paid"},
    ]


def test_one_failing_query_leaves_the_others_their_answers(cluster: Cluster) -> None:
    facts = ask(cluster, queries={**QUERIES, "cases": Query("select 1 / 0 from invoices where account in :keys")})
    assert facts.cell("cases").state is CellState.INVALID
    assert facts.cell("invoices").state is CellState.FOUND
    assert facts.cell("promises").state is CellState.FOUND


def test_a_failing_list_of_accounts_spoils_all(cluster: Cluster) -> None:
    facts = ask(cluster, accounts="select 1 / 0 as account from customers where account in :keys")
    assert {facts.cell(key).state for key in QUERIES} == {CellState.INVALID}


def test_a_query_can_say_when_the_records_were_loaded(cluster: Cluster) -> None:
    queries = {"agreements": QUERIES["agreements"], "customer": QUERIES["customer"]}
    facts = ask(cluster, queries=queries, as_of="", as_of_sql="select max(read_at) from invoices")
    assert facts.cell("agreements").as_of == datetime(2026, 11, 20, 6, tzinfo=UTC)
    for sql in ("select max(naive) from invoices", "select read_at from invoices", "select null", "select 1 / 0"):
        cell = ask(cluster, queries=queries, as_of="", as_of_sql=sql).cell("agreements")
        assert cell.state in (CellState.INVALID, CellState.UNDATED), sql


def test_a_query_that_is_too_slow_times_out_and_the_deadline_is_for_the_whole_batch(cluster: Cluster) -> None:
    slow = Query("select account, pg_sleep(30) from customers where account in :keys")
    patience = Patience(timedelta(seconds=0.5))
    started = time.monotonic()
    facts = ask(cluster, queries={**QUERIES, "cases": slow, "orders": slow, "refunds": slow}, patience=patience)
    assert time.monotonic() - started < 5
    assert {facts.cell(key).state for key in ("cases", "orders", "refunds")} == {CellState.TIMEOUT}


def test_nothing_can_be_written_even_by_a_login_that_may(cluster: Cluster) -> None:
    delete = "with gone as (delete from customers returning account) select * from gone where account in :keys"
    assert one(cluster, "cases", delete, url=cluster.url(OWNER)).state is CellState.INVALID
    take = "select account, nextval('tickets') as id from customers where account in :keys"
    assert "25006" in one(cluster, "cases", take, url=cluster.url(OWNER)).note
    assert ask(cluster).cell("customer").state is CellState.FOUND


def test_a_login_that_can_write_is_remarked_upon(cluster: Cluster) -> None:
    assert "can write" in source(cluster, url=cluster.url(OWNER)).remarks()[0]
    assert source(cluster).remarks() == []


def test_a_server_that_is_gone_and_one_that_never_was_are_unavailable(cluster: Cluster) -> None:
    gone = replace(cluster, port=1)
    for url in (
        gone.url(),
        "postgresql://nobody:s3cret@127.0.0.1:1/x",
        "no url",
        "nodb://s3cret@x/y",
        cluster.url("who"),
    ):
        facts = ask(cluster, url=url)
        assert {cell.state for key, cell in facts.cells.items() if key in QUERIES} == {CellState.UNAVAILABLE}, url
        assert "s3cret" not in repr(facts)


def test_a_connection_that_breaks_between_batches_is_made_anew(cluster: Cluster) -> None:
    asked = source(cluster)
    assert asked.lookup(["A-1"], ["customer"])["A-1"].cell("customer").state is CellState.FOUND
    owner = create_engine(cluster.url(OWNER), isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.execute(text("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"))
    owner.dispose()
    assert asked.lookup(["A-1"], ["customer"])["A-1"].cell("customer").state is CellState.FOUND


def test_the_password_is_read_where_it_is_kept_and_never_shown(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("CRM_PASSWORD", "hunter2")
    (tmp_path / "password").write_text("hunter2\n", encoding="utf-8")
    with caplog.at_level(logging.DEBUG):
        for secret in (
            Secret(env="CRM_PASSWORD"),
            Secret(file=tmp_path / "password"),
            Secret(command=("echo", "hunter2")),
        ):
            asked = source(cluster, password=secret)
            facts = asked.lookup(["A-1"], FACT_KEYS)["A-1"]
            assert facts.cell("customer").state is CellState.FOUND
            assert "hunter2" not in repr(facts) + repr(asked._engine)
    assert "hunter2" not in caplog.text
    assert "A-1" not in caplog.text


@pytest.mark.parametrize(
    "secret", [Secret(env="NOT_SET_ANYWHERE"), Secret(command=("false",)), Secret(command=("/no/such",)), Secret(file=Path("/no"))]
)  # fmt: skip
def test_a_secret_that_cannot_be_read_makes_the_source_unavailable(cluster: Cluster, secret: Secret) -> None:
    cell = ask(cluster, password=secret).cell("customer")
    assert cell.state is CellState.UNAVAILABLE
    assert "secret" in cell.note


def test_sqlite_through_sqlalchemy_works_too(tmp_path: Path, cluster: Cluster) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/crm.db")
    with engine.begin() as connection:
        connection.execute(text("create table customers (account text, name text)"))
        connection.execute(text("insert into customers values ('A-1', 'Runa')"))
    engine.dispose()
    query = {"customer": Query("select * from customers where account in :keys")}
    assert ask(cluster, queries=query, url=f"sqlite:///{tmp_path}/crm.db").cell("customer").value == {"name": "Runa"}
