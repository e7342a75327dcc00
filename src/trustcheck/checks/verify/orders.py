"""Claims about orders and refunds: on its way, delivered, paid back."""

from __future__ import annotations

from collections.abc import Container

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry
from trustcheck.checks.verify.meant import ambiguous, numbers_of, seen, thing_meant
from trustcheck.checks.verify.values import money_of, when_of
from trustcheck.model.claim import Judgement


def order_shipped(inquiry: Inquiry) -> Judgement:
    """Confirmed where the order meant is shipped, or delivered already."""
    return _status(inquiry, ("shipped", "delivered"))


def order_delivered(inquiry: Inquiry) -> Judgement:
    """Confirmed where the order meant is delivered."""
    return _status(inquiry, ("delivered",))


def refund_issued(inquiry: Inquiry) -> Judgement:
    """Confirmed by a refund, of the amount and in the currency that the message gives."""
    refunds = inquiry.rows("refunds")
    amounts = [money for money in map(money_of, inquiry.slot("amount")) if money]
    fitting = [row for row in refunds if (own := row.money()) and any(own.equals(amount) for amount in amounts)]
    if not amounts:
        fitting = list(refunds)
    if not fitting:
        reason = "The records have a refund of another amount." if refunds else "The records have no refund."
        return inquiry.contradicted(reason, "refunds", seen(refunds, "amount"))
    times = [when for value in inquiry.slot("date") if (when := when_of(value, inquiry.today))]
    row = next((r for r in fitting if (day := r.day("date")) and any(w.holds(day) for w in times)), fitting[0])
    dated = f" dated {row.text('date')}" if row.text("date") else ""
    return inquiry.confirmed(f"The records have this refund{dated}.", row.path("amount"), row.text("amount"))


def _status(inquiry: Inquiry, wanted: Container[str]) -> Judgement:
    """All the orders meant must be as the message says, or none: a mixture is ambiguous."""
    meant = thing_meant(inquiry, "orders", "order", word_field="item")
    if not meant.rows:
        if meant.stranger and inquiry.rows("orders"):
            raise CannotTell(f"The records do not have {meant.stranger}.")
        return inquiry.contradicted("The records have no order.", "orders", [])
    as_said = [row for row in meant.rows if row.text("status") in wanted]
    if as_said and len(as_said) < len(meant.rows):
        raise ambiguous("order", meant.rows, "id")
    row = meant.rows[0]
    reason = f"The records say that order {numbers_of(meant.rows, 'id')} is {row.text('status')}."
    return inquiry.decided(bool(as_said), reason, row.path("status"), row.text("status"))
