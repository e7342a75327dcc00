"""The claim that the reader owes an amount."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trustcheck.checks.verify.inquiry import CannotTell, Inquiry, Row
from trustcheck.checks.verify.meant import How, Meant, invoices_meant, numbers_of, seen, total_of
from trustcheck.checks.verify.payments import balance_of, is_unpaid
from trustcheck.checks.verify.values import Money, money_of
from trustcheck.model.claim import Judgement


def amount_owed(inquiry: Inquiry) -> Judgement:
    """Confirmed where the amount is the balance, the unpaid invoice meant, or the sum of all unpaid invoices.

    Without an amount the claim is that something is owed. One of `balance` and `invoices` is enough to judge.
    """
    if not inquiry.knows("invoices"):
        return _by_balance(inquiry, inquiry.slot("amount"))
    unpaid = [row for row in inquiry.rows("invoices") if is_unpaid(row)]
    amounts = [money for money in map(money_of, inquiry.slot("amount")) if money]
    return _of_amounts(inquiry, unpaid, amounts) if amounts else _of_anything(inquiry, unpaid)


def _of_amounts(inquiry: Inquiry, unpaid: Sequence[Row], amounts: Sequence[Money]) -> Judgement:
    balance = balance_of(inquiry)
    if balance and _is_one_of(balance, amounts):
        return inquiry.confirmed("The records say that this is the balance.", "balance.amount", str(balance.amount))
    meant = invoices_meant(inquiry)
    owed = [row for row in meant.rows if is_unpaid(row)]
    agreeing = [row for row in owed if (money := row.money()) and _is_one_of(money, amounts)]
    if agreeing and not meant.stranger:
        reason = f"The records say that invoice {numbers_of(agreeing, 'number')} is unpaid with this amount."
        return inquiry.confirmed(reason, agreeing[0].path("amount"), agreeing[0].text("amount"))
    for rows in (unpaid, owed if meant.how is How.NAMED else ()):
        total = total_of(rows)
        if total and _is_one_of(total, amounts):
            reason = f"The records say that this is the sum of the unpaid invoices {numbers_of(rows, 'number')}."
            return inquiry.confirmed(reason, rows[0].path("amount"), str(total.amount))
    return _different(inquiry, unpaid, meant, balance)


def _different(inquiry: Inquiry, unpaid: Sequence[Row], meant: Meant, balance: Money | None) -> Judgement:
    also = ("balance",) if balance else ()
    if not unpaid:
        if balance and balance.amount > 0:
            reason = "The records have another balance, and no unpaid invoice."
            return inquiry.contradicted(reason, "balance.amount", str(balance.amount), "invoices")
        return inquiry.contradicted(
            "The records say that nothing is owed.", "invoices", seen(inquiry.rows("invoices"), "status"), *also
        )
    if inquiry.slot("invoice") and meant.stranger:
        raise CannotTell(f"The records do not have {meant.stranger}.")
    if any(row.money() is None for row in unpaid):
        raise CannotTell(f"The records give no amount for invoice {numbers_of(unpaid, 'number')}.")
    of = [row for row in meant.rows if is_unpaid(row)] or unpaid
    reason = f"The records say that another amount is owed for invoice {numbers_of(of, 'number')}."
    return inquiry.contradicted(reason, of[0].path("amount"), of[0].text("amount"), *also)


def _of_anything(inquiry: Inquiry, unpaid: Sequence[Row]) -> Judgement:
    balance = balance_of(inquiry)
    if unpaid:
        reason = f"The records say that invoice {numbers_of(unpaid, 'number')} is unpaid."
        return inquiry.confirmed(reason, unpaid[0].path("status"), unpaid[0].text("status"))
    if balance and balance.amount > 0:
        return inquiry.confirmed("The records have a balance to pay.", "balance.amount", str(balance.amount))
    return inquiry.contradicted(
        "The records say that nothing is owed.", "invoices", seen(inquiry.rows("invoices"), "status")
    )


def _by_balance(inquiry: Inquiry, written: Iterable[str]) -> Judgement:
    balance = balance_of(inquiry)
    if balance is None:
        # Neither is known: the reason that the invoices give is the one a reader understands.
        inquiry.rows("invoices")
        raise CannotTell("The records give no amount for «balance».")
    amounts = [money for money in map(money_of, written) if money]
    holds = _is_one_of(balance, amounts) if amounts else balance.amount > 0
    reason = "The records say that this is the balance." if holds else "The records have another balance."
    return inquiry.decided(holds, reason, "balance.amount", str(balance.amount))


def _is_one_of(known: Money, amounts: Iterable[Money]) -> bool:
    return known.amount > 0 and any(known.equals(amount) for amount in amounts)
