"""Claims about money: payments, invoices, what is owed, refunds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from trustcheck.checks.verdicts.meant import amount_of, invoices_meant
from trustcheck.checks.verdicts.records import (
    Records,
    Undecided,
    confirmed,
    contradicted,
    day,
    first_index,
    money,
    slot_values,
)
from trustcheck.model.claim import Claim, FactRef, Judgement
from trustcheck.text.dates import first_day

Row = Mapping[str, Any]
_SETTLED = frozenset({"paid", "credited"})


def payment_missing(claim: Claim, records: Records, today: date) -> Judgement:
    """Unpaid: the invoice meant, else any. An invoice in dispute is unpaid; a credited one is settled."""
    invoices = records.list("invoices")
    meant = invoices_meant(claim, invoices, today)
    settled = next((row for row in meant if row["status"] in _SETTLED), None)
    if settled is not None:
        return contradicted(_settled(settled), _status(records, invoices, settled))
    unpaid = next((row for row in meant or invoices if row["status"] not in _SETTLED), None)
    if unpaid is None:
        return contradicted("The records have no unpaid invoice.", _any_status(records, invoices))
    return _values_agree(claim, records, invoices, unpaid, today) or confirmed(
        f"The records say that {_named(unpaid)} is unpaid.", _status(records, invoices, unpaid)
    )


def payment_overdue(claim: Claim, records: Records, today: date) -> Judgement:
    """Unpaid, and due before today."""
    missing = payment_missing(claim, records, today)
    invoices = records.list("invoices")
    if missing.verdict.value != "confirmed":
        return missing
    unpaid = [r for r in invoices_meant(claim, invoices, today) or invoices if r["status"] not in _SETTLED]
    dated = [(row, day(row.get("due"))) for row in unpaid]
    if any(due is not None and due < today for _, due in dated):
        return confirmed(f"{missing.reason[:-1]} and overdue.", missing.fact)
    later = next(((row, due) for row, due in dated if due is not None), None)
    if later is None:
        raise Undecided("The records do not say when the invoice is due.")
    path = f"invoices[{first_index(invoices, later[0])}].due"
    reason = f"The records say that {_named(later[0])} is not due until {later[1]}."
    return contradicted(reason, records.ref(path, later[0].get("due")))


def payment_received(claim: Claim, records: Records, today: date) -> Judgement:
    """Paid: the invoice meant, or a payment of that amount or day."""
    payment = _payment_meant(claim, records, today)
    if payment is not None:
        return confirmed("The records have this payment.", payment)
    if not records.has("invoices") and records.has("payments"):
        return contradicted("The records have no such payment.", records.ref("payments", []))
    invoices = records.list("invoices")
    meant = invoices_meant(claim, invoices, today)
    paid = next((row for row in meant or invoices if row["status"] in _SETTLED), None)
    unpaid = next((row for row in meant if row["status"] not in _SETTLED), None)
    if paid is not None and unpaid is None:
        return confirmed(_settled(paid), _status(records, invoices, paid))
    if unpaid is not None:
        return contradicted(f"The records say that {_named(unpaid)} is unpaid.", _status(records, invoices, unpaid))
    return contradicted("The records have no such payment.", _any_status(records, invoices))


def amount_owed(claim: Claim, records: Records, today: date) -> Judgement:
    """The amount equals the balance, the invoice meant, or the sum of the unpaid invoices."""
    if not records.has("balance") and not records.has("invoices"):
        records.object("balance")  # raises, with the reason
    balance = money(records.object("balance")["amount"]) if records.has("balance") else None
    invoices = records.list("invoices") if records.has("invoices") else []
    unpaid = [money(r["amount"]) for r in invoices if r["status"] not in _SETTLED and r.get("amount") is not None]
    path, value = ("balance.amount", balance) if balance is not None else ("invoices", sum(unpaid, Decimal(0)))
    fact = records.ref(path, str(value))
    said = [amount_of(a)[0] for a in slot_values(claim.slots, "amount")]
    if not (balance or unpaid):
        return _owes_nothing(said, fact)
    known = {*([balance] if balance is not None else []), *unpaid, sum(unpaid, Decimal(0))}
    if not said or set(said) & known:
        return confirmed("The records say that this is owed.", fact)
    return contradicted(f"The records say that {value} is owed.", fact)


def refund_issued(claim: Claim, records: Records, today: date) -> Judgement:
    """A refund, of that amount where one is said."""
    refunds = records.list("refunds")
    said = {amount_of(a)[0] for a in slot_values(claim.slots, "amount")}
    found = next((row for row in refunds if not said or money(row["amount"]) in said), None)
    if found is not None:
        path = f"refunds[{first_index(refunds, found)}].amount"
        return confirmed("The records have this refund.", records.ref(path, found["amount"]))
    reason = "The records have a refund of another amount." if refunds else "The records have no refund."
    value = refunds[0]["amount"] if refunds else []
    return contradicted(reason, records.ref("refunds[0].amount" if refunds else "refunds", value))


def _owes_nothing(said: Sequence[Decimal], fact: FactRef) -> Judgement:
    if said and set(said) <= {Decimal(0)}:
        return confirmed("The records say that nothing is owed.", fact)
    return contradicted("The records say that nothing is owed.", fact)


def _payment_meant(claim: Claim, records: Records, today: date) -> FactRef | None:
    """The payment that the claim tells of by amount or invoice, if the records have it."""
    if not records.has("payments"):
        return None
    payments = records.list("payments")
    amounts = {amount_of(a)[0] for a in slot_values(claim.slots, "amount")}
    days = {first_day(d, today) for d in slot_values(claim.slots, "date")} - {None}
    for i, row in enumerate(payments):
        same_amount = row.get("amount") is not None and money(row["amount"]) in amounts
        if same_amount or (not amounts and day(row.get("date")) in days):
            return records.ref(f"payments[{i}]", row.get("date"))
    return None


def _values_agree(claim: Claim, records: Records, invoices: Sequence[Row], row: Row, today: date) -> Judgement | None:
    """A contradiction where the claim binds a due date or a number's amount that the invoice does not have."""
    due, said_due = day(row.get("due")), [first_day(d, today) for d in slot_values(claim.slots, "due")]
    if due is not None and said_due and due not in said_due:
        path = f"invoices[{first_index(invoices, row)}].due"
        return contradicted(f"The records say that {_named(row)} was due {due}.", records.ref(path, row["due"]))
    return None


def _named(row: Row) -> str:
    return f"invoice {row['number']}" if row.get("number") else "an invoice"


def _settled(row: Row) -> str:
    when = f" on {row['paid_on']}" if row.get("paid_on") else ""
    return f"The records say that {_named(row)} was {row['status']}{when}."


def _status(records: Records, invoices: Sequence[Row], row: Row) -> FactRef:
    return records.ref(f"invoices[{first_index(invoices, row)}].status", row["status"])


def _any_status(records: Records, invoices: Sequence[Row]) -> FactRef:
    return _status(records, invoices, invoices[0]) if invoices else records.ref("invoices", [])
