"""Claims about payments: not paid, overdue, received. An invoice in dispute is unpaid, a credited one is paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry, Row
from trustcheck.checks.verify.meant import How, Meant, ambiguous, invoices_meant, numbers_of, seen, total_of
from trustcheck.checks.verify.values import Money, money_of, same_number, when_of
from trustcheck.model.claim import Judgement

UNPAID = ("unpaid", "disputed")


def payment_missing(inquiry: Inquiry) -> Judgement:
    """Confirmed where every invoice named is unpaid, or, if none is named, any invoice is."""
    return _open_invoice(inquiry, lambda row: is_unpaid(row), _paid_says)


def payment_overdue(inquiry: Inquiry) -> Judgement:
    """As `payment_missing`, and the due date lies before today (UTC)."""
    return _open_invoice(inquiry, lambda row: is_unpaid(row) and _is_past(row, inquiry), _not_overdue_says)


def payment_received(inquiry: Inquiry) -> Judgement:
    """Confirmed where the invoice meant is paid or such a payment is booked; contradicted where neither is."""
    if not inquiry.knows("invoices") and not inquiry.knows("payments"):
        inquiry.rows("invoices")  # raises, with the reason that the records have
    meant = invoices_meant(inquiry) if inquiry.knows("invoices") else Meant((), How.ANY)
    paid = [row for row in meant.rows if not is_unpaid(row)]
    if paid and not meant.stranger and (len(paid) == len(meant.rows) or meant.how is How.ANY):
        return inquiry.confirmed(_paid_says(paid[0]), paid[0].path("status"), paid[0].text("status"))
    booked = _payment_meant(inquiry, meant) if inquiry.knows("payments") else None
    if booked:
        reason = f"The records have a payment on {booked.text('date')}."
        return inquiry.confirmed(reason, booked.path("date"), booked.text("date"))
    if paid and meant.how is How.NEARBY:
        raise ambiguous("invoice", meant.rows, "number")
    return _not_received(inquiry, meant)


def is_unpaid(row: Row) -> bool:
    return row.text("status") in UNPAID


def balance_of(inquiry: Inquiry) -> Money | None:
    """The balance; None where it is not known. A debt is positive."""
    if not inquiry.knows("balance"):
        return None
    fields = inquiry.fields("balance")
    return money_of(f"{fields.get('amount')} {fields.get('currency') or ''}")


def _open_invoice(inquiry: Inquiry, is_open: Callable[[Row], bool], says: Callable[[Row], str]) -> Judgement:
    """All that are named must be open; where none is named, one. None unpaid at all contradicts whatever is named."""
    meant = invoices_meant(inquiry)
    every = inquiry.rows("invoices")
    unpaid = [row for row in every if is_unpaid(row)]
    if not unpaid:
        return _nothing_unpaid(inquiry, meant.rows)
    if meant.stranger and _is_all(inquiry, unpaid):
        meant = Meant(tuple(unpaid), How.NAMED)
    if meant.stranger:
        raise CannotTell(f"The records do not have {meant.stranger}; those unpaid are {_unpaid_numbers(every)}.")
    closed = [row for row in meant.rows if not is_open(row)]
    opened = [row for row in meant.rows if is_open(row)]
    if opened and closed and meant.how is How.NEARBY:
        raise ambiguous("invoice", meant.rows, "number")
    if opened and not (closed and meant.how is How.NAMED):
        reason = f"The records say that invoice {numbers_of(opened, 'number')} is unpaid{_due_says(opened[0])}."
        return inquiry.confirmed(reason, opened[0].path("status"), opened[0].text("status"))
    against = next((row for row in closed if is_unpaid(row)), closed[0])
    if is_unpaid(against) and against.day("due") is None:
        raise CannotTell(f"The records give no due date for invoice {numbers_of([against], 'number')}.")
    field = "due" if is_unpaid(against) else "status"
    return inquiry.contradicted(says(against), against.path(field), against.text(field))


def _is_all(inquiry: Inquiry, unpaid: Sequence[Row]) -> bool:
    """True where the amount in the message is all that is unpaid, or the balance: what is meant is the whole."""
    amounts = [money for money in map(money_of, inquiry.slot("amount")) if money]
    wholes = [whole for whole in (total_of(unpaid), balance_of(inquiry)) if whole]
    return not inquiry.slot("invoice") and any(whole.equals(amount) for whole in wholes for amount in amounts)


def _nothing_unpaid(inquiry: Inquiry, rows: Sequence[Row]) -> Judgement:
    if not rows:
        return inquiry.contradicted("The records have no unpaid invoice.", "invoices", [])
    return inquiry.contradicted(_paid_says(rows[0]), rows[0].path("status"), rows[0].text("status"))


def _is_past(row: Row, inquiry: Inquiry) -> bool:
    due = row.day("due")
    return due is not None and due < inquiry.today


def _payment_meant(inquiry: Inquiry, meant: Meant) -> Row | None:
    """The payment that the message means: by invoice, amount and date, as far as it gives them."""
    numbers = [row.text("number") for row in meant.rows if meant.how is How.NAMED and row.text("number")]
    numbers = [*inquiry.slot("invoice")] or ([] if inquiry.slot("amount") else numbers)
    amounts = [money for money in map(money_of, inquiry.slot("amount")) if money]
    found = [
        row
        for row in inquiry.rows("payments")
        if (not numbers or any(same_number(number, row.text("invoice")) for number in numbers))
        and (not amounts or any(amount.equals(paid) for amount in amounts if (paid := row.money())))
    ]
    times = [when for value in inquiry.slot("date") if (when := when_of(value, inquiry.today))]
    on_time = [row for row in found if (day := row.day("date")) and any(when.holds(day) for when in times)]
    return next(iter(on_time or found), None)


def _not_received(inquiry: Inquiry, meant: Meant) -> Judgement:
    unpaid = [row for row in meant.rows if is_unpaid(row)]
    known = ("payments",) if inquiry.knows("payments") else ()
    if unpaid and not meant.stranger:
        reason = f"The records say that invoice {numbers_of(unpaid, 'number')} is unpaid, and have no such payment."
        return inquiry.contradicted(reason, unpaid[0].path("status"), unpaid[0].text("status"), *known)
    if known:
        dates = seen(inquiry.rows("payments"), "date")
        return inquiry.contradicted("The records have no such payment.", "payments", dates)
    if meant.stranger and inquiry.rows("invoices"):
        raise CannotTell(f"The records do not have {meant.stranger}, and «payments» is not known.")
    return inquiry.contradicted("The records have no paid invoice.", "invoices", [])


def _paid_says(row: Row) -> str:
    number = numbers_of([row], "number")
    if row.text("status") == "credited":
        return f"The records say that invoice {number} was credited."
    when = f" on {row.text('paid_on')}" if row.text("paid_on") else ""
    return f"The records say that invoice {number} was paid{when}."


def _not_overdue_says(row: Row) -> str:
    if not is_unpaid(row):
        return _paid_says(row)
    return f"The records say that invoice {numbers_of([row], 'number')} is not due before {row.text('due')}."


def _due_says(row: Row) -> str:
    return f", due {row.text('due')}" if row.text("due") else ""


def _unpaid_numbers(rows: Sequence[Row]) -> str:
    return numbers_of([row for row in rows if is_unpaid(row)], "number")
