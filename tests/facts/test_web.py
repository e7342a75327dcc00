"""Against a real HTTP server that misbehaves: no answer reads as a fact unless it is one."""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.facts.web_server import FACTS, FAILING, Server

from trustcheck.config.sources import Patience, Secret, Web
from trustcheck.facts.resolve import resolve
from trustcheck.facts.web import WebSource
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import FACT_KEYS, AccountFacts, CellState

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
PATIENCE = Patience(timedelta(seconds=3))
MAPPED = {"invoices": "open[].{number: no, amount: total, status: state}"}


def source(url: str, **more: Any) -> WebSource:
    return WebSource("billing", Web(url, **{"patience": PATIENCE, **more}))


def ask(url: str, account: str = "A-1", **more: Any) -> AccountFacts:
    return source(url, **more).lookup([account], FACT_KEYS)[account]


def test_a_facts_file_over_http(server: Server) -> None:
    facts = ask(server.url("good"))
    assert facts.cell("invoices").value == FACTS["invoices"]
    assert facts.cell("cases").value == []
    assert facts.cell("orders").state is CellState.NOT_FOUND
    assert ask(server.url("good"), "A-0").cell("cases").state is CellState.NOT_FOUND


@pytest.mark.parametrize("behaviour", FAILING)
def test_every_way_to_fail_leaves_no_fact_and_says_why(server: Server, behaviour: str) -> None:
    started = time.monotonic()
    asked = source(server.url(behaviour), max_bytes=1_000_000)
    facts = resolve(asked, ["A-1"], ("agreements", "invoices", "customer", "cases"), now=NOW, max_age={})["A-1"]
    assert time.monotonic() - started < 20
    for cell in facts.cells.values():
        assert cell.state is not CellState.FOUND
        assert cell.note


@pytest.mark.parametrize(
    ("behaviour", "state", "says"),
    [
        ("html", CellState.INVALID, "like HTML"),
        ("truncated", CellState.INVALID, "too early"),
        ("half", CellState.INVALID, "leaves this account out"),
        ("unknown", CellState.NOT_FOUND, "do not know"),
        ("redirect", CellState.UNAVAILABLE, "elsewhere (302)"),
        ("unauthorized", CellState.UNAVAILABLE, "credentials"),
        ("missing", CellState.UNAVAILABLE, "404"),
        ("error", CellState.UNAVAILABLE, "500"),
        ("huge", CellState.INVALID, "larger than 1,000,000"),
        ("gzip", CellState.INVALID, "compressed"),
        ("hang", CellState.TIMEOUT, "deadline"),
        ("drip", CellState.TIMEOUT, "deadline"),
        ("slam", CellState.UNAVAILABLE, "does not answer"),
    ],
)
def test_the_reason_is_told_in_words(server: Server, behaviour: str, state: CellState, says: str) -> None:
    cell = ask(server.url(behaviour), max_bytes=1_000_000).cell("invoices")
    assert cell.state is state
    assert says in cell.note


def test_a_passing_failure_is_tried_again_and_a_final_one_is_not(server: Server) -> None:
    assert ask(server.url("flaky")).cell("invoices").state is CellState.FOUND
    assert len(server.asked) == 3
    ask(server.url("unauthorized"))
    assert len(server.asked) == 4


def test_a_url_with_a_place_for_the_account_is_asked_once_for_each(server: Server) -> None:
    found = source(server.url("single/{account}")).lookup(["A-1", "A-2", "a/../A-1", ".."], ["invoices"])
    states = {account: facts.cell("invoices").state for account, facts in found.items()}
    assert states == {
        "A-1": CellState.FOUND,
        "A-2": CellState.NOT_FOUND,
        "a/../A-1": CellState.NOT_FOUND,
        "..": CellState.INVALID,
    }
    checked = source(server.url("single/{account}"), account="id").lookup(["A-1", "A-9"], ["invoices"])
    assert checked["A-1"].cell("invoices").state is CellState.FOUND
    assert "another account" in checked["A-9"].cell("invoices").note


