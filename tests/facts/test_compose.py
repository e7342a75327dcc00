"""Several sources: the first that knows, or all of them, who must agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from trustcheck.config.sources import Use
from trustcheck.facts.compose import Composition
from trustcheck.model.facts import AccountFacts, Cell, CellState

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DOWN = Cell(CellState.UNAVAILABLE, source="down", note="gone")
ABSENT = Cell(CellState.NOT_FOUND, source="absent", note="no such account")


class Gives:
    """A source that gives one cell for everything, and counts how often it is asked."""

    def __init__(self, cell: Cell | None) -> None:
        self.name = "x"
        self.cell = cell
        self.asked: list[tuple[str, ...]] = []

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        batch, wanted = tuple(accounts), tuple(keys)
        self.asked.append(batch)
        return {a: AccountFacts(a, dict.fromkeys(wanted, self.cell)) for a in batch} if self.cell else {}


def found(value: Any, source: str = "crm", age: float = 1) -> Cell:
    return Cell(CellState.FOUND, value, NOW - timedelta(hours=age), source)


def first(*cells: Cell | None) -> Cell:
    sources = {f"s{number}": Gives(cell) for number, cell in enumerate(cells)}
    use = {"default": Use(tuple(sources))}
    return Composition(sources, use).lookup(["A-1"], ["cases"])["A-1"].cell("cases")


def agree(*cells: Cell | None) -> Cell:
    sources = {f"s{number}": Gives(cell) for number, cell in enumerate(cells)}
    use = {"cases": Use(tuple(sources), agree=True)}
    return Composition(sources, use).lookup(["A-1"], ["cases"])["A-1"].cell("cases")


def test_the_first_that_knows_is_believed_and_the_next_is_not_asked() -> None:
    one, two = Gives(found([])), Gives(found([{"id": "1"}]))
    both = Composition({"a": one, "b": two}, {"default": Use(("a", "b"))})
    assert both.lookup(["A-1"], ["cases"])["A-1"].cell("cases").value == []
    assert two.asked == []


@pytest.mark.parametrize("before", [ABSENT, DOWN, Cell(CellState.NULL), Cell(CellState.TIMEOUT), None])
def test_who_does_not_know_or_does_not_answer_leaves_it_to_the_next(before: Cell | None) -> None:
    assert first(before, found([])).state is CellState.FOUND


@pytest.mark.parametrize("state", [CellState.INVALID, CellState.CONFLICT, CellState.UNDATED])
def test_who_answers_wrongly_is_not_passed_over(state: CellState) -> None:
    assert first(Cell(state), found([])).state is state


def test_absent_beside_a_source_that_is_down_is_not_absent() -> None:
    assert first(DOWN, ABSENT).state is CellState.UNAVAILABLE
    assert first(ABSENT, DOWN).state is CellState.UNAVAILABLE
    assert first(ABSENT, ABSENT).state is CellState.NOT_FOUND


def test_facts_come_from_whom_the_configuration_names() -> None:
    crm, billing = Gives(found("crm")), Gives(found("billing"))
    use = {"invoices": Use(("billing",)), "default": Use(("crm",))}
    cells = (
        Composition({"crm": crm, "billing": billing}, use).lookup(["A-1"], ["invoices", "cases", "orders"])["A-1"].cells
    )
    assert {key: cell.value for key, cell in cells.items()} == {"invoices": "billing", "cases": "crm", "orders": "crm"}
    assert len(crm.asked) == len(billing.asked) == 1
    alone = Composition({"billing": billing}, {"invoices": Use(("billing",))}).lookup(["A-1"], ["cases"])["A-1"]
    assert alone.cell("cases").state is CellState.NOT_CONFIGURED


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([], [], True),
        ([{"number": 7788, "amount": "499.00", "status": "paid"}], [{"number": "7788", "amount": "499", "status": "paid"}], True),
        ([{"number": "1", "status": "paid"}], [{"number": "1", "status": "unpaid"}], False),
        ([{"number": "1", "status": "paid"}], [], False),
        ([{"id": "1", "status": "open"}, {"id": "2", "status": "open"}], [{"id": "2", "status": "open"}, {"id": "1", "status": "open"}], True),
        ([{"id": "1", "status": "open", "opened": "2026-11-01"}], [{"id": "1", "status": "open", "opened": None}], True),
        ([{"due": "2026-11-01T00:00:00"}], [{"due": "2026-11-01"}], True),
        ([{"date": "2026-11-01"}], [{"amount": "1"}], False),
        ({"status": "active"}, {"status": "closed"}, False),
        ({"status": "active", "closed_on": None}, {"status": "active"}, True),
        ({"email": "2020-01-01"}, {"phone": "2020-01-01"}, False),
    ],
)  # fmt: skip
def test_agreement_is_about_what_both_tell(one: Any, other: Any, same: bool) -> None:
    cell = agree(found(one, "crm", age=1), found(other, "billing", age=5))
    assert cell.state is (CellState.FOUND if same else CellState.CONFLICT)
    assert cell.source == "crm and billing"
    if same:
        assert cell.value == one
        assert cell.as_of == NOW - timedelta(hours=5)


def test_without_all_of_them_there_is_no_agreement() -> None:
    assert agree(found([]), ABSENT).state is CellState.CONFLICT
    assert agree(found([]), DOWN).state is CellState.UNAVAILABLE
    assert agree(found([]), None).state is CellState.UNAVAILABLE
    assert agree(ABSENT, ABSENT).state is CellState.NOT_FOUND
    assert agree(found([]), Cell(CellState.FOUND, [], None, "billing")).state is CellState.UNDATED
