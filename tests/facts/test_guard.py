"""Deadlines, pauses and the memory of a run."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterable, Mapping
from datetime import timedelta

import pytest

from trustcheck.config.sources import Patience
from trustcheck.facts.cache import Remembering
from trustcheck.facts.guard import Guarded
from trustcheck.model.facts import AccountFacts, Cell, CellState

PATIENCE = Patience(timedelta(seconds=0.2), failures=2, pause=timedelta(seconds=30))
FOUND = Cell(CellState.FOUND, [], source="crm")


class Source:
    """Gives `cell`, or raises it; waits for `wait` if that is set."""

    name = "crm"

    def __init__(self, cell: Cell | Exception = FOUND) -> None:
        self.cell = cell
        self.asked: list[tuple[str, ...]] = []
        self.wait: threading.Event | None = None

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        self.asked.append(batch := tuple(accounts))
        if self.wait is not None:
            self.wait.wait(30)
        if isinstance(self.cell, Exception):
            raise self.cell
        return {account: AccountFacts(account, dict.fromkeys(keys, self.cell)) for account in batch}


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def state(guarded: Guarded) -> CellState:
    return guarded.lookup(["A-1"], ["cases"])["A-1"].cell("cases").state


def test_a_source_that_does_not_come_back_is_not_waited_for() -> None:
    source = Source()
    source.wait = threading.Event()
    guarded = Guarded(source, PATIENCE)
    started = time.monotonic()
    cell = guarded.lookup(["A-1", "A-2"], ["cases"])["A-2"].cell("cases")
    assert time.monotonic() - started < 5
    assert cell.state is CellState.TIMEOUT
    assert "0.2 s" in cell.note
    source.wait.set()


def test_questions_that_never_come_back_do_not_pile_up() -> None:
    source = Source()
    source.wait = threading.Event()
    guarded = Guarded(source, Patience(timedelta(seconds=0.01), failures=1000))
    for _ in range(8):
        guarded.lookup(["A-1"], ["cases"])
    assert len(source.asked) == 4
    source.wait.set()
    time.sleep(0.1)
    assert state(guarded) is CellState.FOUND


def test_after_failures_in_a_row_a_source_is_left_alone_for_a_while() -> None:
    source, clock = Source(Cell(CellState.UNAVAILABLE, note="gone")), Clock()
    guarded = Guarded(source, PATIENCE, clock)
    for _ in range(5):
        cell = guarded.lookup(["A-1"], ["cases"])["A-1"].cell("cases")
        assert cell.state is CellState.UNAVAILABLE
    assert len(source.asked) == 2
    assert "failed 2 times in a row; asked again in 30 s" in cell.note
    clock.now += 31
    source.cell = FOUND
    assert state(guarded) is CellState.FOUND
    source.cell = Cell(CellState.TIMEOUT)
    assert [state(guarded), state(guarded)] == [CellState.TIMEOUT, CellState.TIMEOUT]
    assert state(guarded) is CellState.UNAVAILABLE


@pytest.mark.parametrize("other", [CellState.INVALID, CellState.NOT_FOUND, CellState.CONFLICT, CellState.NULL])
def test_a_source_that_answers_is_not_down_whatever_it_says(other: CellState) -> None:
    source = Source(Cell(other))
    guarded = Guarded(source, PATIENCE)
    for _ in range(5):
        state(guarded)
    assert len(source.asked) == 5


def test_a_source_that_raises_is_unavailable_and_tells_no_value(caplog: pytest.LogCaptureFixture) -> None:
    cell = Guarded(Source(RuntimeError("password hunter2")), PATIENCE).lookup(["A-1"], ["cases"])["A-1"].cell("cases")
    assert cell.state is CellState.UNAVAILABLE
    assert "hunter2" not in cell.note + caplog.text


class Waits:
    """An async source."""

    name = "crm"

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.cancelled = False

    async def alookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        try:
            await asyncio.sleep(self.seconds)
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        return {account: AccountFacts(account, dict.fromkeys(keys, FOUND)) for account in accounts}


def test_an_async_source_is_awaited_and_cancelled_at_the_deadline() -> None:
    assert state(Guarded(Waits(0), Patience())) is CellState.FOUND
    slow = Waits(30)
    assert state(Guarded(slow, PATIENCE)) is CellState.TIMEOUT
    assert slow.cancelled


def test_a_run_asks_once_for_an_account_and_never_remembers_a_failure() -> None:
    source = Source()
    memory = Remembering(source, 2)
    memory.lookup(["A-1", "A-2"], ["cases"])
    assert memory.lookup(["A-2", "A-3"], ["cases"])["A-2"].cell("cases").state is CellState.FOUND
    memory.lookup(["A-1"], ["cases"])
    memory.lookup(["A-1"], ["cases", "orders"])
    assert source.asked == [("A-1", "A-2"), ("A-3",), ("A-1",), ("A-1",)]
    source.cell = Cell(CellState.UNAVAILABLE)
    memory.lookup(["A-9"], ["cases"])
    source.cell = FOUND
    assert memory.lookup(["A-9"], ["cases"])["A-9"].cell("cases").state is CellState.FOUND
