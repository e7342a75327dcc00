"""The values that a condition works on, and when two of them are the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(frozen=True, slots=True)
class Unknown:
    """The third truth value: neither true nor false, for a reason that is a whole sentence.

    `not_said`: the message leaves it out, which is certain; else the records do not tell.
    """

    reason: str
    not_said: bool = False


@dataclass(frozen=True, slots=True)
class Picked:
    """What a filter took from a list. `doubt`: entries that lack what was asked for, so that they may belong too."""

    entries: tuple[Any, ...]
    doubt: Unknown | None = None


def truth(value: Any) -> bool | Unknown:
    """Whether a value counts as true: what is empty, zero or null is false; what is not known stays unknown."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, Picked):
        return bool(value.entries) or value.doubt or False
    return bool(value)


def number(value: Any) -> Decimal | None:
    """A number, or a text that begins with one: `499.00`, `499.00 NOK`. None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        found = Decimal(str(value).strip().partition(" ")[0])
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def day(value: Any) -> date | None:
    """The day of an ISO 8601 date or time."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def equal(one: Any, other: Any) -> bool:
    """Texts without regard to case; a number and a text by value (`499` is `499.00`); a day and a text by the day."""
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    if isinstance(one, date) or isinstance(other, date):
        return day(one) is not None and day(one) == day(other)
    numbers = number(one), number(other)
    if None not in numbers and _is_amount(one) and _is_amount(other):
        return numbers[0] == numbers[1]
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return bool(one == other)


def _is_amount(value: Any) -> bool:
    """A number of an invoice is none: «007» and «7» are two invoices."""
    return not isinstance(value, str) or "." in value or not value.lstrip("-").startswith("0") or value == "0"
