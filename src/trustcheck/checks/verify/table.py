"""What verifies the kinds of claim: the functions here, or the condition in the claim file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from trustcheck.checks.verify import agreements, cases, contacts, orders, owed, payments, people, services
from trustcheck.checks.verify.inquiry import CannotTell, Inquiry
from trustcheck.model.claim import Claim, ClaimVerdict, Judgement
from trustcheck.model.facts import AccountFacts
from trustcheck.model.rule import ClaimKind

VERIFIERS: Mapping[str, Callable[[Inquiry], Judgement]] = {
    "account-closed": services.account_closed,
    "agreement-active": agreements.agreement_active,
    "agreement-ended": agreements.agreement_ended,
    "agreement-missing": agreements.agreement_missing,
    "amount-owed": owed.amount_owed,
    "cancellation-registered": cases.cancellation_registered,
    "complaint-registered": cases.complaint_registered,
    "contact-attempted": contacts.contact_attempted,
    "customer-since": people.customer_since,
    "data-missing": people.data_missing,
    "in-collection": cases.in_collection,
    "no-reply": contacts.no_reply,
    "order-delivered": orders.order_delivered,
    "order-shipped": orders.order_shipped,
    "payment-missing": payments.payment_missing,
    "payment-overdue": payments.payment_overdue,
    "payment-received": payments.payment_received,
    "refund-issued": orders.refund_issued,
    "service-active": services.service_active,
    "service-suspended": services.service_suspended,
}


def verify(kind: ClaimKind | None, claim: Claim, facts: AccountFacts | None, *, now: datetime) -> Judgement:
    """What the records of one account say to a claim. `now` is aware; days are counted in UTC.

    `kind` is that of the claim. `facts` None (no account, or no data source), a kind that nothing verifies and every
    doubt give `unknown` with the reason.
    """
    if facts is None:
        reason = "No records were asked: give the account's key, and configure a source under [facts]."
        return Judgement(ClaimVerdict.UNKNOWN, reason)
    inquiry = Inquiry(claim, facts, now)
    try:
        if kind is not None and kind.condition:
            # Late: few organisations have kinds of their own, and the rest need no parser of conditions.
            from trustcheck.checks.verify.conditional import by_condition

            return by_condition(kind.condition, inquiry)
        if kind is not None and kind.verifier in VERIFIERS:
            return VERIFIERS[kind.verifier](inquiry)
    except CannotTell as reason:
        return Judgement(ClaimVerdict.UNKNOWN, str(reason))
    return Judgement(ClaimVerdict.UNKNOWN, f"No verification is known for claims of the kind «{claim.kind}».")
