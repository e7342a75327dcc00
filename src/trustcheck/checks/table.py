"""Every check that a rule file can name, by the name it uses."""

from __future__ import annotations

from collections.abc import Mapping

from trustcheck.checks.addressee import recipient_unnamed
from trustcheck.checks.arrivals import eta_missing
from trustcheck.checks.authenticity import link_domain_unregistered, link_text_mismatch, reply_to_mismatch
from trustcheck.checks.claim_rules import claim_contradicted, claim_unverified
from trustcheck.checks.contact import (
    contact_channel_missing,
    contact_not_in_registry,
    noreply_dead_end,
    premium_rate_number,
)
from trustcheck.checks.deadlines import deadline_missing, deadline_too_short
from trustcheck.checks.exposed import national_id_exposed, payment_card_exposed
from trustcheck.checks.fallback import variable_without_fallback
from trustcheck.checks.guarded import claim_unguarded
from trustcheck.checks.known_data import asks_known_data
from trustcheck.checks.payment import payment_details_unknown
from trustcheck.checks.phrases import phrases
from trustcheck.checks.readability import readability
from trustcheck.checks.reasons import reason_missing
from trustcheck.checks.records import dispute_open, promise_overdue
from trustcheck.checks.remedies import remedy_missing
from trustcheck.checks.required import required
from trustcheck.checks.residue import null_value_rendered, placeholder_unfilled
from trustcheck.checks.sender import org_number_invalid, org_number_missing, sender_name_missing, signer_missing
from trustcheck.checks.shouting import shouting
from trustcheck.checks.specifics import claim_unspecific
from trustcheck.checks.suppressions import SUPPRESSION_FAULTS, suppression_faults
from trustcheck.model.check import Check

CHECKS: Mapping[str, Check] = {
    "asks-known-data": asks_known_data,
    "claim-contradicted": claim_contradicted,
    "claim-unguarded": claim_unguarded,
    "claim-unspecific": claim_unspecific,
    "claim-unverified": claim_unverified,
    "contact-channel-missing": contact_channel_missing,
    "contact-not-in-registry": contact_not_in_registry,
    "deadline-missing": deadline_missing,
    "deadline-too-short": deadline_too_short,
    "dispute-open": dispute_open,
    "eta-missing": eta_missing,
    "link-domain-unregistered": link_domain_unregistered,
    "link-text-mismatch": link_text_mismatch,
    "national-id-exposed": national_id_exposed,
    "noreply-dead-end": noreply_dead_end,
    "null-value-rendered": null_value_rendered,
    "org-number-invalid": org_number_invalid,
    "org-number-missing": org_number_missing,
    "payment-card-exposed": payment_card_exposed,
    "payment-details-unknown": payment_details_unknown,
    "phrases": phrases,
    "placeholder-unfilled": placeholder_unfilled,
    "premium-rate-number": premium_rate_number,
    "promise-overdue": promise_overdue,
    "readability": readability,
    "reason-missing": reason_missing,
    "recipient-unnamed": recipient_unnamed,
    "reply-to-mismatch": reply_to_mismatch,
    "remedy-missing": remedy_missing,
    "required": required,
    "sender-name-missing": sender_name_missing,
    "shouting": shouting,
    "signer-missing": signer_missing,
    SUPPRESSION_FAULTS: suppression_faults,
    "variable-without-fallback": variable_without_fallback,
}
