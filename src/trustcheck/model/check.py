"""What a check sees, and what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from trustcheck.model.claim import VerifiedClaim
from trustcheck.model.directive import Fault
from trustcheck.model.facts import AccountFacts
from trustcheck.model.language import Analysis
from trustcheck.model.match import Match
from trustcheck.model.message import Message
from trustcheck.model.registry import Organisation
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import MessageClass, Rule


class NotApplicable(Exception):  # noqa: N818 - an outcome of a check, not an error
    """Raised by a check that does not apply to this message; the reason is listed under «skipped»."""


class CheckFailed(Exception):  # noqa: N818 - an outcome of a check, not an error
    """Raised by a check that could not finish; listed under «failed», and an error rule then holds the message."""


class Matches(Protocol):
    """All pattern matches of one message, found in one pass."""

    def of(self, owner: str, group: str = "match") -> tuple[Match, ...]:
        """Matches of the patterns that `owner` (a rule's, claim kind's or class's name) has in `group`, in order."""


@dataclass(frozen=True, slots=True)
class Context:
    """One message and all that is known about it. `facts` is None where no account or no source is given.

    `periods` are the minimum days from sending to deadline: class name → country or `default` → days.
    """

    message: Message
    analysis: Analysis
    message_class: MessageClass
    organisation: Organisation
    matches: Matches
    now: datetime
    periods: Mapping[str, Mapping[str, int]]
    account: str | None = None
    facts: AccountFacts | None = None
    claims: tuple[VerifiedClaim, ...] = ()
    template_facts: Mapping[str, str] = field(default_factory=dict)
    """In a template: path of data → the kind of claim that it decides, as the project declares."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the suppressions in the message; known when all the other rules have run."""


Check = Callable[[Rule, Context], Iterable[RawFinding]]
"""A check interprets one rule for one message. It raises `NotApplicable` or `CheckFailed`, and nothing else."""
