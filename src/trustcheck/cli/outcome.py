"""The exit code of a run: the worst thing that was seen on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from trustcheck.engine.decide import UNVERIFIED_RULE
from trustcheck.model.report import Exploration, MessageReport
from trustcheck.model.rule import Severity


class Exit(IntEnum):
    CLEAN = 0
    FINDINGS = 1
    NOTHING_DECIDED = 2
    UNVERIFIED = 3


@dataclass(slots=True)
class Outcome:
    """What is counted while messages pass by. `fail_on` is the least severity that fails a run."""

    fail_on: Severity
    messages: int = 0
    unreadable: int = 0
    failing: bool = False
    unverified: bool = False
    unfinished: bool = False
    explored: list[Exploration] = field(default_factory=list)
    """How each template was explored."""

    def add(self, message: MessageReport) -> None:
        grave = {f.rule for f in message.findings if f.severity.rank >= self.fail_on.rank}
        self.messages += 1
        self.unreadable += bool(message.unreadable)
        self.failing |= bool(message.batch_hold)
        if message.exploration is not None:
            self.explored.append(message.exploration)
        self.failing |= bool(grave - {UNVERIFIED_RULE})
        self.unfinished |= bool(message.checks.failed)
        self.unverified |= message.unverified or bool(message.checks.failed) or UNVERIFIED_RULE in grave

    @property
    def code(self) -> Exit:
        """A message that nobody could read outweighs what was found in the others: about it nothing is known."""
        if self.unreadable or not self.messages:
            return Exit.NOTHING_DECIDED
        if self.failing:
            return Exit.FINDINGS
        return Exit.UNVERIFIED if self.unverified else Exit.CLEAN
