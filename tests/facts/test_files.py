"""JSON lines and CSV folders: what is in them, and what is wrong with them."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trustcheck.config.sources import CsvFile, CsvFolder, JsonLines, Mapped
from trustcheck.facts.csv_source import CsvSource
from trustcheck.facts.jsonl_source import JsonLinesSource
from trustcheck.model.facts import FACT_KEYS, AccountFacts, Cell, CellState

AS_OF = "2026-11-20T06:00:00Z"
INVOICES = """\
account,number,amount,status,as_of
A-1,7788,499.00,paid,2026-11-20T06:00:00Z
A-1,7789,"0.10",unpaid,2026-11-20T05:00:00Z
A-2,7790,,unpaid,2026-11-20T06:00:00Z
"""


def lines(path: Path, *accounts: str) -> dict[str, AccountFacts]:
    return dict(JsonLinesSource("crm", JsonLines(path)).lookup(accounts, FACT_KEYS))


def sheet(folder: Path, who: str = "A-1", key: str = "invoices", **more: Any) -> Cell:
    return CsvSource("export", CsvFolder(folder, **more)).lookup([who], FACT_KEYS)[who].cell(key)


def test_a_line_is_an_account(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    rows = [{"account": "A-1", "as_of": AS_OF, "cases": []}, {"account": 2, "as_of": AS_OF, "cases": None}]
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n\n".join(map(json.dumps, rows)).encode())
    found = lines(path, "A-1", "2", "A-3")
    states = [found[account].cell("cases").state for account in found]
    assert states == [CellState.FOUND, CellState.NULL, CellState.NOT_FOUND]
    assert found["A-1"].cell("account").state is CellState.NOT_FOUND
    path.write_text('{"account": "A-3", "as_of": null, "cases": []}')
    assert lines(path, "A-3")["A-3"].cell("cases").state is CellState.FOUND


def test_a_broken_line_spoils_only_whom_it_may_be_about(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    good = json.dumps({"account": "A-1", "as_of": AS_OF, "cases": []})
    for broken in ('{"account": "A-2", "ca', "[]", "{}", '{"account": true}', '{"account": "A-2", "account": "A-3"}'):
        path.write_text(f"{good}\n{broken}\n")
        found = lines(path, "A-1", "A-2")
        assert found["A-1"].cell("cases").state is CellState.FOUND
        assert found["A-2"].cell("cases").state is CellState.INVALID
        assert "facts.jsonl:2" in found["A-2"].cell("cases").note


def test_two_lines_for_one_account_settle_nothing(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(f"{json.dumps({'account': 'A-1', 'as_of': AS_OF, 'cases': []})}\n" * 2)
    assert lines(path, "A-1")["A-1"].cell("cases").state is CellState.CONFLICT


def test_files_that_are_not_there(tmp_path: Path) -> None:
    assert lines(tmp_path / "none.jsonl", "A-1")["A-1"].cell("cases").state is CellState.UNAVAILABLE
    assert sheet(tmp_path / "none").state is CellState.UNAVAILABLE
    assert sheet(tmp_path).state is CellState.NOT_CONFIGURED
    assert sheet(tmp_path, files={"invoices": CsvFile("none.csv")}).state is CellState.UNAVAILABLE


def test_rows_of_a_sheet_become_facts(tmp_path: Path) -> None:
    (tmp_path / "invoices.csv").write_text(INVOICES, encoding="utf-8")
    (tmp_path / "cases.csv").write_text(f"account,kind,status,as_of\nA-9,dispute,open,{AS_OF}\n", encoding="utf-8")
    cell = sheet(tmp_path)
    assert cell.value == [
        {"number": "7788", "amount": "499.00", "status": "paid"},
        {"number": "7789", "amount": "0.10", "status": "unpaid"},
    ]
    assert cell.as_of == datetime(2026, 11, 20, 5, tzinfo=UTC)
    assert sheet(tmp_path, "A-2").value == [{"number": "7790", "amount": None, "status": "unpaid"}]
    none = sheet(tmp_path, key="cases")
    assert none.value == []
    assert none.as_of == datetime(2026, 11, 20, 6, tzinfo=UTC)
    assert sheet(tmp_path, "A-3").state is CellState.NOT_FOUND


def test_the_list_of_accounts_tells_none_from_unknown(tmp_path: Path) -> None:
    (tmp_path / "invoices.csv").write_text(INVOICES, encoding="utf-8")
    (tmp_path / "customers.csv").write_text("account\nA-3\n", encoding="utf-8")
    assert sheet(tmp_path, "A-3", accounts="customers.csv").value == []
    assert sheet(tmp_path, "A-1", accounts="customers.csv").state is CellState.NOT_FOUND
    assert sheet(tmp_path, "A-1", accounts="none.csv").state is CellState.UNAVAILABLE


def test_nordic_exports(tmp_path: Path) -> None:
    text = "Kundenr;Fakturanr;Beløp;Forfall;Status\nA-1;7788;499,50;20.10.2026;B\n"
    (tmp_path / "faktura.csv").write_bytes(text.encode("windows-1252"))
    columns = {"number": "Fakturanr", "amount": "Beløp", "due": "Forfall", "status": "Status"}
    file = CsvFile("faktura.csv", Mapped(columns, {"status": {"B": "paid", "U": "unpaid"}}))
    nordic: dict[str, Any] = {
        "account": "Kundenr",
        "as_of": "file",
        "delimiter": ";",
        "decimal": ",",
        "dates": "%d.%m.%Y",
    }
    cell = sheet(tmp_path, files={"invoices": file}, encoding="windows-1252", **nordic)
    assert cell.value == [{"number": "7788", "amount": "499.50", "due": "2026-10-20", "status": "paid"}]
    assert cell.as_of is not None
    assert cell.as_of.timestamp() == pytest.approx((tmp_path / "faktura.csv").stat().st_mtime)
    assert sheet(tmp_path, files={"invoices": file}, **nordic).state is CellState.INVALID


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("number,status\n1,paid\n", "«account»"),
        ("account,status,status\nA-1,paid,paid\n", "same name"),
        ("account,status\nA-1,paid\nA-1\n", "invoices.csv:3"),
        ("account,status\nA-1,paid,x\n", "invoices.csv:2"),
        ('account,status\nA-1,"paid\n', "invoices.csv"),
        ("account,status\nA-1,paid\n", "«as_of»"),
        ("account,status,as_of\nA-1,paid,2026-11-20 06:00\n", "time zone"),
        ("account,status,as_of\nA-1,paid,\n", "«as_of»"),
        (f"account,status,as_of\nA-1,P,{AS_OF}\n", "is not one of"),
        (f'account,status,as_of,number\nA-1,paid,{AS_OF},"{"9" * 200_000}"\n', "field larger"),
    ],
)
def test_a_sheet_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "invoices.csv").write_text(text, encoding="utf-8")
    cell = sheet(tmp_path)
    assert cell.state in (CellState.INVALID, CellState.UNDATED)
    assert says in cell.note


def test_files_are_read_again_when_they_change(tmp_path: Path) -> None:
    file = tmp_path / "invoices.csv"
    file.write_text(INVOICES, encoding="utf-8")
    source = CsvSource("export", CsvFolder(tmp_path))
    assert len(source.lookup(["A-1"], ["invoices"])["A-1"].cell("invoices").value) == 2
    file.write_text(INVOICES.replace("A-2", "A-1"), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert len(source.lookup(["A-1"], ["invoices"])["A-1"].cell("invoices").value) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_give_a_cell(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "invoices.csv").write_bytes(b"account,status\n" + content)
    (tmp_path / "facts.jsonl").write_bytes(content)
    assert sheet(tmp_path).state is not CellState.FOUND
    assert lines(tmp_path / "facts.jsonl", "A-1")["A-1"].cell("cases").note
