"""A claim: what a message says about the reader's account, and what the records answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from trustcheck.model.language import Entity
from trustcheck.model.span import Span


class ClaimVerdict(StrEnum):
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class FactRef:
    """The fact that decided: path in the account's facts, its value, when it was read and from where."""

    path: str
    value: Any
    as_of: datetime | None
    source: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of one kind at one place. `slots` are the entities and words bound to it, by slot name

    (`amount`, `invoice`, `date`, `due`, `count`, `field`, `product`, `period`), as canonical values.
    `context` are the entities of the same sentence and block, from near to far, for resolving what is meant.
    """

    kind: str
    span: Span
    slots: Mapping[str, str] = field(default_factory=dict)
    context: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the records say to a claim. `reason` is a sentence for the person who must fix the letter."""

    verdict: ClaimVerdict
    reason: str
    fact: FactRef | None = None


@dataclass(frozen=True, slots=True)
class VerifiedClaim:
    claim: Claim
    judgement: Judgement
