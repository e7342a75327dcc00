"""Which invoice, agreement, service or order a claim means: by number, then amount and date, then product."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from trustcheck.checks.verdicts.records import Undecided, day, money, slot_values
from trustcheck.checks.verdicts.words import related
from trustcheck.model.claim import Claim
from trustcheck.model.language import EntityKind
from trustcheck.text.dates import first_day

Row = Mapping[str, Any]


def same_number(written: str, known: Any) -> bool:
    """Equal but for spaces, marks and case; a masked number («…1234») is equal by its visible end of four or more."""
    a, b = _compact(written), _compact(str(known))
    return bool(a) and (a == b or a.lstrip("0") == b.lstrip("0") or (len(a) >= 4 and b.endswith(a)))


def invoices_meant(claim: Claim, invoices: Sequence[Row], today: date) -> list[Row]:
    """The invoices that the claim means; empty where nothing in it tells, so that any may be meant.

    Raises Undecided where it names a number that the records do not know.
    """
    numbers = slot_values(claim.slots, "invoice")
    if numbers:
        found = [row for row in invoices if any(same_number(n, row.get("number", "")) for n in numbers)]
        if not found:
            raise Undecided(f"The records know no invoice {', '.join(numbers)}.")
        return found
    return (
        _by_amount(_amounts(claim), invoices)
        or _by_due_date(claim, invoices, today)
        or _by_context(claim, invoices)
        or _by_period(claim, invoices)
    )


def amount_of(value: str) -> tuple[Decimal, str]:
    """Amount and currency of a MONEY value; the currency `?` compares equal to any."""
    number, _, currency = value.partition(" ")
    return Decimal(number), currency


def one_meant(claim: Claim, rows: Sequence[Row], *, names: Sequence[str], label: str, what: str) -> list[Row]:
    """The rows (agreements, services, orders) that a claim means: by number, by product words, or all where all agree.

    `names` are the fields that hold a product's name, `label` the slot with a number. Raises Undecided for a number
    that is unknown and where several rows of different status could be meant.
    """
    numbers = slot_values(claim.slots, label)
    by_number = [row for row in rows if any(same_number(n, row.get("id", "")) for n in numbers)]
    if by_number:
        return by_number
    product = claim.slots.get("product", "")
    by_product = [row for row in rows if product and related(product, [str(row.get(n, "")) for n in names])]
    candidates = by_product or list(rows)
    if len({row.get("status") for row in candidates}) > 1:
        listed = ", ".join(str(row.get("id", "?")) for row in candidates)
        raise Undecided(f"It is not clear which {what} is meant; the records have {listed}.")
    return candidates


def _amounts(claim: Claim) -> list[str]:
    return slot_values(claim.slots, "amount")


def _by_amount(amounts: Sequence[str], invoices: Sequence[Row]) -> list[Row]:
    wanted = {amount_of(a)[0] for a in amounts}
    return [row for row in invoices if row.get("amount") is not None and money(row["amount"]) in wanted]


def _by_due_date(claim: Claim, invoices: Sequence[Row], today: date) -> list[Row]:
    values = [*slot_values(claim.slots, "due"), *slot_values(claim.slots, "date")]
    days = {first_day(value, today) for value in values}
    return [row for row in invoices if day(row.get("due")) in days - {None}]


def _by_context(claim: Claim, invoices: Sequence[Row]) -> list[Row]:
    """An invoice named elsewhere in the message, by its number or its amount."""
    said = [e.value for e in claim.context if e.kind in (EntityKind.REFERENCE, EntityKind.NUMBER)]
    by_number = [row for row in invoices if any(_compact(v) == _compact(str(row.get("number", ""))) for v in said)]
    amounts = [e.value for e in claim.context if e.kind is EntityKind.MONEY]
    return by_number or _by_amount(amounts, invoices)


def _by_period(claim: Claim, invoices: Sequence[Row]) -> list[Row]:
    periods = [*slot_values(claim.slots, "period"), *slot_values(claim.slots, "date")]
    return [row for row in invoices if str(row.get("period", "")) in periods and row.get("period")]


def _compact(number: str) -> str:
    return re.sub(r"[^0-9A-ZÆØÅÄÖ]", "", number.upper())
