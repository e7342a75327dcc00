"""What a run may cost, counted while it runs."""

from __future__ import annotations

from time import thread_time

from trustcheck.templates.settings import Limits


class OverBudgetError(Exception):
    """A run has reached a limit; what it has printed so far stays. `limit` names it."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


class Budget:
    """Steps, time and characters of one run."""

    __slots__ = ("_allocated", "_deadline", "_steps", "limits", "printed")

    def __init__(self, limits: Limits, deadline: float) -> None:
        """`deadline`: when the whole file must be done, in computing time: a busy machine cuts nothing."""
        self.limits = limits
        self.printed = 0
        self._steps = 0
        self._allocated = 0
        self._deadline = min(deadline, thread_time() + limits.seconds_per_run)

    def step(self, cost: int = 1) -> None:
        before = self._steps
        self._steps += cost
        if self._steps > self.limits.steps:
            raise OverBudgetError("steps")
        if before >> 8 != self._steps >> 8 and thread_time() > self._deadline:
            raise OverBudgetError("time")

    def text(self, length: int) -> None:
        """A string of this length is about to be made."""
        self._allocated += length
        if length > self.limits.string or self._allocated > self.limits.allocated:
            raise OverBudgetError("string length")

    def prints(self, length: int) -> None:
        self.printed += length
        if self.printed > self.limits.output:
            raise OverBudgetError("output length")

    def items(self, number: int) -> int:
        """The number, if a list may have so many items."""
        if number > self.limits.items:
            raise OverBudgetError("list length")
        self.step(number // 16)
        return number

    def width(self, number: int) -> int:
        if number > self.limits.width:
            raise OverBudgetError("width")
        return number
