"""Claims about what the reader has: agreements, services, the account, orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from trustcheck.checks.verdicts.meant import one_meant, same_number
from trustcheck.checks.verdicts.records import (
    Records,
    Undecided,
    confirmed,
    contradicted,
    decided,
    first_index,
    slot_values,
)
from trustcheck.checks.verdicts.words import related
from trustcheck.model.claim import Claim, FactRef, Judgement

Row = Mapping[str, Any]
_OFF = frozenset({"suspended", "disconnected"})
_ACCOUNT_WORDS = ("konto", "kontoen", "account", "kundeforhold", "kundforhållande")


def agreement_missing(claim: Claim, records: Records, today: date) -> Judgement:
    """No agreement is active; one that is contradicts, whatever it is for."""
    agreements = records.list("agreements")
    active = next((row for row in agreements if row["status"] == "active"), None)
    if active is None:
        return confirmed("The records have no active agreement.", _status("agreements", records, agreements))
    return contradicted("The records have an active agreement.", _status("agreements", records, agreements, active))


def agreement_active(claim: Claim, records: Records, today: date) -> Judgement:
    """An agreement is active: the one meant by number or product, else any."""
    agreements = records.list("agreements")
    meant = _agreements_meant(claim, agreements) or agreements
    active = next((row for row in meant if row["status"] == "active"), None)
    fact = _status("agreements", records, agreements, active or (meant[0] if meant else None))
    return decided(
        active is not None, "The records have an active agreement.", "The records have no active agreement.", fact
    )


def agreement_ended(claim: Claim, records: Records, today: date) -> Judgement:
    """The agreement meant has ended; where none is meant, all have."""
    agreements = records.list("agreements")
    if not agreements:
        return confirmed("The records have no agreement.", records.ref("agreements", []))
    meant = _agreements_meant(claim, agreements)
    if not meant and len(agreements) > 1 and claim.slots.get("product"):
        meant = one_meant(claim, agreements, names=("product",), label="agreement", what="agreement")
    active = next((row for row in meant or agreements if row["status"] == "active"), None)
    fact = _status("agreements", records, agreements, active or (meant or agreements)[0])
    return decided(active is None, "The records say that it has ended.", "The records say that it is active.", fact)


def service_suspended(claim: Claim, records: Records, today: date) -> Judgement:
    """The service meant is suspended or disconnected."""
    return _service(claim, records, off=True)


def service_active(claim: Claim, records: Records, today: date) -> Judgement:
    """The service meant is active."""
    return _service(claim, records, off=False)


def account_closed(claim: Claim, records: Records, today: date) -> Judgement:
    """The account or customer relationship is closed."""
    status = _account_status(records)
    fact = records.ref("account.status", status)
    return decided(status == "closed", "The records say that it is closed.", f"The records say: {status}.", fact)


def order_shipped(claim: Claim, records: Records, today: date) -> Judgement:
    """The order meant has left; one that has arrived has left too."""
    return _order(claim, records, frozenset({"shipped", "delivered"}))


def order_delivered(claim: Claim, records: Records, today: date) -> Judgement:
    """The order meant has arrived."""
    return _order(claim, records, frozenset({"delivered"}))


def _agreements_meant(claim: Claim, agreements: Sequence[Row]) -> list[Row]:
    numbers = slot_values(claim.slots, "agreement")
    by_number = [row for row in agreements if any(same_number(n, row.get("id", "")) for n in numbers)]
    if by_number:
        return by_number
    product = claim.slots.get("product", "")
    return [row for row in agreements if product and related(product, [str(row.get("product", ""))])]


def _service(claim: Claim, records: Records, *, off: bool) -> Judgement:
    about_account = any(word in claim.slots.get("product", "").lower() for word in _ACCOUNT_WORDS)
    if (about_account or not records.has("services")) and records.has("account"):
        status = _account_status(records)
        fact = records.ref("account.status", status)
        return decided((status != "active") is off, f"The records say: {status}.", f"The records say: {status}.", fact)
    services = records.list("services")
    if not services:
        raise Undecided("The records have no service for this account.")
    row = one_meant(claim, services, names=("product", "id"), label="agreement", what="service")[0]
    reason = f"The records say: {row['status']}."
    return decided((row["status"] in _OFF) is off, reason, reason, _status("services", records, services, row))


def _order(claim: Claim, records: Records, so: frozenset[str]) -> Judgement:
    orders = records.list("orders")
    if not orders:
        return contradicted("The records have no order.", records.ref("orders", []))
    row = one_meant(claim, orders, names=("item",), label="order", what="order")[0]
    reason = f"The records say that order {row.get('id', '?')} is: {row['status']}."
    return decided(row["status"] in so, reason, reason, _status("orders", records, orders, row))


def _account_status(records: Records) -> str:
    status = records.object("account").get("status")
    if not status:
        raise Undecided("The records do not say what status the account has.")
    return str(status)


def _status(key: str, records: Records, rows: Sequence[Row], row: Row | None = None) -> FactRef:
    if not rows:
        return records.ref(key, [])
    index = 0 if row is None else first_index(rows, row)
    return records.ref(f"{key}[{index}].status", rows[index]["status"])


Verifier = Callable[[Claim, Records, date], Judgement]
