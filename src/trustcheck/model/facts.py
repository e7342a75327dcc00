"""What the records answer. A source gives cells and never judges; verification alone reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

FACT_KEYS = (
    "customer",
    "account",
    "agreements",
    "services",
    "invoices",
    "balance",
    "payments",
    "cases",
    "contacts",
    "promises",
    "orders",
    "refunds",
    "on_file",
)
"""The top-level keys of an account's facts. An absent key is unknown; an empty list is known to be none."""

FACT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "customer": ("name", "since", "language", "email", "phone"),
    "account": ("status", "closed_on"),
    "agreements": ("id", "product", "status", "started", "ended"),
    "services": ("id", "product", "status", "changed_on"),
    "invoices": ("number", "amount", "currency", "issued", "due", "period", "status", "paid_on"),
    "balance": ("amount", "currency"),
    "payments": ("date", "amount", "currency", "invoice"),
    "cases": ("id", "kind", "status", "opened", "invoice"),
    "contacts": ("date", "direction", "channel", "topic"),
    "promises": ("made", "due", "what", "kept"),
    "orders": ("id", "item", "status", "shipped_on", "delivered_on", "expected_on"),
    "refunds": ("date", "amount", "currency"),
    "on_file": ("field", "since"),
}
"""The fields of each fact. `on_file` is an object: any field → the day it is known since; these two name its rows."""

OBJECT_FACTS = frozenset({"customer", "account", "balance"})
"""Facts that are one object with these fields; `on_file` is an object of another kind, the rest are lists."""


class CellState(StrEnum):
    """`stale` is set by the resolver alone: found, but older than its `max_age`; the value is kept."""

    FOUND = "found"
    STALE = "stale"
    NULL = "null"
    NOT_FOUND = "not-found"
    UNDATED = "undated"
    CONFLICT = "conflict"
    INVALID = "invalid"
    TIMEOUT = "timeout"
    UNAVAILABLE = "unavailable"
    NOT_CONFIGURED = "not-configured"


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact key of one account. `value` is plain JSON data; `as_of` is aware, or None; `note` says what is wrong."""

    state: CellState
    value: Any = None
    as_of: datetime | None = None
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """All the cells of one account, by fact key. A key that is not there was never asked for."""

    account: str
    cells: Mapping[str, Cell]

    def cell(self, key: str) -> Cell:
        return self.cells.get(key, Cell(CellState.NOT_FOUND, note=f"the records have no «{key}»"))


class FactSource(Protocol):
    """Answers what the records say. Never raises for data it cannot give: it answers with cells that say why."""

    @property
    def name(self) -> str:
        """How the report names the source; holds no secret."""

    def lookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """Facts for a batch of account keys: one entry for each account, one cell for each key."""


@runtime_checkable
class AsyncFactSource(Protocol):
    """The same for a source that waits: `facts/guard.py` runs it in an event loop of its own, within the deadline."""

    @property
    def name(self) -> str:
        """How the report names the source; holds no secret."""

    async def alookup(self, accounts: Iterable[str], keys: Iterable[str]) -> Mapping[str, AccountFacts]:
        """As `FactSource.lookup`."""
