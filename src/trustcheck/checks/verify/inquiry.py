"""One claim put to the records of one account: what they hold, and how a verdict is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from trustcheck.checks.verify.values import Money, day_of, money_of
from trustcheck.model.claim import Claim, ClaimVerdict, FactRef, Judgement
from trustcheck.model.facts import AccountFacts, Cell, CellState

_READABLE = (CellState.FOUND, CellState.STALE)
_WHY_NOT = {
    CellState.NULL: "The records leave «{key}» empty",
    CellState.NOT_FOUND: "The records do not have «{key}» for this account",
    CellState.UNDATED: "The records do not say when «{key}» was read",
    CellState.CONFLICT: "The records contradict each other about «{key}»",
    CellState.INVALID: "The records hold «{key}» in a form that cannot be used",
    CellState.TIMEOUT: "The data source took too long to answer for «{key}»",
    CellState.UNAVAILABLE: "The data source does not answer for «{key}»",
    CellState.NOT_CONFIGURED: "No data source is configured for «{key}»",
}


class CannotTell(Exception):  # noqa: N818 - an answer of the records, not an error
    """The records do not settle the claim; the text is a whole sentence that says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list of facts (an invoice, a contact …), and where it stands."""

    key: str
    index: int
    data: Mapping[str, Any]

    def text(self, field: str) -> str:
        """The field as text; empty where it is absent or null."""
        value = self.data.get(field)
        return "" if value is None else str(value)

    def day(self, field: str) -> date | None:
        return day_of(self.text(field))

    def money(self) -> Money | None:
        return money_of(f"{self.text('amount')} {self.text('currency')}")

    def path(self, field: str) -> str:
        return f"{self.key}[{self.index}].{field}"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A claim, the facts of its account and the time for which it is judged."""

    claim: Claim
    facts: AccountFacts
    now: datetime

    @property
    def today(self) -> date:
        """The calendar day in UTC."""
        return self.now.astimezone(UTC).date()

    def slot(self, name: str) -> tuple[str, ...]:
        """The values that the message gives for a slot; several are joined by «|» in the claim."""
        given = self.claim.slots.get(name, "").split("|")
        return tuple(value.strip() for value in given if value.strip())

    def knows(self, key: str) -> bool:
        """True where the records answer for the key, be it too long ago."""
        return self.facts.cell(key).state in _READABLE

    def value(self, key: str) -> Any:
        """The fact of a key as the records have it, be it too long ago. Raises CannotTell where it is not known."""
        cell = self.facts.cell(key)
        if cell.state not in _READABLE:
            raise CannotTell(_why_not(key, cell))
        return cell.value

    def rows(self, key: str) -> tuple[Row, ...]:
        """The entries of a list of facts; empty is known to be none. Raises CannotTell where it is not known."""
        value = self.value(key)
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise CannotTell(f"The records hold «{key}» in a form that cannot be used.")
        return tuple(Row(key, index, entry) for index, entry in enumerate(value))

    def fields(self, key: str) -> Mapping[str, Any]:
        """The fields of an object of facts. Raises CannotTell where it is not known."""
        value = self.value(key)
        if not isinstance(value, dict):
            raise CannotTell(f"The records hold «{key}» in a form that cannot be used.")
        return value

    def confirmed(self, reason: str, path: str, value: Any, *also: str) -> Judgement:
        """The records agree. `path` and `value` are the fact that decides; `also` other keys that it takes."""
        return self._judged(ClaimVerdict.CONFIRMED, reason, path, value, also)

    def contradicted(self, reason: str, path: str, value: Any, *also: str) -> Judgement:
        """The records say otherwise; arguments as for `confirmed`."""
        return self._judged(ClaimVerdict.CONTRADICTED, reason, path, value, also)

    def decided(self, holds: bool, reason: str, path: str, value: Any, *also: str) -> Judgement:
        """`confirmed` where it holds, else `contradicted`, for a reason that says what the records hold."""
        verdict = ClaimVerdict.CONFIRMED if holds else ClaimVerdict.CONTRADICTED
        return self._judged(verdict, reason, path, value, also)

    def _judged(self, verdict: ClaimVerdict, reason: str, path: str, value: Any, also: tuple[str, ...]) -> Judgement:
        key = path.partition("[")[0].partition(".")[0]
        cell = self.facts.cell(key)
        stale = [c for c in map(self.facts.cell, (key, *also)) if c.state is CellState.STALE]
        fact = FactRef(path, value, cell.as_of, cell.source)
        if stale:
            return Judgement(ClaimVerdict.STALE, _too_old(key, stale[0]), fact)
        return Judgement(verdict, reason, fact)


def _why_not(key: str, cell: Cell) -> str:
    sentence = _WHY_NOT[cell.state].format(key=key)
    return (
        f"{sentence} ({cell.note})."
        if cell.note and cell.state not in (CellState.NOT_FOUND, CellState.NULL)
        else f"{sentence}."
    )


def _too_old(key: str, cell: Cell) -> str:
    read = f", read at {cell.as_of.isoformat(timespec='minutes')}," if cell.as_of else ""
    return f"The records of «{key}»{read} are too old to settle this; read them again before the message is sent."