def test_a_batch_is_asked_in_parts(server: Server) -> None:
    found = source(server.url("good"), batch=2, patience=Patience()).lookup(["A-1", "A-2", "A-3"], ["cases"])
    assert {tuple(request.query["account"]) for request in server.asked} == {("A-1", "A-2"), ("A-3",)}
    assert found["A-1"].cell("cases").state is CellState.FOUND
    assert found["A-3"].cell("cases").state is CellState.INVALID


def test_a_batch_can_be_posted(server: Server) -> None:
    assert ask(server.url("good"), method="POST", keys="ids").cell("cases").state is CellState.FOUND
    assert json.loads(server.asked[0].body) == {"ids": ["A-1"]}


def test_paths_lead_through_foreign_shapes_and_numbers_keep_their_digits(server: Server) -> None:
    mapped: dict[str, Any] = {"accounts": "data", "account": "id", "as_of": "meta.read"}
    facts = source(server.url("mapped"), facts=MAPPED, **mapped).lookup(["A-1"], FACT_KEYS)["A-1"]
    assert facts.cell("invoices").value == [
        {"number": 7788, "amount": "499.10", "status": "paid"},
        {"number": 7789, "amount": "0.30", "status": "unpaid"},
    ]
    assert facts.cell("invoices").as_of == datetime(2026, 11, 20, 6, tzinfo=UTC)
    assert facts.cell("cases").state is CellState.NOT_CONFIGURED
    for path, says in (("gone", "leads to nothing"), ("sum(open)", "does not fit"), ("odd", "no list")):
        asked = source(server.url("mapped"), facts={"invoices": path}, **mapped)
        cell = asked.lookup(["A-1"], ["invoices"])["A-1"].cell("invoices")
        assert cell.state is CellState.INVALID
        assert says in cell.note


def test_live_answers_are_as_old_as_the_question_if_the_configuration_says_so(server: Server) -> None:
    moment = ask(server.url("naive"), as_of="now").cell("cases").as_of
    assert moment is not None
    assert abs(moment - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_path_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match=r"\[facts.sources.billing\] facts.cases is no JMESPath"):
        source("http://127.0.0.1/", facts={"cases": "a[", "orders": "b"})


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://", "nonsense", "http://[::1", "http://a b/", "ftp://x/"]
)
def test_an_address_where_nobody_is(url: str) -> None:
    cell = ask(url, patience=Patience(timedelta(seconds=1))).cell("cases")
    assert cell.state in (CellState.UNAVAILABLE, CellState.TIMEOUT)
    assert cell.note


def test_tokens_are_sent_and_never_shown(
    server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("BILLING_TOKEN", "Bearer hunter2")
    with caplog.at_level(logging.DEBUG):
        headers: dict[str, Any] = {"Authorization": Secret(env="BILLING_TOKEN")}
        asked = source(server.url("error") + "?key=s3cret", headers=headers)
        found = asked.lookup(["A-1"], FACT_KEYS)
    assert server.asked[0].headers["Authorization"] == "Bearer hunter2"
    shown = caplog.text + repr(found) + repr(asked._settings)
    assert [word for word in ("hunter2", "s3cret", "account=A-1") if word in shown] == []
    monkeypatch.setenv("BILLING_TOKEN", "Bearer hunter2\nX: y")
    assert ask(server.url("good"), headers=headers).cell("cases").state is CellState.UNAVAILABLE
    monkeypatch.delenv("BILLING_TOKEN")
    assert "BILLING_TOKEN is not set" in ask(server.url("good"), headers=headers).cell("cases").note


def test_a_secret_leaves_this_machine_unencrypted_with_a_remark(server: Server) -> None:
    assert source(server.url("good")).remarks() == []
    (remark,) = source("http://u:s3cret@crm.example/facts?token=x").remarks()
    assert "unencrypted" in remark
    assert "s3cret" not in remark
    assert "token" not in remark
