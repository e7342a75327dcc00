"""Facts files, good and hostile: whatever stands in them, there is a cell for every account and key."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trustcheck.facts.json_source import JsonSource
from trustcheck.model.facts import FACT_KEYS, Cell, CellState

AS_OF = "2026-11-20T06:00:00Z"


def cell_of(path: Path, facts: Any, key: str = "invoices") -> Cell:
    path.write_text(json.dumps({"accounts": {"A-1": facts}}), encoding="utf-8")
    return JsonSource(path).lookup(["A-1"], [key])["A-1"].cell(key)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.json"


def test_found_null_and_absent_are_three_things(path: Path) -> None:
    facts = {"as_of": AS_OF, "invoices": [], "balance": None}
    path.write_text(json.dumps({"accounts": {"A-1": facts}}), encoding="utf-8")
    known = JsonSource(path).lookup(["A-1", "A-2"], ["invoices", "balance", "cases"])
    states = {key: cell.state for key, cell in known["A-1"].cells.items()}
    assert states == {"invoices": CellState.FOUND, "balance": CellState.NULL, "cases": CellState.NOT_FOUND}
    assert {cell.state for cell in known["A-2"].cells.values()} == {CellState.NOT_FOUND}
    assert "account" in known["A-2"].cell("cases").note


def test_a_byte_order_mark_is_no_harm(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"accounts": {"A-1": {"cases": []}}}).encode())
    assert JsonSource(path).lookup(["A-1"], ["cases"])["A-1"].cell("cases").state is CellState.FOUND


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b'{"accounts": {"A-1":\n {"cases": [', "facts.json:2"),
        (b'{"accounts": {"A-1":\n {"cases": [', "too early"),
        (b'{"accounts": {"A-1": {"cases": "', "too early"),
        ('{"accounts": {}}'.encode("utf-16"), "UTF-8"),
        ('{"accounts": {}}'.encode("utf-16-le"), "NUL"),
        (b'{\n"accounts": {"A-1": {"customer": {"name": "\xe6"}}}}', "facts.json:2"),
        (b'{"accounts": {"A-1": {}, "A-1": {}}}', "«A-1» twice"),
        (b'{"accounts": []}', "shape"),
        (b"[]", "shape"),
        (b"null", "shape"),
        (b"[" * 100_000, "nested"),
        (b'{"accounts": {"A-1": {"cases": [], "cases": []}}}', "«cases» twice"),
        (b'{"accounts": {"A-1": \x00}}', "NUL"),
        (b'{"accounts": {"A-1": {"balance": ' + b"9" * 5000 + b"}}}", "facts.json"),
        (b'{"accounts": {"A-1": {},}}', "facts.json:1"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_why(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    cell = JsonSource(path).lookup(["A-1"], ["cases"])["A-1"].cell("cases")
    assert cell.state is CellState.INVALID
    assert says in cell.note


def test_a_missing_file_and_a_folder_are_unavailable(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        cell = JsonSource(path).lookup(["A-1"], ["cases"])["A-1"].cell("cases")
        assert cell.state is CellState.UNAVAILABLE
        assert str(path) in cell.note


def test_the_file_is_read_again_when_it_changes(path: Path) -> None:
    source = JsonSource(path)
    assert source.lookup(["A-1"], ["cases"])["A-1"].cell("cases").state is CellState.UNAVAILABLE
    path.write_text('{"accounts": {"A-1": {"cases": []}}}', encoding="utf-8")
    assert source.lookup(["A-1"], ["cases"])["A-1"].cell("cases").state is CellState.FOUND
    path.write_text('{"accounts": {"A-1": {"casesX": []}}}', encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert source.lookup(["A-1"], ["cases"])["A-1"].cell("cases").state is CellState.NOT_FOUND
    path.unlink()
    assert source.lookup(["A-1"], ["cases"])["A-1"].cell("cases").state is CellState.UNAVAILABLE


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("invoices", {}, "invoices is no list"),
        ("invoices", [{"number": "1", "status": "unpaid"}, 7], "invoices[1] is no object"),
        ("invoices", [{"number": "1"}], "invoices[0].status is missing"),
        ("invoices", [{"status": "open"}], "invoices[0].status is not one of"),
        ("invoices", [{"status": ["unpaid"]}], "invoices[0].status is not one of"),
        ("invoices", [{"status": "unpaid", "amount": "4 99,00"}], "invoices[0].amount is no decimal"),
        ("invoices", [{"status": "unpaid", "amount": 499.0}], "invoices[0].amount is no decimal"),
        ("invoices", [{"status": "unpaid", "amount": "NaN"}], "invoices[0].amount is no decimal"),
        ("invoices", [{"status": "unpaid", "due": "20.10.2026"}], "invoices[0].due is no date"),
        ("invoices", [{"status": "unpaid", "due": "2026-02-30"}], "invoices[0].due is no date"),
        ("invoices", [{"status": "unpaid", "due": "2026-10-20 or so"}], "invoices[0].due is no date"),
        ("invoices", [{"status": "unpaid", "due": "2026-10"}], "invoices[0].due is no date"),
        ("contacts", [{"direction": "sideways"}], "contacts[0].direction is not one of"),
        ("promises", [{"kept": "no"}], "promises[0].kept is not true or false"),
        ("balance", {"amount": []}, "balance.amount is no decimal"),
        ("account", "active", "account is no object"),
        ("on_file", [], "on_file is no object"),
    ],
)
def test_a_wrong_shape_is_invalid_and_the_note_names_the_place(path: Path, key: str, value: Any, says: str) -> None:
    cell = cell_of(path, {"as_of": AS_OF, key: value}, key)
    assert cell.state is CellState.INVALID
    assert says in cell.note


@pytest.mark.parametrize("facts", [None, [], "x", 7])
def test_an_account_that_is_no_object_is_invalid(path: Path, facts: Any) -> None:
    assert cell_of(path, facts).state is CellState.INVALID


@pytest.mark.parametrize("as_of", ["2026-11-20T06:00:00", "2026-11-20", "yesterday", 7, []])
def test_a_time_without_zone_or_sense_is_invalid(path: Path, as_of: Any) -> None:
    cell = cell_of(path, {"as_of": as_of, "invoices": []})
    assert cell.state is CellState.INVALID
    assert "as_of" in cell.note


def test_no_value_stands_in_a_note(path: Path) -> None:
    secret = "4711-hemmelig"
    for value in (
        [{"status": secret}],
        [{"status": "unpaid", "amount": secret}],
        [{"status": "unpaid", "due": secret}],
    ):
        assert secret not in cell_of(path, {"as_of": AS_OF, "invoices": value}).note


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["status", "amount", "due", "kind", "as_of", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(facts=st.dictionaries(st.sampled_from(["as_of", *FACT_KEYS]), json_values))
def test_any_facts_give_a_cell_for_every_key(path: Path, facts: dict[str, Any]) -> None:
    path.write_text(json.dumps({"accounts": {"A-1": facts}}), encoding="utf-8")
    cells = JsonSource(path).lookup(["A-1"], FACT_KEYS)["A-1"].cells
    assert set(cells) == set(FACT_KEYS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_cell(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert JsonSource(path).lookup(["A-1"], ["cases"])["A-1"].cell("cases").note


WHOLE: dict[str, Any] = {
    "as_of": AS_OF,
    "customer": {
        "name": "Runa Vik",
        "since": "2020-02-01",
        "language": "nb",
        "email": "r@example.org",
        "phone": "+47 41 00 00 00",
    },
    "account": {"status": "active", "closed_on": None},
    "agreements": [{"id": "AV-1", "product": "fiber", "status": "active", "started": "2020-02-01", "ended": None}],
    "services": [{"id": "S-1", "product": "fiber", "status": "suspended", "changed_on": "2026-11-03T12:00:00Z"}],
    "invoices": [
        {"number": 7788, "amount": 499, "currency": "NOK", "due": "2026-10-20", "status": "disputed", "extra": [1]}
    ],
    "balance": {"amount": "-12.50", "currency": "NOK"},
    "payments": [{"date": "2026-10-19", "amount": "499.00", "currency": "NOK", "invoice": None}],
    "cases": [{"id": "4711", "kind": "other", "status": "closed", "opened": "2026-11-15", "invoice": None}],
    "contacts": [{"date": "2026-11-15", "direction": "in", "channel": "phone", "topic": "service"}],
    "promises": [{"made": "2026-11-15", "due": "2026-11-16", "what": "call back", "kept": False}],
    "orders": [{"id": "O-9", "item": "modem", "status": "cancelled", "shipped_on": None, "expected_on": None}],
    "refunds": [{"date": "2026-11-01", "amount": "100.00", "currency": "NOK"}],
    "on_file": {"serial_number": "2026-09-01"},
}


def test_whole_records_are_found_as_they_are_written(path: Path) -> None:
    path.write_text(json.dumps({"accounts": {"A-1": WHOLE}}), encoding="utf-8")
    cells = JsonSource(path).lookup(["A-1"], FACT_KEYS)["A-1"].cells
    assert {key: cell.note for key, cell in cells.items() if cell.state is not CellState.FOUND} == {}
    assert {key: cell.value for key, cell in cells.items()} == {key: WHOLE[key] for key in FACT_KEYS}
    assert all(cell.as_of is not None and cell.source == "facts.json" for cell in cells.values())
