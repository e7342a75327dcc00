"""Sources from installed packages: found by name, and believed no more than other data."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from trustcheck.config.settings import FactsSettings
from trustcheck.config.sources import Patience, Plugin, Use
from trustcheck.facts.open import open_facts
from trustcheck.model.errors import UsageError
from trustcheck.model.facts import Cell, CellState, FactSource

MODULE = """
from datetime import UTC, datetime
from trustcheck.model.facts import AccountFacts, Cell, CellState

class Acme:
    name = "acme"
    def __init__(self, answer):
        self.answer = answer
    def lookup(self, accounts, keys):
        if self.answer == "boom":
            raise RuntimeError("hunter2")
        return self.answer(accounts) if callable(self.answer) else self.answer

class Waiting(Acme):
    async def alookup(self, accounts, keys):
        return self.lookup(accounts, keys)

READ = datetime(2026, 11, 20, 6, tzinfo=UTC)
ANSWERS = {
    "facts": {"A-1": {"as_of": "2026-11-20T06:00:00Z", "cases": []}},
    "cells": {"A-1": AccountFacts("A-1", {"cases": Cell(CellState.FOUND, [], READ)})},
    "wrong": {"A-1": AccountFacts("A-1", {"cases": Cell(CellState.FOUND, [{"kind": "odd"}], READ)})},
    "naive": {"A-1": AccountFacts("A-1", {"cases": Cell(CellState.FOUND, [], READ.replace(tzinfo=None))})},
    "stale": {"A-1": AccountFacts("A-1", {"cases": Cell(CellState.STALE, [], READ)})},
    "words": {"A-1": "fine"},
    "empty": {},
    "none": None,
    "number": 7,
    "boom": "boom",
}

def make(options, root):
    return Acme(ANSWERS[options["answer"]])

def wait(options, root):
    return Waiting(ANSWERS[options["answer"]])

def broken(options, root):
    raise ValueError(options["answer"])
"""
POINTS = "[trustcheck.sources]\nacme = acme_source:make\nwaiting = acme_source:wait\nbroken = acme_source:broken\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterable[None]:
    """A package on the path, as `pip install` leaves it."""
    (tmp_path / "acme_source.py").write_text(MODULE, encoding="utf-8")
    info = tmp_path / "acme_source-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-source\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(POINTS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop("acme_source", None)


def opened(answer: str, entry_point: str = "acme") -> FactSource:
    settings = Plugin(entry_point, {"answer": answer}, Patience())
    source = open_facts(FactsSettings(sources={"crm": settings}, use={"default": Use(("crm",))}), Path())
    assert source is not None
    return source


def cell_of(answer: Any, entry_point: str = "acme") -> Cell:
    return opened(answer, entry_point).lookup(["A-1"], ["cases"])["A-1"].cell("cases")


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("entry_point", ["acme", "waiting"])
@pytest.mark.parametrize("answer", ["facts", "cells"])
def test_facts_and_cells_are_taken(answer: str, entry_point: str) -> None:
    cell = cell_of(answer, entry_point)
    assert cell.state is CellState.FOUND
    assert cell.source == "crm"
    assert cell.as_of is not None


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("answer", ["wrong", "naive", "stale", "words", "empty", "none", "number"])
def test_whatever_else_it_gives_is_no_fact(answer: str) -> None:
    assert cell_of(answer).state is CellState.INVALID


@pytest.mark.usefixtures("package")
def test_one_that_raises_is_unavailable() -> None:
    cell = cell_of("boom")
    assert cell.state is CellState.UNAVAILABLE
    assert "hunter2" not in cell.note


@pytest.mark.usefixtures("package")
def test_one_that_is_not_there_or_cannot_be_made_is_told_at_once() -> None:
    with pytest.raises(UsageError, match="Installed: acme, broken, waiting"):
        opened("facts", "acmee")
    with pytest.raises(UsageError, match="cannot be opened") as caught:
        opened("s3cret", "broken")
    assert "s3cret" not in str(caught.value)
