"""From one account's facts to cells."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from trustcheck.facts.cells import account_cells
from trustcheck.model.facts import Cell, CellState


def cell(facts: Any) -> Cell:
    return account_cells(facts, ["cases"], "crm")["cases"]


def test_a_fact_keeps_its_value_its_time_and_its_source() -> None:
    found = cell({"as_of": "2026-11-20T07:00:00+01:00", "cases": []})
    assert found == Cell(CellState.FOUND, [], datetime(2026, 11, 20, 6, tzinfo=UTC), "crm")


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"cases": []}, CellState.FOUND),
        ({"cases": None}, CellState.NULL),
        ({}, CellState.NOT_FOUND),
        ({"cases": {}}, CellState.INVALID),
        ({"cases": [], "as_of": "2026-11-20T06:00:00"}, CellState.INVALID),
        ({"cases": [], "as_of": float("nan")}, CellState.INVALID),
        ("A-1", CellState.INVALID),
    ],
)
def test_every_way_of_having_no_fact_is_told_apart(facts: Any, state: CellState) -> None:
    assert cell(facts).state is state


def test_a_time_that_cannot_be_read_spoils_no_absence() -> None:
    assert cell({"as_of": "yesterday"}).state is CellState.NOT_FOUND
