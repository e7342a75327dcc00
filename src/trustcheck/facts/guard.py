"""What stands before a source that can be slow or down: a deadline a batch, and a pause after failures in a row."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

from trustcheck.config.sources import Patience
from trustcheck.facts.trouble import is_out_of_reach, same_everywhere
from trustcheck.model.facts import AccountFacts, AsyncFactSource, Cell, CellState, FactSource

_log = logging.getLogger(__name__)

_GRACE = 0.5
"""Seconds beyond the deadline: a source that keeps it by itself knows best which fact took too long."""

_MOST_STUCK = 4
"""Questions that nobody waits for any more and that have not come back: with so many, no further one is asked."""

Facts = Mapping[str, AccountFacts]


class Guarded:
    """Implements `model.facts.FactSource` around another source, sync or async. May be asked from several threads."""

    def __init__(
        self, source: FactSource | AsyncFactSource, patience: Patience, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._source = source
        self._patience = patience
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._paused_until = float("-inf")
        self._stuck: list[threading.Thread] = []

    @property
    def name(self) -> str:
        return self._source.name

    @property
    def source(self) -> FactSource | AsyncFactSource:
        """The source itself, for whoever examines it."""
        return self._source

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Facts:
        """What the source answers within the deadline; else a cell that says why, for every account and key."""
        batch, wanted = tuple(accounts), tuple(keys)
        why_not = self._why_not()
        if why_not:
            return same_everywhere(batch, wanted, self._cell(CellState.UNAVAILABLE, why_not))
        found = self._answered(batch, wanted)
        self._count(is_out_of_reach(found))
        return found

    def _why_not(self) -> str:
        with self._lock:
            self._stuck = [thread for thread in self._stuck if thread.is_alive()]
            left = self._paused_until - self._clock()
            if left > 0:
                return f"not asked: it failed {self._failures} times in a row; asked again in {left:.0f} s"
            return "not asked: earlier questions have not come back" if len(self._stuck) >= _MOST_STUCK else ""

    def _count(self, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= self._patience.failures:
                self._paused_until = self._clock() + self._patience.pause.total_seconds()

    def _answered(self, batch: Sequence[str], keys: Sequence[str]) -> Facts:
        """Asked in a thread of its own: that is the only way to stop waiting for code that does not stop itself."""
        answers: list[Facts] = []
        thread = threading.Thread(target=self._ask, args=(batch, keys, answers), daemon=True)
        thread.start()
        seconds = self._patience.deadline.total_seconds()
        thread.join(seconds + _GRACE)
        if answers:
            return answers[0]
        with self._lock:
            self._stuck.append(thread)
        return same_everywhere(batch, keys, self._cell(CellState.TIMEOUT, f"no answer within {seconds:g} s"))

    def _ask(self, batch: Sequence[str], keys: Sequence[str], answers: list[Facts]) -> None:
        try:
            answers.append(self._lookup(batch, keys))
        except Exception as error:  # noqa: BLE001 - foreign code; its failure must hold messages, and may hold secrets
            _log.error("source %s failed with %s", self.name, type(error).__name__)
            note = f"the data source failed ({type(error).__name__})"
            answers.append(same_everywhere(batch, keys, self._cell(CellState.UNAVAILABLE, note)))

    def _lookup(self, batch: Sequence[str], keys: Sequence[str]) -> Facts:
        if isinstance(self._source, AsyncFactSource):
            return asyncio.run(self._awaited(self._source, batch, keys))
        return self._source.lookup(batch, keys)

    async def _awaited(self, source: AsyncFactSource, batch: Sequence[str], keys: Sequence[str]) -> Facts:
        seconds = self._patience.deadline.total_seconds()
        try:
            return await asyncio.wait_for(source.alookup(batch, keys), seconds)
        except TimeoutError:
            return same_everywhere(batch, keys, self._cell(CellState.TIMEOUT, f"no answer within {seconds:g} s"))

    def _cell(self, state: CellState, note: str) -> Cell:
        return Cell(state, source=self.name, note=note)
