"""The canonical values of slots and facts, and how they compare: money, days, numbers of invoices and cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

_MASKED = re.compile(r"(?:[*•#…·]+|\.{2,}|x{3,})[\s-]*(?P<shown>[^*•#…·]{3,})$", re.IGNORECASE)
_FEWEST_FIGURES = 4
"""Numbers that differ only in their letters (F-20881, 20881) are one number from so many figures on."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount; `currency` is ISO 4217, or empty where it is open."""

    amount: Decimal
    currency: str = ""

    def equals(self, other: Money) -> bool:
        """The same amount, and no currency that differs."""
        return self.amount == other.amount and self.goes_with(other)

    def goes_with(self, other: Money) -> bool:
        return not self.currency or not other.currency or self.currency == other.currency


def money_of(written: str) -> Money | None:
    """`499.00 NOK`, `499.00 ?` or `499.00` as money; None for anything else."""
    number, _, currency = written.strip().partition(" ")
    try:
        amount = Decimal(number)
    except InvalidOperation:
        return None
    return Money(amount, currency.strip().upper().replace("?", "")) if amount.is_finite() else None


def day_of(written: str) -> date | None:
    """The day of an ISO 8601 date or time; None for anything else."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class When:
    """A time as a message gives it. None: left open («20 October» has no year, «October» no day)."""

    year: int | None
    month: int
    day: int | None = None

    def within(self, months: tuple[int, int]) -> bool:
        """True where this month lies in a span of months as `months_of` gives it; in any year if it has none."""
        first, last = months
        years = (self.year,) if self.year else range(first // 12, last // 12 + 1)
        return any(first <= year * 12 + self.month - 1 <= last for year in years)

    def holds(self, moment: date) -> bool:
        return (
            moment.month == self.month
            and (self.year is None or moment.year == self.year)
            and (self.day is None or moment.day == self.day)
        )


def when_of(value: str, today: date) -> When | None:
    """A DATE value (`2026-10-20`, `--10-20`, `2026-10`, `--10`, `+0`) as a time; None for a weekday or a year."""
    if re.fullmatch(r"[+-]\d{1,4}", value):
        moment = today + timedelta(days=int(value))
        return When(moment.year, moment.month, moment.day)
    found = re.fullmatch(r"(?:(\d{4})-|--)(\d\d)(?:-(\d\d))?", value)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return When(year, month or 0, day)


def months_of(period: str) -> tuple[int, int] | None:
    """The first and last month of an invoice's period, counted from year 0: `2026-10`, `2026-Q3`, a range by «/»."""
    quarter = re.fullmatch(r"(\d{4})-?Q([1-4])", period, re.IGNORECASE)
    if quarter:
        first = int(quarter[1]) * 12 + (int(quarter[2]) - 1) * 3
        return first, first + 2
    ends = [re.match(r"(\d{4})-(\d\d)", part.strip()) for part in period.split("/")]
    months = [int(end[1]) * 12 + int(end[2]) - 1 for end in ends if end]
    return (min(months), max(months)) if months and len(months) == len(ends) else None


def same_number(named: str, known: str) -> bool:
    """True where a number in a message is one in the records: spacing, case and a mask («****7788») do not count."""
    one, other = _plain(named), _plain(known)
    if not one or not other:
        return False
    masked = _MASKED.search(named)
    if masked:
        return other.endswith(_plain(masked["shown"]))
    return one == other or _same_figures(one, other)


def _same_figures(one: str, other: str) -> bool:
    figures = re.sub(r"\D", "", one)
    bare = one.isdigit() or other.isdigit()
    return bare and len(figures) >= _FEWEST_FIGURES and figures == re.sub(r"\D", "", other)


def _plain(number: str) -> str:
    return re.sub(r"[\W_]", "", number).upper()
