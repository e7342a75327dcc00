from __future__ import annotations

import sys
from pathlib import Path

import pytest

from trustcheck.config.settings import FactsSettings
from trustcheck.config.sources import Database, Queries, Query, Use, Web
from trustcheck.facts.open import open_facts, open_source
from trustcheck.model.errors import UsageError


def test_a_relative_path_starts_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"accounts": {"A-1": {"cases": []}}}', encoding="utf-8")
    assert open_source("facts.json", tmp_path).lookup(["A-1"], ["cases"])["A-1"].cell("cases").value == []


@pytest.mark.parametrize(
    "source", ["postgresql://u:s3cret@db/crm", "ftp://u:s3cret@crm.example/facts.json", "facts.csv", "facts", ""]
)
def test_an_unknown_kind_says_what_is_known_and_keeps_the_password(source: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\*\.json") as caught:
        open_source(source, tmp_path)
    assert "s3cret" not in str(caught.value)


def test_a_missing_file_is_no_error_until_it_is_asked(tmp_path: Path) -> None:
    cell = open_source("nowhere.JSON", tmp_path).lookup(["A-1"], ["cases"])["A-1"].cell("cases")
    assert cell.state == "unavailable"
    assert "nowhere.JSON" in cell.note


def test_an_address_that_is_none_is_no_error_until_it_is_asked(tmp_path: Path) -> None:
    cell = open_source("https://[::1", tmp_path).lookup(["A-1"], ["cases"])["A-1"].cell("cases")
    assert cell.state == "unavailable"


@pytest.mark.parametrize(
    ("package", "module", "source", "extra"),
    [
        ("sqlalchemy", "database", Database("postgresql://db/crm", Queries({"cases": Query("select :keys")})), "sql"),
        ("httpx2", "web", Web("https://crm.example/"), "http"),
        ("jmespath", "web_answer", Web("https://crm.example/"), "http"),
    ],
)
def test_a_package_that_is_missing_is_named_with_what_brings_it(
    monkeypatch: pytest.MonkeyPatch, package: str, module: str, source: Database | Web, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    for loaded in ("database", "web", "web_answer"):
        monkeypatch.delitem(sys.modules, f"trustcheck.facts.{loaded}", raising=False)
    settings = FactsSettings(sources={"crm": source}, use={"default": Use(("crm",))})
    with pytest.raises(UsageError, match=rf"{package}.*\n?.*pip install trustcheck-letters\[{extra}\]"):
        open_facts(settings, Path())
