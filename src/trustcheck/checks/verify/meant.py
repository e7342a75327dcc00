"""Which invoice, agreement, service or order a message means, where an account has several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry, Row
from trustcheck.checks.verify.values import Money, When, money_of, months_of, same_number, when_of
from trustcheck.checks.verify.wording import Likeness, likeness
from trustcheck.model.language import Entity, EntityKind

_CHANGES = ("started", "ended", "changed_on", "shipped_on", "delivered_on")
"""The days on which something became what a message says that it is."""


class How(Enum):
    """How sure it is that these rows are meant.

    NAMED beside the claim, or as the only one in the message; NEARBY: several are named in the message, and not beside
    the claim; ONLY: there is no other; ANY: nothing tells one from another.
    """

    NAMED = "named"
    NEARBY = "nearby"
    ONLY = "only"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Meant:
    """The rows meant. `stranger`: what the message names and the records do not have («invoice 7788»), else empty."""

    rows: tuple[Row, ...]
    how: How
    stranger: str = ""


def invoices_meant(inquiry: Inquiry) -> Meant:
    """By number, else by amount, due date and period beside the claim, else by numbers around it; else any."""
    rows = inquiry.rows("invoices")
    numbers = inquiry.slot("invoice")
    if numbers:
        return _by_number(rows, "invoice", "number", numbers)
    left, stranger = _narrowed(rows, inquiry)
    if len(left) < len(rows):
        return Meant(left, How.NAMED)
    nearby = _nearby(inquiry, "invoice", "number", rows)
    if nearby:
        return Meant(nearby, How.NAMED if len(nearby) == 1 else How.NEARBY)
    return Meant(rows, How.ANY, stranger) if stranger else _unnamed(rows)


def thing_meant(
    inquiry: Inquiry, key: str, slot: str, *, word_field: str = "product", look_around: bool = True
) -> Meant:
    """An agreement, service or order: by number, then by the words that name it, by the day on which it changed, else
    by the one number around it. No row and a `stranger` means that what is named is none of those in the records.
    """
    rows = inquiry.rows(key)
    numbers = inquiry.slot(slot)
    if numbers:
        return _by_number(rows, slot, "id", numbers)
    meant = _by_words(rows, word_field, " ".join(inquiry.slot("product")))
    if meant.how is not How.ANY or not look_around:
        return meant
    dates = _times(inquiry, "date")
    changed = tuple(row for row in meant.rows if _is_on(row, _CHANGES, dates))
    nearby = _nearby(inquiry, slot, "id", rows)
    return next((Meant(found, How.NAMED) for found in (changed, nearby) if len(found) == 1), meant)


def seen(rows: Iterable[Row], field: str) -> list[str]:
    """What the records hold in one field of these rows: the value of a fact that is not there."""
    return [row.text(field) for row in rows]


def total_of(rows: Sequence[Row]) -> Money | None:
    """The sum of the rows' amounts; None where there is no row, or one without an amount or in another currency."""
    amounts = [money for money in (row.money() for row in rows) if money]
    if not amounts or len(amounts) < len(rows) or not all(amounts[0].goes_with(money) for money in amounts):
        return None
    return Money(sum((money.amount for money in amounts), Decimal()), amounts[0].currency)


def numbers_of(rows: Iterable[Row], field: str) -> str:
    """The rows' numbers for a sentence: «7788, 7789»; a row without one by its place."""
    return ", ".join(row.text(field) or f"no. {row.index + 1}" for row in rows)


def ambiguous(what: str, rows: Sequence[Row], field: str) -> CannotTell:
    return CannotTell(f"The message does not say which {what} it means; the records have {numbers_of(rows, field)}.")


def _by_number(rows: Sequence[Row], what: str, field: str, numbers: Sequence[str]) -> Meant:
    known = {number: [row for row in rows if same_number(number, row.text(field))] for number in numbers}
    found = {row.index: row for rows_of_number in known.values() for row in rows_of_number}
    stranger = next((f"{what} {number}" for number, rows_of_number in known.items() if not rows_of_number), "")
    return Meant(tuple(found[index] for index in sorted(found)), How.NAMED, stranger)


def _narrowed(rows: tuple[Row, ...], inquiry: Inquiry) -> tuple[tuple[Row, ...], str]:
    """The rows that amount, due date, other dates and period leave, and what the message names in vain."""
    amounts = [m for m in map(money_of, inquiry.slot("amount")) if m]
    dues = _times(inquiry, "due")
    periods = _times(inquiry, "period")
    left, in_vain = rows, ""
    tests: list[tuple[str, Callable[[Row], bool]]] = []
    if amounts:
        tests.append(("an invoice of that amount", lambda row: _has_amount(row, amounts)))
    if dues:
        tests.append(("an invoice that was due then", lambda row: _is_on(row, ("due",), dues)))
    if periods:
        tests.append(("an invoice for that period", lambda row: _in_period(row, periods)))
    dates = _times(inquiry, "date")
    if dates:
        # A date beside a claim may be anything, so it helps to choose and proves nothing by its absence.
        tests.append(("", lambda row: _is_on(row, ("due", "issued", "paid_on"), dates) or _in_period(row, dates)))
    for what, test in tests:
        found = tuple(row for row in left if test(row))
        in_vain = in_vain or (what if not found and len(left) == len(rows) else "")
        left = found or left
    return left, in_vain if len(left) == len(rows) else ""


def _times(inquiry: Inquiry, slot: str) -> list[When]:
    values = (part for value in inquiry.slot(slot) for part in value.split("/"))
    return [when for when in (when_of(value, inquiry.today) for value in values) if when]


def _has_amount(row: Row, amounts: Sequence[Money]) -> bool:
    own = row.money()
    return own is not None and any(own.equals(amount) for amount in amounts)


def _is_on(row: Row, fields: Iterable[str], times: Sequence[When]) -> bool:
    days = [day for day in map(row.day, fields) if day]
    return any(when.day is not None and when.holds(day) for when in times for day in days)


def _in_period(row: Row, times: Sequence[When]) -> bool:
    months = months_of(row.text("period"))
    return months is not None and any(when.day is None and when.within(months) for when in times)


def _unnamed(rows: tuple[Row, ...]) -> Meant:
    return Meant(rows, How.ONLY if len(rows) == 1 else How.ANY)


def _by_words(rows: tuple[Row, ...], field: str, words: str) -> Meant:
    """The rows whose product the words name; where the words surely mean another product, none and a stranger."""
    liking = [(row, likeness(words, row.text(field))) for row in rows]
    alike = tuple(row for row, how in liking if how is Likeness.SAME)
    if alike:
        return Meant(alike, How.NAMED)
    if rows and all(how is Likeness.OTHER for _, how in liking):
        return Meant((), How.NAMED, f"«{words}»")
    return _unnamed(tuple(row for row, how in liking if how is not Likeness.OTHER))


def _nearby(inquiry: Inquiry, label: str, field: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows whose numbers stand around the claim. A number that the records do not have may name anything."""
    near = [e.value for e in inquiry.claim.context if e.kind is EntityKind.REFERENCE and _may_be(e, label)]
    return tuple(row for row in rows if any(same_number(value, row.text(field)) for value in near))


def _may_be(entity: Entity, label: str) -> bool:
    return entity.detail.get("label", "") in ("", label)
