"""How the tests put a claim to the records of one account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from trustcheck.checks.verify.table import verify
from trustcheck.model.claim import Claim, Judgement
from trustcheck.model.facts import AccountFacts, Cell, CellState
from trustcheck.model.language import Entity, EntityKind
from trustcheck.model.rule import ClaimKind
from trustcheck.model.span import Span

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
READ = NOW - timedelta(hours=3)


def records(facts: Mapping[str, Any], state: CellState = CellState.FOUND, **states: CellState) -> AccountFacts:
    """An account with these facts; `states` names keys that are in another state than the rest."""
    cells = {key: Cell(states.get(key, state), value, READ, "facts.json") for key, value in facts.items()}
    return AccountFacts("A-1", cells)


def ask(
    kind: str, facts: Mapping[str, Any] | AccountFacts | None, *near: Entity, now: datetime = NOW, **slots: str
) -> Judgement:
    """What the records say to a claim with these slots, with other entities near it."""
    known = records(facts) if isinstance(facts, Mapping) else facts
    return verify(ClaimKind(kind, "", "", kind, {}), Claim(kind, Span(0, 0), slots, near), known, now=now)


def reference(value: str, label: str = "") -> Entity:
    return Entity(EntityKind.REFERENCE, Span(0, len(value)), value, {"label": label})


def invoice(number: str, status: str = "unpaid", **fields: Any) -> dict[str, Any]:
    """An invoice of 499.00 NOK that was due on 20 October, unless `fields` say otherwise."""
    usual = {"amount": "499.00", "currency": "NOK", "issued": "2026-10-01", "due": "2026-10-20", "period": "2026-10"}
    return {"number": number, "status": status, "paid_on": None, **usual, **fields}
