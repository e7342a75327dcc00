"""Every kind of claim, and the function that asks the records about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from trustcheck.checks.verdicts import history, holdings, payments
from trustcheck.checks.verdicts.records import Records, Undecided
from trustcheck.model.claim import Claim, ClaimVerdict, Judgement
from trustcheck.model.facts import AccountFacts

VERIFIERS: Mapping[str, holdings.Verifier] = {
    "account-closed": holdings.account_closed,
    "agreement-active": holdings.agreement_active,
    "agreement-ended": holdings.agreement_ended,
    "agreement-missing": holdings.agreement_missing,
    "amount-owed": payments.amount_owed,
    "cancellation-registered": history.cancellation_registered,
    "complaint-registered": history.complaint_registered,
    "contact-attempted": history.contact_attempted,
    "customer-since": history.customer_since,
    "data-missing": history.data_missing,
    "in-collection": history.in_collection,
    "no-reply": history.no_reply,
    "order-delivered": holdings.order_delivered,
    "order-shipped": holdings.order_shipped,
    "payment-missing": payments.payment_missing,
    "payment-overdue": payments.payment_overdue,
    "payment-received": payments.payment_received,
    "refund-issued": payments.refund_issued,
    "service-active": holdings.service_active,
    "service-suspended": holdings.service_suspended,
}


def verify(claim: Claim, facts: AccountFacts | None, *, now: datetime) -> Judgement:
    """What the records say to a claim. `now` (aware) is the moment that «overdue» and ages are measured against.

    Never raises for anything that the records hold or lack: what they cannot decide is `unknown`, with the reason.
    """
    if facts is None:
        return Judgement(ClaimVerdict.UNKNOWN, "No account or no data source is given, so the records were not asked.")
    verifier = VERIFIERS.get(claim.kind)
    if verifier is None:
        return Judgement(ClaimVerdict.UNKNOWN, f"There is no way to verify claims of kind «{claim.kind}».")
    records = Records(facts)
    try:
        judgement = verifier(claim, records, now.astimezone(UTC).date())
    except Undecided as reason:
        return Judgement(ClaimVerdict.UNKNOWN, str(reason))
    if records.stale_note:
        return Judgement(ClaimVerdict.STALE, f"The answer does not count: {records.stale_note}.", judgement.fact)
    return judgement
