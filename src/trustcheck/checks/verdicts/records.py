"""The account's facts as verification reads them: a value, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from trustcheck.model.claim import ClaimVerdict, FactRef, Judgement
from trustcheck.model.facts import AccountFacts, CellState

_USABLE = frozenset({CellState.FOUND, CellState.STALE})


class Undecided(Exception):  # noqa: N818 - an outcome of verification, not an error
    """Raised where the records cannot decide a claim; the text is the reason, as a sentence."""


class Records:
    """Reads cells and remembers whether any of those read was too old to decide anything."""

    def __init__(self, facts: AccountFacts) -> None:
        self._facts = facts
        self.stale_note = ""

    def has(self, key: str) -> bool:
        return self._facts.cell(key).state in _USABLE

    def list(self, key: str) -> list[Mapping[str, Any]]:
        """The list at a fact key, maybe empty. Raises Undecided where the records cannot be asked."""
        return list(self._value(key))

    def object(self, key: str) -> Mapping[str, Any]:
        """The object at a fact key. Raises Undecided where the records cannot be asked."""
        return dict(self._value(key))

    def ref(self, path: str, value: Any) -> FactRef:
        """A reference to a fact, for the report; the path begins with the fact's key."""
        key = path.partition("[")[0].partition(".")[0]
        cell = self._facts.cell(key)
        return FactRef(path, value, cell.as_of, cell.source)

    def _value(self, key: str) -> Any:
        cell = self._facts.cell(key)
        if cell.state not in _USABLE:
            raise Undecided(_sentence(cell.note or f"the records answer «{key}» with: {cell.state.value}"))
        if cell.state is CellState.STALE:
            self.stale_note = cell.note
        return cell.value


def confirmed(reason: str, fact: FactRef | None) -> Judgement:
    return Judgement(ClaimVerdict.CONFIRMED, reason, fact)


def contradicted(reason: str, fact: FactRef | None) -> Judgement:
    return Judgement(ClaimVerdict.CONTRADICTED, reason, fact)


def decided(holds: bool, if_so: str, if_not: str, fact: FactRef | None) -> Judgement:
    return confirmed(if_so, fact) if holds else contradicted(if_not, fact)


def money(value: Any) -> Decimal:
    """A fact's amount; its shape was checked when it was read."""
    return Decimal(str(value))


def day(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


def slot_values(slots: Mapping[str, str], name: str) -> list[str]:
    """The values bound to a slot; several are joined by «|»."""
    return [v for v in slots.get(name, "").split("|") if v]


def first_index(items: Iterable[Any], wanted: Any) -> int:
    return next((i for i, item in enumerate(items) if item is wanted), 0)


def _sentence(note: str) -> str:
    return note[:1].upper() + note[1:] + ("" if note.endswith(".") else ".")
