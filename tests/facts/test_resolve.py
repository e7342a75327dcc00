from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from trustcheck.facts.resolve import resolve
from trustcheck.model.facts import AccountFacts, Cell, CellState

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


class Answers:
    """A source that gives one cell for every key, or raises."""

    name = "crm"

    def __init__(self, cell: Cell | Exception) -> None:
        self._cell = cell

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        if isinstance(self._cell, Exception):
            raise self._cell
        return {account: AccountFacts(account, dict.fromkeys(keys, self._cell)) for account in accounts}


def judged(cell: Cell | Exception, **hours: float) -> Cell:
    limits = {key: timedelta(hours=value) for key, value in hours.items()}
    return resolve(Answers(cell), ["A-1"], ["cases"], now=NOW, max_age=limits)["A-1"].cell("cases")


def found(age: timedelta | None) -> Cell:
    return Cell(CellState.FOUND, ["kept"], NOW - age if age is not None else None, "crm")


@pytest.mark.parametrize(
    ("hours", "limits", "state"),
    [
        (24, {}, CellState.FOUND),
        (24.01, {}, CellState.STALE),
        (2, {"default": 1}, CellState.STALE),
        (2, {"default": 1, "cases": 3}, CellState.FOUND),
        (2, {"default": 3, "cases": 1}, CellState.STALE),
        (2, {"invoices": 1}, CellState.FOUND),
        (-0.05, {}, CellState.FOUND),
        (-0.1, {}, CellState.INVALID),
    ],
)
def test_age(hours: float, limits: dict[str, float], state: CellState) -> None:
    assert judged(found(timedelta(hours=hours)), **limits).state is state


def test_a_stale_cell_keeps_its_value_and_says_how_old_it_may_be() -> None:
    cell = judged(found(timedelta(days=3)))
    assert cell.value == ["kept"]
    assert "24 hours" in cell.note


def test_records_that_do_not_say_when_they_were_read_are_undated() -> None:
    assert judged(found(None)).state is CellState.UNDATED


def test_a_time_without_a_zone_is_invalid_whatever_source_gives_it() -> None:
    cell = judged(Cell(CellState.FOUND, [], NOW.replace(tzinfo=None), "crm"))
    assert cell.state is CellState.INVALID
    assert "time zone" in cell.note


@pytest.mark.parametrize("state", [s for s in CellState if s is not CellState.FOUND])
def test_what_is_not_found_stays_as_it_is(state: CellState) -> None:
    assert judged(Cell(state, as_of=NOW - timedelta(days=9), note="why")).state is state


def test_a_source_that_raises_is_unavailable_and_tells_no_value(caplog: pytest.LogCaptureFixture) -> None:
    cell = judged(RuntimeError("password hunter2 refused for A-1"))
    assert cell.state is CellState.UNAVAILABLE
    assert "RuntimeError" in cell.note
    assert "hunter2" not in cell.note + caplog.text


def test_accounts_and_keys_that_a_source_forgets_are_unavailable() -> None:
    class Forgetful:
        name = "crm"

        def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
            return {"A-1": AccountFacts("A-1", {"cases": found(timedelta())})}

    facts = resolve(Forgetful(), ["A-1", "A-2"], ["cases", "orders"], now=NOW, max_age={})
    assert facts["A-1"].cell("cases").state is CellState.FOUND
    assert facts["A-1"].cell("orders").state is CellState.UNAVAILABLE
    assert facts["A-2"].cell("cases").state is CellState.UNAVAILABLE


@pytest.mark.parametrize("account", ["", "A\0", "\ud800", "A" * 501])
def test_a_key_that_no_account_can_have_is_not_asked_for_and_spoils_no_batch(account: str) -> None:
    asked: list[str] = []

    class Listens(Answers):
        def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
            asked.extend(accounts)
            return super().lookup(asked, keys)

    facts = resolve(Listens(found(timedelta())), [account, "A-1"], ["cases"], now=NOW, max_age={})
    assert asked == ["A-1"]
    assert facts["A-1"].cell("cases").state is CellState.FOUND
    assert facts[account].cell("cases").state is CellState.INVALID


def test_what_is_read_later_in_a_long_run_is_not_from_the_future() -> None:
    source = Answers(found(timedelta(hours=-1)))
    for hours, state in ((0, CellState.INVALID), (1, CellState.FOUND)):
        facts = resolve(source, ["A-1"], ["cases"], now=NOW, max_age={}, elapsed=timedelta(hours=hours))
        assert facts["A-1"].cell("cases").state is state
