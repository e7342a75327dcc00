from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import create_engine, text
from tests.facts.postgres import OWNER, Cluster

from trustcheck.config.settings import FactsSettings
from trustcheck.config.sources import Database, Patience, Queries, Query, Use
from trustcheck.facts.database import DatabaseSource
from trustcheck.facts.examine import Examined, examine, left_out, unanswered
from trustcheck.facts.guard import Guarded
from trustcheck.facts.starter import starter_views
from trustcheck.model.facts import FACT_KEYS, Cell, CellState

CUSTOMER = {"customer": Query("select account, name from customers where account in :keys")}


def examined(url: str, account: str | None) -> Examined:
    source = Guarded(DatabaseSource("crm", Database(url, Queries(CUSTOMER, as_of="now"))), Patience())
    return examine("crm", source, account, now=datetime.now(UTC), max_age={})


def test_a_login_that_can_write_is_warned_of_behind_the_guard_too(cluster: Cluster) -> None:
    assert examined(cluster.url(), "A-1").remarks == ()
    assert "can write" in examined(cluster.url(OWNER), "A-1").remarks[0]


def test_nobody_is_asked_about_to_see_whether_the_queries_run(cluster: Cluster) -> None:
    assert not examined(cluster.url(), None).broken
    assert examined("postgresql://x@127.0.0.1:1/x", None).broken


def test_facts_that_nobody_answers_are_named() -> None:
    crm = Examined("crm", {"customer": Cell(CellState.FOUND), "cases": Cell(CellState.FOUND)}, ())
    everything = FactsSettings(use={"default": Use(("crm",))})
    assert unanswered(everything, [crm]) == [key for key in FACT_KEYS if key not in ("customer", "cases")]
    assert "cases" in unanswered(FactsSettings(use={"customer": Use(("crm",))}), [crm])


def test_fields_that_no_row_tells_are_named() -> None:
    assert left_out("balance", {"amount": "1"}) == ("currency",)
    assert left_out("cases", []) == ()


def test_the_starter_views_are_sql_that_postgresql_takes(cluster: Cluster) -> None:
    engine = create_engine(cluster.url(OWNER))
    with engine.connect() as connection:
        connection.execute(text(starter_views()))
        for key in FACT_KEYS:
            assert connection.execute(text(f"select count(*) from trustcheck_{key}")).scalar_one() == 1
    engine.dispose()
