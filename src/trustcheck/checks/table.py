"""Every check that a rule file can name, by the name it uses."""

from __future__ import annotations

from collections.abc import Mapping

from trustcheck.checks.addressee import recipient_unnamed
from trustcheck.checks.claim_rules import claim_contradicted, claim_unverified
from trustcheck.checks.contact import (
    contact_channel_missing,
    contact_not_in_registry,
    noreply_dead_end,
    premium_rate_number,
)
from trustcheck.checks.deadlines import deadline_missing, deadline_too_short
from trustcheck.checks.phrases import phrases
from trustcheck.checks.readability import readability
from trustcheck.checks.reasons import reason_missing
from trustcheck.checks.records import dispute_open, promise_overdue
from trustcheck.checks.required import required
from trustcheck.checks.sender import org_number_invalid, org_number_missing, sender_name_missing, signer_missing
from trustcheck.checks.shouting import shouting
from trustcheck.model.check import Check

CHECKS: Mapping[str, Check] = {
    "claim-contradicted": claim_contradicted,
    "claim-unverified": claim_unverified,
    "contact-channel-missing": contact_channel_missing,
    "contact-not-in-registry": contact_not_in_registry,
    "deadline-missing": deadline_missing,
    "deadline-too-short": deadline_too_short,
    "dispute-open": dispute_open,
    "noreply-dead-end": noreply_dead_end,
    "org-number-invalid": org_number_invalid,
    "org-number-missing": org_number_missing,
    "phrases": phrases,
    "premium-rate-number": premium_rate_number,
    "promise-overdue": promise_overdue,
    "readability": readability,
    "recipient-unnamed": recipient_unnamed,
    "reason-missing": reason_missing,
    "required": required,
    "sender-name-missing": sender_name_missing,
    "shouting": shouting,
    "signer-missing": signer_missing,
}
