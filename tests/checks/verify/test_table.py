"""What holds for every kind: no verdict without a fact, no doubt about an empty list, nothing decided by old records."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.checks.verify.table import VERIFIERS
from trustcheck.model.facts import FACT_KEYS, AccountFacts, Cell, CellState

from .asking import NOW, ask, invoice, records

KINDS = sorted(VERIFIERS)
LISTS = ["agreements", "services", "invoices", "payments", "cases", "contacts", "promises", "orders", "refunds"]
FULL: dict[str, Any] = {
    "customer": {"name": "Heidi Lisle", "since": "2021-05-01"},
    "account": {"status": "active", "closed_on": None},
    "agreements": [{"id": "AV-1", "product": "bredbånd", "status": "active"}],
    "services": [{"id": "S-1", "product": "internett", "status": "active"}],
    "invoices": [invoice("7788", "paid", paid_on="2026-10-19")],
    "balance": {"amount": "0.00", "currency": "NOK"},
    "payments": [{"date": "2026-10-19", "amount": "499.00", "currency": "NOK", "invoice": "7788"}],
    "cases": [{"id": "4711", "kind": "complaint", "status": "open", "opened": "2026-11-15", "invoice": None}],
    "contacts": [{"date": "2026-11-15", "direction": "out", "channel": "phone", "topic": "service"}],
    "orders": [{"id": "O-9", "item": "CA-modul", "status": "ordered"}],
    "refunds": [{"date": "2026-11-01", "amount": "100.00", "currency": "NOK"}],
    "on_file": {"serial_number": "2026-09-01"},
}
SLOTS = {"duration": "P5Y", "field": "serial_number", "amount": "100.00 NOK"}
UNREADABLE = [s for s in CellState if s not in (CellState.FOUND, CellState.STALE)]

slot_values = st.text(alphabet="0123456789-|+PYWNOK.*? abcå", max_size=12)
slots = st.dictionaries(
    st.sampled_from("amount invoice agreement order case date due period count duration since field product".split()),
    slot_values,
)


@pytest.mark.parametrize("kind", KINDS)
def test_without_records_nothing_is_known_and_the_reason_says_what_to_do(kind: str) -> None:
    judgement = ask(kind, None)
    assert judgement.verdict == "unknown"
    assert "account" in judgement.reason


@pytest.mark.parametrize("kind", KINDS)
def test_full_records_decide_each_kind(kind: str) -> None:
    assert ask(kind, FULL, **SLOTS).verdict in ("confirmed", "contradicted")


@pytest.mark.parametrize("kind", KINDS)
def test_old_records_decide_nothing_and_the_fact_is_shown(kind: str) -> None:
    judgement = ask(kind, records(FULL, CellState.STALE), **SLOTS)
    assert judgement.verdict == "stale"
    assert judgement.fact is not None


@pytest.mark.parametrize("kind", KINDS)
def test_old_records_that_lack_the_key_are_unknown(kind: str) -> None:
    assert ask(kind, records({"promises": []}, CellState.STALE), **SLOTS).verdict == "unknown"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", UNREADABLE)
def test_a_cell_that_is_not_found_is_unknown_whatever_it_holds(kind: str, state: CellState) -> None:
    judgement = ask(kind, records(FULL, state), **SLOTS)
    assert judgement.verdict == "unknown"
    assert judgement.reason.endswith(".")


def test_a_dead_source_says_so() -> None:
    dead = AccountFacts("A-1", {"invoices": Cell(CellState.UNAVAILABLE, note="facts.json cannot be read")})
    reason = ask("payment-missing", dead).reason
    assert "does not answer" in reason
    assert "facts.json cannot be read" in reason


@given(kind=st.sampled_from(KINDS), given_slots=slots)
def test_empty_lists_are_known_to_be_none(kind: str, given_slots: dict[str, str]) -> None:
    facts: dict[str, Any] = {key: [] for key in LISTS} | {
        "on_file": {},
        "customer": FULL["customer"],
        "account": FULL["account"],
    }
    if kind != "customer-since":
        assert ask(kind, facts, **given_slots).verdict in ("confirmed", "contradicted")


@given(
    kind=st.sampled_from(KINDS), given_slots=slots, state=st.sampled_from(UNREADABLE), key=st.sampled_from(FACT_KEYS)
)
def test_no_slots_make_a_verdict_of_what_cannot_be_read(
    kind: str, given_slots: dict[str, str], state: CellState, key: str
) -> None:
    cells = dict(records(FULL).cells)
    cells[key] = replace(cells.get(key, Cell(state)), state=state)
    fact = ask(kind, AccountFacts("A-1", cells), **given_slots).fact
    assert fact is None or not fact.path.startswith(key)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "value", [None, 7, "x", [], {}, [None], [[]], [{}], [{"status": None, "amount": "x", "due": 3}]], ids=repr
)
def test_records_of_an_odd_shape_never_end_the_run(kind: str, value: Any) -> None:
    assert ask(kind, dict.fromkeys(FACT_KEYS, value), **SLOTS).reason


def test_an_unknown_kind_is_unknown() -> None:
    assert ask("weather-nice", FULL).verdict == "unknown"


def test_today_is_the_day_in_utc() -> None:
    facts = {"invoices": [invoice("1", due="2026-11-20")]}
    late = NOW.replace(hour=23).astimezone(tz=None)
    assert ask("payment-overdue", facts, now=late).verdict == "contradicted"
    assert ask("payment-overdue", facts, now=NOW + timedelta(days=1)).verdict == "confirmed"
