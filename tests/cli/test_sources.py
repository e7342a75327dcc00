"""`trustcheck sources` from the outside."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trustcheck.cli import run
from trustcheck.facts.shapes import shape_error
from trustcheck.model.facts import FACT_FIELDS, FACT_KEYS

CONFIG = """\
[facts.sources.crm]
kind = "sqlite"
path = "crm.db"
as_of = "now"
[facts.sources.crm.queries]
customer = "select account, name from customers where account in :keys"
invoices = "select * from invoices where account in :keys"
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trustcheck.toml").write_text(CONFIG, encoding="utf-8")
    connection = sqlite3.connect(tmp_path / "crm.db")
    connection.executescript("""
        create table customers (account text, name text);
        insert into customers values ('A-1', 'Runa Vik');
        create table invoices (account text, number text, status text);
        insert into invoices values ('A-1', '7788', 'paid'), ('A-1', '7789', 'unpaid'), ('A-2', '1', 'P');
    """)
    connection.close()
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = run(["sources", *arguments])
    shown = capsys.readouterr()
    return code, shown.out + shown.err


@pytest.mark.usefixtures("office")
def test_without_an_account_the_queries_are_tried(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = told(capsys, "check")
    assert code == 0
    assert "crm: answers for 2 facts" in shown
    assert "No source is set up for: account, agreements" in shown


@pytest.mark.usefixtures("office")
def test_an_account_shows_states_and_counts_and_no_values(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = told(capsys, "check", "--account", "A-1")
    assert code == 0
    assert "invoices    found: 2 rows, read " in shown
    assert "without amount, currency" in shown
    assert "Runa" not in shown
    assert "7788" not in shown
    assert "Runa Vik" in told(capsys, "check", "--account", "A-1", "--show-values")[1]


@pytest.mark.usefixtures("office")
def test_what_cannot_be_used_ends_with_three(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = told(capsys, "check", "--account", "A-2")
    assert code == 3
    assert "invalid: invoices[0].status is not one of" in shown
    code, shown = told(capsys, "check", "--account", "A-3")
    assert code == 3
    assert "does not know this account" in shown


def test_a_source_that_is_down_ends_with_three(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "crm.db").unlink()
    code, shown = told(capsys, "check")
    assert code == 3
    assert "unavailable" in shown
    assert "crm.db" in shown


def test_a_plain_facts_file_is_a_source_too(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "trustcheck.toml").write_text('[facts]\nsource = "facts.json"\n', encoding="utf-8")
    facts = {"as_of": datetime.now(UTC).isoformat(), "cases": [], "on_file": {"email": "2020-01-01"}}
    (office / "facts.json").write_text(json.dumps({"accounts": {"A-1": facts}}), encoding="utf-8")
    code, shown = told(capsys, "check", "--account", "A-1")
    assert code == 0
    assert "cases       found: 0 rows" in shown
    assert "on_file     found: 1 field" in shown
    facts["as_of"] = "2020-01-01T00:00:00Z"
    (office / "facts.json").write_text(json.dumps({"accounts": {"A-1": facts}}), encoding="utf-8")
    assert "stale: 0 rows" in told(capsys, "check", "--account", "A-1")[1]


def test_without_a_source_there_is_nothing_to_check(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "trustcheck.toml").write_text("", encoding="utf-8")
    code, shown = told(capsys, "check")
    assert code == 2
    assert "names no data source" in shown


def test_the_schema_has_every_fact_and_field(capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = told(capsys, "schema")
    schema = json.loads(shown)
    assert code == 0
    assert list(schema["properties"]) == ["as_of", *FACT_KEYS]
    for key in set(FACT_KEYS) - {"on_file"}:
        shape = schema["properties"][key]
        name = shape.get("items", shape)["$ref"].rpartition("/")[2]
        assert tuple(schema["$defs"][name]["properties"]) == FACT_FIELDS[key]


def test_the_views_can_be_made_and_read_as_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    connection = sqlite3.connect(tmp_path / "views.db")
    connection.executescript(told(capsys, "schema", "--sql")[1])
    for key in FACT_KEYS:
        columns = [column[0] for column in connection.execute(f"select * from trustcheck_{key}").description]
        assert columns == ["account", *FACT_FIELDS[key]]
    assert shape_error("customer", dict.fromkeys(FACT_FIELDS["customer"])) == ""
    connection.close()
